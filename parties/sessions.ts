import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Database } from './colleagues.js';
import { hashOfSecret, newSecret } from './secret.js';

const MINUTE = 60_000;
/** A session that nobody uses ends after this. */
const IDLE_MS = 30 * MINUTE;
/** A session ends after this, used or not. */
const WHOLE_MS = 600 * MINUTE;
/** How long a second factor counts for what asks for one. */
const STEPPED_UP_MS = 5 * MINUTE;
/** How exactly it is written down when a session was last used: a page must not be a write. */
const SEEN_MS = MINUTE;

/** Of the ways to have signed in, what a decision may rest on: a second factor, or none. */
export type Acr = 'pwd' | 'mfa';

/** Who has signed in, and how, as the provider says it. */
export interface SignedIn {
  readonly issuer: string;
  readonly subject: string;
  /** The provider's name of this sign-in. */
  readonly sid: string;
  readonly acr: Acr;
  readonly authTime: Instant;
}

/** A browser that is signed in. All its instants are of the wall clock. */
export interface Session extends SignedIn {
  readonly madeAt: Instant;
}

/** Begins a session and answers with the value of its cookie, which is kept nowhere. */
export async function openSession(db: Database, who: SignedIn, at: Instant): Promise<string> {
  const value = newSecret();
  await db.query(
    `insert into sessions (id_hash, issuer, subject, sid, acr, auth_time, made_at, seen_at) values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [hashOfSecret(value), who.issuer, who.subject, who.sid, who.acr, who.authTime, at],
  );
  return value;
}

interface Row {
  readonly issuer: string;
  readonly subject: string;
  readonly sid: string;
  readonly acr: Acr;
  readonly auth_time: string;
  readonly made_at: string;
  readonly seen_at: string;
}

const SESSION = `select issuer, subject, sid, acr, auth_time, made_at, seen_at from sessions
  where id_hash = $1 and ended_at is null and seen_at > $2 and made_at > $3`;

/** The session of a cookie, if it has not ended; being asked for, it is in use. */
export async function sessionOf(pool: pg.Pool, value: string, at: Instant): Promise<Session | undefined> {
  const hash = hashOfSecret(value);
  if (!hash) return undefined;
  const values = [hash, at - IDLE_MS, at - WHOLE_MS];
  const { rows } = await pool.query<Row>({ name: 'session', text: SESSION, values });
  const [row] = rows;
  if (!row) return undefined;
  if (at - Number(row.seen_at) >= SEEN_MS)
    await pool.query(`update sessions set seen_at = $2 where id_hash = $1 and seen_at < $2`, [hash, at]);
  const { issuer, subject, sid, acr } = row;
  return { issuer, subject, sid, acr, authTime: Number(row.auth_time), madeAt: Number(row.made_at) };
}

/** One of the browsers in which a person is signed in. */
export interface OpenSession {
  readonly madeAt: Instant;
  readonly seenAt: Instant;
  readonly acr: Acr;
}

const SHOWN = 50;

/** Where a person is signed in, the newest first. */
export async function openSessionsOf(
  pool: pg.Pool,
  { issuer, subject }: Pick<SignedIn, 'issuer' | 'subject'>,
  at: Instant,
): Promise<readonly OpenSession[]> {
  const { rows } = await pool.query<Pick<Row, 'made_at' | 'seen_at' | 'acr'>>(
    `select made_at, seen_at, acr from sessions where issuer = $1 and subject = $2 and ended_at is null and seen_at > $3 and made_at > $4
     order by made_at desc limit $5`,
    [issuer, subject, at - IDLE_MS, at - WHOLE_MS, SHOWN],
  );
  return rows.map(({ made_at, seen_at, acr }) => ({ madeAt: Number(made_at), seenAt: Number(seen_at), acr }));
}

const ENDED = `insert into ended_sign_ins (issuer, sid, at) select issuer, sid, max(ended_at) from ended group by issuer, sid
  on conflict (issuer, sid) do update set at = greatest(ended_sign_ins.at, excluded.at)`;

const END_ONE = `update sessions set ended_at = greatest($2, made_at) where id_hash = $1 and ended_at is null`;
const keyOf = (value: string): Buffer => hashOfSecret(value) ?? Buffer.alloc(0);

/** Ends the session of a cookie for good, with the tokens of its sign-in. Twice is once. */
export async function endSession(db: Database, value: string, at: Instant): Promise<void> {
  await db.query(`with ended as (${END_ONE} returning issuer, sid, ended_at) ${ENDED}`, [keyOf(value), at]);
}

/** Ends a session in whose place another has begun. */
export async function replaceSession(db: Database, value: string, at: Instant): Promise<void> {
  await db.query(END_ONE, [keyOf(value), at]);
}

/** Ends every session of a person, wherever: a lost device, an appointment that ended in anger. */
export async function endSessionsOf(db: Database, who: Pick<SignedIn, 'issuer' | 'subject'>, at: Instant): Promise<void> {
  await db.query(
    `with ended as (update sessions set ended_at = greatest($3, made_at) where issuer = $1 and subject = $2 and ended_at is null
       returning issuer, sid, ended_at) ${ENDED}`,
    [who.issuer, who.subject, at],
  );
}

/** Ends a sign-in that has no session here: a command line's. */
export async function endSignIn(db: Database, { issuer, sid }: Pick<SignedIn, 'issuer' | 'sid'>, at: Instant): Promise<void> {
  await db.query(`with ended (issuer, sid, ended_at) as (values ($1::text, $2::text, $3::bigint)) ${ENDED}`, [issuer, sid, at]);
}

/** Whether a token is of a sign-in that has ended since it was issued. */
export async function isEnded(
  pool: pg.Pool,
  { issuer, sid, issuedAt }: Pick<SignedIn, 'issuer' | 'sid'> & { readonly issuedAt: Instant },
): Promise<boolean> {
  const found = await pool.query('select from ended_sign_ins where issuer = $1 and sid = $2 and at >= $3', [
    issuer,
    sid,
    issuedAt,
  ]);
  return found.rowCount === 1;
}

/** How far a provider's clock may be ahead of ours. */
const AHEAD_MS = 60_000;

/** When a second factor was shown, if that still counts. */
export function steppedUpAt({ acr, authTime }: Pick<SignedIn, 'acr' | 'authTime'>, at: Instant): Instant | undefined {
  const age = at - authTime;
  return acr === 'mfa' && age <= STEPPED_UP_MS && age >= -AHEAD_MS ? authTime : undefined;
}
