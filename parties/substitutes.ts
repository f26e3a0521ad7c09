import type pg from 'pg';
import { daysBetween, dayOf, type Day, type Instant } from '../domain/model/instant.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import { inTransaction, type Outcome } from '../records/connection.js';
import { standIn, whileIn, type Office } from '../records/in-office.js';
import { KEEPERS, keeps, type Colleague, type Database } from './colleagues.js';

/** Who stands in for somebody at a party, from the first day to the end of the last. */
export interface Substitution {
  readonly party: string;
  readonly person: string;
  readonly substitute: Colleague;
  readonly from: Day;
  readonly until: Day;
}

const ABSENT = `select s.person from inbox_substitutes s where s.party = $1 and s.substitute = $2 and s.ended_at is null
    and $3::date between s.from_day and s.until_day and ${keeps('s.substitute', 's.party', { at: '$4::bigint', roles: '$5::text[]' })}`;

/** For whom somebody stands in at a party on the day of an instant. */
export async function absentFor(db: Database, party: string, substitute: string, at: Instant): Promise<string[]> {
  const values = [party, substitute, dayOf(at), at, KEEPERS];
  const { rows } = await db.query<{ person: string }>({ name: 'absent-for', text: ABSENT, values });
  return rows.map(({ person }) => person);
}

/** How many days somebody may be away at most, and how often a day another substitute may be named. */
const MOST_DAYS = 366;
const MOST_A_DAY = 20;
const DAY_MS = 86_400_000;

const wrong = (path: string, zh: string, en: string): Refusal => ({
  ...refuse('bad-input', `${path}：${zh}`, `${path} ${en}`),
  path: [path],
});

function wrongIn({ person, substitute, from, until }: Substitution, today: Day): Refusal | undefined {
  if (substitute.person === person) return wrong('person', '不能由本人代理本人', 'is the one who is away');
  if (until < from) return wrong('until', `早于 ${from}`, `is before ${from}`);
  if (until < today) return wrong('until', '已经过去', 'is past');
  if (daysBetween(from, until) > MOST_DAYS) return wrong('until', '不得超过 366 天', `is more than 366 days after ${from}`);
  return undefined;
}

const END = `update inbox_substitutes set ended_at = greatest(at, $3) where party = $1 and person = $2 and ended_at is null`;

/** When, and as what: still so when it is written. */
interface Naming {
  readonly at: Instant;
  readonly office?: Office;
}

async function named(db: pg.PoolClient, wanted: Substitution, { at, office }: Naming): Promise<Outcome<Refusal | undefined>> {
  await standIn(db, office);
  const { party, person, substitute, from, until } = wanted;
  await db.query(`select pg_advisory_xact_lock(hashtextextended('inbox-substitute ' || $1 || ' ' || $2, 0))`, [party, person]);
  const lately = `select count(*)::int as n from inbox_substitutes where person = $1 and at > $2`;
  const { rows } = await db.query<{ n: number }>(lately, [person, at - DAY_MS]);
  if ((rows[0]?.n ?? 0) >= MOST_A_DAY)
    return { undo: refuse('too-many', '今日指定代理人次数过多', 'another substitute was named too often within a day') };
  await db.query(END, [party, person, at]);
  await db.query(
    `insert into inbox_substitutes (party, person, substitute, from_day, until_day, at) values ($1, $2, $3, $4, $5, $6)`,
    [party, person, substitute.person, from, until, at],
  );
  return { keep: undefined };
}

/** Names who stands in, in place of whoever was named before. Refused: `bad-input`, `too-many`. */
export async function nameSubstitute(pool: pg.Pool, wanted: Substitution, naming: Naming): Promise<Refusal | undefined> {
  return wrongIn(wanted, dayOf(naming.at)) ?? (await inTransaction(pool, (db) => named(db, wanted, naming)));
}

/** Nobody stands in any more. */
export async function endSubstitute(pool: pg.Pool, party: string, person: string, { at, office }: Naming): Promise<void> {
  await whileIn(pool, office, (db) => db.query(END, [party, person, at]));
}
