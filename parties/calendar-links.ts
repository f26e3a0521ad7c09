import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import { inTransaction, type Outcome } from '../records/connection.js';
import { standIn, whileIn, type Office } from '../records/in-office.js';
import { personSignedIn } from '../records/appointments.js';
import { hashOfSecret, newSecret } from './secret.js';

/** Whose calendar reads whose dates. */
export interface LinkOf {
  readonly party: string;
  readonly person: string;
}

/** When, by the wall clock, and as what: still so when it is written. */
interface Linking {
  readonly at: Instant;
  readonly office?: Office;
}

const END = 'update calendar_links set ended_at = $3 where party = $1 and person = $2 and ended_at is null';

/** Makes a link and ends the one before; its secret is told now, and kept nowhere. */
export async function newCalendarLink(pool: pg.Pool, { party, person }: LinkOf, { at, office }: Linking): Promise<string> {
  const secret = newSecret();
  await inTransaction(pool, async (db): Promise<Outcome<undefined>> => {
    await standIn(db, office);
    await db.query(`select pg_advisory_xact_lock(hashtextextended('calendar/' || $1 || '/' || $2, 0))`, [party, person]);
    await db.query(END, [party, person, at]);
    await db.query('insert into calendar_links (secret_hash, party, person, made_at) values ($1, $2, $3, $4)', [
      hashOfSecret(secret),
      party,
      person,
      at,
    ]);
    return { keep: undefined };
  });
  return secret;
}

export const endCalendarLink = async (pool: pg.Pool, { party, person }: LinkOf, { at, office }: Linking): Promise<void> => {
  await whileIn(pool, office, (db) => db.query(END, [party, person, at]));
};

/** Since when somebody has a link; undefined where they have none. */
export const calendarLinkSince = async (pool: pg.Pool, { party, person }: LinkOf): Promise<Instant | undefined> => {
  const { rows } = await pool.query<{ at: Instant }>({
    name: 'calendar-link',
    text: 'select made_at::float8 as at from calendar_links where party = $1 and person = $2 and ended_at is null',
    values: [party, person],
  });
  return rows[0]?.at;
};

const READ = 'select party, person from calendar_links where secret_hash = $1 and ended_at is null';

/** Whose dates a link shows; undefined where it has ended, or whoever made it acts for that party no more. */
export async function partyOfLink(pool: pg.Pool, secret: string, at: Instant): Promise<string | undefined> {
  const hash = hashOfSecret(secret);
  if (!hash) return undefined;
  const { rows } = await pool.query<LinkOf>({ name: 'calendar-link-read', text: READ, values: [hash] });
  const [link] = rows;
  const person = link && (await personSignedIn(pool, link.person, at));
  return person?.appointments.some(({ party }) => party === link?.party) ? link?.party : undefined;
}
