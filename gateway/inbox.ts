import { z } from '@hono/zod-openapi';
import type pg from 'pg';
import { isDay, type Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import { changeHands, itemWaiting, type Claim, type Item } from '../parties/claims.js';
import { colleagueNamed, nameOf, type Colleague } from '../parties/colleagues.js';
import { entitled } from '../parties/entitled.js';
import { endSubstitute, nameSubstitute } from '../parties/substitutes.js';
import type { Book } from '../records/book.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { no, type No } from './no.js';
import { dayOut, named } from './shapes.js';

export const claimOut = z
  .object({
    item: z.string(),
    of: z.string().openapi({ description: 'whose inbox it is in', example: 'chaoyang' }),
    claimedBy: z
      .string()
      .optional()
      .openapi({ description: 'who has it now; absent where nobody has', example: 'chaoyang/p-0007' }),
  })
  .openapi('Claim');
export const substituteOut = z
  .object({ of: z.string(), person: z.string().optional(), from: dayOut.optional(), until: dayOut.optional() })
  .openapi('Substitute');

const dayIn = z
  .string()
  .refine(isDay, '不是日期，应为 YYYY-MM-DD | is no day: write YYYY-MM-DD')
  .openapi({ format: 'date', example: '2024-07-01' });
const colleague = named('a colleague at the same party, as lists name them', 'chaoyang/p-0007');
const as = named('which of one’s parties, where there are several', 'chaoyang').optional();
const params = z.object({ item: named('an item as the inbox names it: its case and what', 'CASE:first-check') });

type ClaimAct = 'claim' | 'hand-over';

/** What waits under an id in an inbox that somebody keeps; unknown where it is in none of theirs, or done. */
async function itemOf(pool: pg.Pool, caller: Caller, what: ClaimAct, item: string, at: Instant): Promise<Item | Refusal | No> {
  const parties = caller.appointments.map(({ party }) => party);
  if (parties.every((party) => isRefusal(entitled(caller, { what, as: party, at }))))
    return refuse(
      'not-allowed',
      `${caller.person} 没有可认领的待办`,
      `${caller.person} keeps no inbox in which things are claimed`,
    );
  const found = await itemWaiting(pool, item, at);
  return found && !isRefusal(entitled(caller, { what, as: found.party, at }))
    ? found
    : no('unknown-item', `您的待办中没有 ${item}`, `there is no ${item} in your inbox now`);
}

const selfOf = ({ person, testActor }: Caller): Colleague => ({ person, testActor: testActor?.actor ?? null });

const notOf = (path: string, said: string, party: string): Refusal => ({
  ...refuse('bad-input', `${path}：${said} 不在 ${party} 任职`, `${path}: ${said} does not act for ${party} now`),
  path: [path],
});

const told = ({ item, party }: Item, claim: Claim | Refusal | undefined): Answer | Refusal =>
  claim && isRefusal(claim)
    ? claim
    : { json: { item, of: party, ...(claim === undefined ? {} : { claimedBy: nameOf(claim, party) }) } };

const ITEM = {
  method: 'post',
  tag: 'inbox',
  params,
  answers: { 200: claimOut },
  refuses: ['unknown-item', 'already-done'],
} as const;

/** `POST /inbox/{item}/…` and `/inbox/substitute`: who takes on what waits. It moves no window, and anybody entitled may act as before. */
export function addInbox(app: Gateway, guard: Guard, { pool }: Book, now: () => Instant): void {
  add(app, guard, {
    ...ITEM,
    ...{ path: '/api/v1/inbox/{item}/claim', summary: '认领 · claim' },
    async handle({ caller, params: { item } }) {
      const at = now();
      const found = await itemOf(pool, caller, 'claim', item, at);
      if (!('since' in found)) return found;
      return told(found, await changeHands(pool, found, { by: caller.person, to: selfOf(caller), at }));
    },
  });
  add(app, guard, {
    ...ITEM,
    ...{ path: '/api/v1/inbox/{item}/release', summary: '放回 · give back' },
    async handle({ caller, params: { item } }) {
      const at = now();
      const found = await itemOf(pool, caller, 'claim', item, at);
      if (!('since' in found)) return found;
      return told(found, await changeHands(pool, found, { by: caller.person, at }));
    },
  });
  add(app, guard, {
    ...ITEM,
    ...{ path: '/api/v1/inbox/{item}/hand-over', summary: '移交 · hand over to a colleague' },
    body: z.strictObject({ to: colleague }).openapi('HandOver'),
    async handle({ caller, params: { item }, body: { to: said } }) {
      const at = now();
      const found = await itemOf(pool, caller, 'hand-over', item, at);
      if (!('since' in found)) return found;
      const to = await colleagueNamed(pool, said, found.party, at);
      return to ? told(found, await changeHands(pool, found, { by: caller.person, to, at })) : notOf('to', said, found.party);
    },
  });
  addSubstitute(app, guard, pool, now);
}

function addSubstitute(app: Gateway, guard: Guard, pool: pg.Pool, now: () => Instant): void {
  const SUBSTITUTE = { path: '/api/v1/inbox/substitute', tag: 'inbox', answers: { 200: substituteOut } } as const;
  add(app, guard, {
    ...SUBSTITUTE,
    ...{ method: 'put', summary: '指定代理人 · name who stands in' },
    body: z.strictObject({ person: colleague, from: dayIn, until: dayIn, as }).openapi('NameSubstitute'),
    async handle({ caller, body: { person: said, from, until, as: party } }) {
      const at = now();
      const who = entitled(caller, { what: 'substitute', ...(party === undefined ? {} : { as: party }), at });
      if (isRefusal(who)) return who;
      const of = who.appointment.party;
      const substitute = await colleagueNamed(pool, said, of, at);
      if (!substitute) return notOf('person', said, of);
      const refused = await nameSubstitute(pool, { party: of, person: caller.person, substitute, from, until }, at);
      return refused ?? { json: { of, person: nameOf(substitute, of), from, until } };
    },
  });
  add(app, guard, {
    ...SUBSTITUTE,
    ...{ method: 'delete', summary: '取消代理 · nobody stands in any more' },
    query: z.strictObject({ as }),
    async handle({ caller, query: { as: party } }) {
      const at = now();
      const who = entitled(caller, { what: 'substitute', ...(party === undefined ? {} : { as: party }), at });
      if (isRefusal(who)) return who;
      await endSubstitute(pool, who.appointment.party, caller.person, at);
      return { json: { of: who.appointment.party } };
    },
  });
}
