import type pg from 'pg';
import { dayOf, type Instant } from '../domain/model/instant.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import { inTransaction, type Outcome } from '../records/connection.js';
import { standIn, type Office } from '../records/in-office.js';
import { KEEPERS, keeps, nameOf, type Colleague, type Database } from './colleagues.js';
import { absentFor } from './substitutes.js';

/** One thing that waits now, in whose inbox, and since when: what ended and came again is another one. */
export interface Item {
  readonly item: string;
  readonly party: string;
  readonly since: string;
}

/** Somebody has taken on what waits. */
export interface Claim extends Colleague {
  readonly item: string;
  readonly at: Instant;
}

const PARTY = `case owed_by when 'unit' then v.unit when 'district' then v.district
  when 'verifier' then split_part(v.case_id, '/', 4) else owed_by end as party`;
/** What waits in cases now, with whose inbox it is in. SQL. */
const waits = (cases: string, today: string): string =>
  `select d.case_id || ':' || d.duty as item, ${PARTY}, d.since::text as since from case_duties d join case_views v using (case_id)
     where d.waits and d.case_id = any(${cases})
   union all select m.case_id || ':' || m.what, ${PARTY}, m.since::text from case_matters m join case_views v using (case_id)
     where m.since <= ${today}::date and m.case_id = any(${cases})`;

const caseOf = (item: string): string => item.slice(0, Math.max(0, item.lastIndexOf(':')));

/** What waits under an id, in whichever inbox; undefined once it is done. */
export async function itemWaiting(db: Database, item: string, at: Instant): Promise<Item | undefined> {
  const text = `select item, party, since from (${waits('$1::text[]', '$2')}) w where item = $3 order by since limit 1`;
  return (await db.query<Item>({ name: 'item-waiting', text, values: [[caseOf(item)], dayOf(at), item] })).rows[0];
}

const STANDING = `with waiting as (${waits('$4::text[]', '$5')})
  select c.item, c.person, p.test_actor as "testActor", c.at::float8 as at from inbox_claims c join persons p using (person)
  where c.party = $1 and c.item = any($2::text[]) and c.ended_at is null
    and exists (select from waiting w where (w.item, w.party, w.since) = (c.item, c.party, c.since))
    and ${keeps('c.person', 'c.party', { at: '$3::bigint', roles: '$6::text[]' })}`;

/**
 * Who has taken on which of these items of an inbox now. A claim ends by itself: when the item is done, when its holder is not in office
 * any more, or suspended.
 */
export async function claimsOn(db: Database, party: string, items: readonly string[], at: Instant): Promise<Claim[]> {
  if (items.length === 0) return [];
  const cases = [...new Set(items.map(caseOf))];
  const values = [party, items, at, cases, dayOf(at), KEEPERS];
  return (await db.query<Claim>({ name: 'claims-on', text: STANDING, values })).rows;
}

/** How often one thing that waits may change hands. */
const MOST_HANDS = 100;

const taken = (claim: Claim, party: string): Refusal => {
  const who = nameOf(claim, party);
  return refuse('already-done', `已由 ${who} 认领`, `${who} has claimed it`);
};

interface Change {
  /** Who asks. */
  readonly by: string;
  /** Who has it then; nobody where it is given back. */
  readonly to?: Colleague;
  readonly at: Instant;
  /** As what: still so when it is written. */
  readonly office?: Office;
}

async function changed(
  db: pg.PoolClient,
  item: Item,
  { by, to, at, office }: Change,
): Promise<Outcome<Claim | Refusal | undefined>> {
  const { party, item: id, since } = item;
  await standIn(db, office);
  // two at one instant come one after the other
  await db.query(`select pg_advisory_xact_lock(hashtextextended('inbox-claim ' || $1 || ' ' || $2, 0))`, [party, id]);
  const [held] = await claimsOn(db, party, [id], at);
  const isTheirs = held === undefined || held.person === by || (await absentFor(db, party, by, at)).includes(held.person);
  if (!isTheirs) return { undo: taken(held, party) };
  if (held?.person === to?.person) return { undo: held };
  const hands = `select count(*)::int as n from inbox_claims where party = $1 and item = $2 and since = $3`;
  const { rows } = await db.query<{ n: number }>(hands, [party, id, since]);
  if (to && (rows[0]?.n ?? 0) >= MOST_HANDS)
    return { undo: refuse('too-many', '此事项转手次数过多', 'this item has changed hands too often') };
  await db.query(
    `update inbox_claims set ended_at = greatest(at, $3), ended_by = $4 where party = $1 and item = $2 and ended_at is null`,
    [party, id, at, held ? by : null],
  );
  if (!to) return { keep: undefined };
  await db.query(`insert into inbox_claims (party, item, since, person, by, at) values ($1, $2, $3, $4, $5, $6)`, [
    ...[party, id, since, to.person],
    ...[by, at],
  ]);
  return { keep: { ...to, item: id, at } };
}

/**
 * Has something that waits taken on, handed over or given back: by whoever has it, by who stands in for them, or by anybody while nobody
 * has it. Answers with who has it then. Refused: `already-done` where it is another's, `too-many`.
 */
export const changeHands = (pool: pg.Pool, item: Item, change: Change): Promise<Claim | Refusal | undefined> =>
  inTransaction(pool, (db) => changed(db, item, change));
