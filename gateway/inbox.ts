import { z } from '@hono/zod-openapi';
import type pg from 'pg';
import { isDay, type Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { colleagueNamed, nameOf } from '../parties/colleagues.js';
import { entitled } from '../parties/entitled.js';
import { officeOf, underOffice } from '../desk/office.js';
import { endSubstitute, nameSubstitute } from '../parties/substitutes.js';
import type { Book } from '../records/book.js';
import { Claiming, notOf, type Held } from './claiming.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import type { No } from './no.js';
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

const told = (held: Held | Refusal | No): Answer | Refusal | No => ('of' in held ? { json: held } : held);

const ITEM = {
  method: 'post',
  tag: 'inbox',
  params,
  answers: { 200: claimOut },
  refuses: ['unknown-item', 'already-done'],
} as const;

/** `POST /inbox/{item}/…` and `/inbox/substitute`: who takes on what waits. It moves no window, and anybody entitled may act as before. */
export function addInbox(app: Gateway, guard: Guard, { pool }: Book, now: () => Instant): void {
  const claims = new Claiming(pool, now);
  add(app, guard, {
    ...ITEM,
    path: '/api/v1/inbox/{item}/claim',
    summary: '认领 · claim',
    handle: async ({ caller, params: { item } }) => told(await claims.claim(caller, item)),
  });
  add(app, guard, {
    ...ITEM,
    path: '/api/v1/inbox/{item}/release',
    summary: '放回 · give back',
    handle: async ({ caller, params: { item } }) => told(await claims.release(caller, item)),
  });
  add(app, guard, {
    ...ITEM,
    path: '/api/v1/inbox/{item}/hand-over',
    summary: '移交 · hand over to a colleague',
    body: z.strictObject({ to: colleague }).openapi('HandOver'),
    handle: async ({ caller, params: { item }, body: { to } }) => told(await claims.handOver(caller, item, to)),
  });
  addSubstitute(app, guard, pool, now);
}

function addSubstitute(app: Gateway, guard: Guard, pool: pg.Pool, now: () => Instant): void {
  const SUBSTITUTE = { path: '/api/v1/inbox/substitute', tag: 'inbox', answers: { 200: substituteOut } } as const;
  add(app, guard, {
    ...SUBSTITUTE,
    method: 'put',
    summary: '指定代理人 · name who stands in',
    body: z.strictObject({ person: colleague, from: dayIn, until: dayIn, as }).openapi('NameSubstitute'),
    async handle({ caller, body: { person: said, from, until, as: party } }) {
      const at = now();
      const who = entitled(caller, { what: 'substitute', ...(party === undefined ? {} : { as: party }), at });
      if (isRefusal(who)) return who;
      const of = who.appointment.party;
      const substitute = await colleagueNamed(pool, said, of, at);
      if (!substitute) return notOf('person', said, of);
      const office = officeOf(caller, [who]);
      const wanted = { party: of, person: caller.person, substitute, from, until };
      const refused = await underOffice(pool, office, () => nameSubstitute(pool, wanted, { at, office }));
      return refused ?? { json: { of, person: nameOf(substitute, of), from, until } };
    },
  });
  add(app, guard, {
    ...SUBSTITUTE,
    method: 'delete',
    summary: '取消代理 · nobody stands in any more',
    query: z.strictObject({ as }),
    async handle({ caller, query: { as: party } }) {
      const at = now();
      const who = entitled(caller, { what: 'substitute', ...(party === undefined ? {} : { as: party }), at });
      if (isRefusal(who)) return who;
      const office = officeOf(caller, [who]);
      const of = who.appointment.party;
      const refused = await underOffice(pool, office, () => endSubstitute(pool, of, caller.person, { at, office }));
      return refused ?? { json: { of } };
    },
  });
}
