import { z } from '@hono/zod-openapi';
import type pg from 'pg';
import { MUTABLE } from '../domain/letters/readers.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import { officeOf, underOffice } from '../desk/office.js';
import type { Office } from '../records/in-office.js';
import { actorOf, type Caller } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import { mutedBy, muteLetters } from '../records/contacts.js';
import { add, type Gateway, type Guard } from './endpoint.js';

interface WishesParts {
  readonly pool: pg.Pool;
  /** The business clock. */
  readonly now: () => Instant;
}

/** What a person is not written about. */
export interface LetterWishes {
  readonly person: string;
  readonly muted: readonly string[];
}

const unknownPerson = (person: string): Refusal => ({
  ...refuse('unknown-person', `没有人员 ${person}`, `there is no person ${person}`),
  path: ['person'],
});

/** Who keeps the wish: the person about their own letters, whatever they are, and for somebody else an operator. */
function keeperOf(caller: Caller, person: string, at: Instant): { readonly by: string; readonly office: Office } | Refusal {
  if (person === caller.person && caller.client === undefined) return { by: person, office: officeOf(caller, []) };
  const may = entitled(caller, { what: 'mute-letters', at });
  return isRefusal(may) ? may : { by: actorOf(caller, may.appointment.party), office: officeOf(caller, [may]) };
}

/** Keeps what a person does not want to be written about: nothing that has a consequence, which the shape of the call sees to. */
export async function keepWishes(
  { pool, now }: WishesParts,
  caller: Caller,
  { person, muted }: LetterWishes,
): Promise<LetterWishes | Refusal> {
  const keeper = keeperOf(caller, person, now());
  if (isRefusal(keeper)) return keeper;
  const kept = await underOffice(pool, keeper.office, () => muteLetters(pool, { person, muted, ...keeper }));
  if (isRefusal(kept)) return kept;
  return kept ? { person, muted } : unknownPerson(person);
}

export const wishesOut = z.object({ person: z.string(), muted: z.array(z.string()) }).openapi('LetterWishes');
const wishes = z.strictObject({ muted: z.array(z.enum(MUTABLE)).max(MUTABLE.length) }).openapi('KeepLetterWishes');
const person = z
  .string()
  .regex(/^p-\d{4,9}$/, '应为人员编号，如 p-0007 | must be the number of a person, such as p-0007')
  .openapi({ example: 'p-0007' });

/** `GET`, `PUT /me/letters`: one's own; `PUT /people/{person}/letters`: an operator's help to somebody who cannot sign in. */
export function addLetterWishes(app: Gateway, guard: Guard, parts: WishesParts): void {
  const MINE = { path: '/api/v1/me/letters', tag: 'me', answers: { 200: wishesOut } } as const;
  add(app, guard, {
    ...MINE,
    method: 'get',
    summary: '本人免收的信件 · what you are not written about',
    handle: async ({ caller: { person: mine } }) => ({ json: { person: mine, muted: await mutedBy(parts.pool, mine) } }),
  });
  const told = (kept: LetterWishes | Refusal) => (isRefusal(kept) ? kept : { json: kept });
  add(app, guard, {
    ...MINE,
    method: 'put',
    summary: '免收信件 · what you do not want to be written about',
    body: wishes,
    handle: async ({ caller, body: { muted } }) => told(await keepWishes(parts, caller, { person: caller.person, muted })),
  });
  add(app, guard, {
    ...MINE,
    method: 'put',
    path: '/api/v1/people/{person}/letters',
    tag: 'people',
    summary: '代为免收信件 · what somebody does not want to be written about',
    refuses: ['unknown-person'],
    params: z.object({ person }),
    body: wishes,
    handle: async ({ caller, params, body: { muted } }) => told(await keepWishes(parts, caller, { ...params, muted })),
  });
}
