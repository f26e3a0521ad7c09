import { hash, verify } from '@node-rs/argon2';
import { Secret, TOTP } from 'otpauth';
import type pg from 'pg';
import type { Instant } from '../../domain/model/instant.js';

/** OWASP's smallest argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Somebody made up for a demonstration or a test. */
export interface Account {
  readonly subject: string;
  readonly login: string;
}

/** What an account is made with; without a password it signs in by a click, where that is allowed. */
export interface NewAccount extends Account {
  readonly password?: string;
  /** Base32, as an authenticator takes it. */
  readonly totpSecret?: string;
}

interface Row {
  readonly subject: string;
  readonly login: string;
  readonly password_hash: string | null;
  readonly totp_secret: string | null;
}

/** Makes an account, or gives one that is there another password and second factor. */
export async function keepAccount(pool: pg.Pool, { subject, login, password, totpSecret }: NewAccount): Promise<void> {
  const hashed = password === undefined ? null : await hash(password, COST);
  await pool.query(
    `insert into identity.accounts (subject, login, password_hash, totp_secret) values ($1, $2, $3, $4)
     on conflict (subject) do update set login = excluded.login,
       password_hash = coalesce(excluded.password_hash, accounts.password_hash),
       totp_secret = coalesce(excluded.totp_secret, accounts.totp_secret)`,
    [subject, login, hashed, totpSecret ?? null],
  );
}

export async function accountOf(pool: pg.Pool, by: 'subject' | 'login', value: string): Promise<Account | undefined> {
  const { rows } = await pool.query<Row>(`select subject, login from identity.accounts where ${by} = $1`, [value]);
  return rows[0] && { subject: rows[0].subject, login: rows[0].login };
}

/** What an unknown name is compared with, so that it takes as long as a known one. */
let nobodys: Promise<string> | undefined;

/** Whose name and password these are; nobody's otherwise, and it takes as long. */
export async function byPassword(pool: pg.Pool, login: string, password: string): Promise<Account | undefined> {
  const { rows } = await pool.query<Row>('select subject, login, password_hash from identity.accounts where login = $1', [login]);
  nobodys ??= hash('nobody', COST);
  const [row] = rows;
  const right = await verify(row?.password_hash ?? (await nobodys), password);
  return right && row && row.password_hash !== null ? { subject: row.subject, login: row.login } : undefined;
}

/** Whether a code is an account's now. It is good once: its step is kept, and no code of that step or an earlier one is taken again. */
export async function takesCode(pool: pg.Pool, subject: string, code: string, now: Instant): Promise<boolean> {
  const { rows } = await pool.query<Row>('select totp_secret from identity.accounts where subject = $1', [subject]);
  const secret = rows[0]?.totp_secret;
  if (secret === undefined || secret === null) return false;
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const off = totp.validate({ token: code, timestamp: now, window: 1 });
  if (off === null) return false;
  const step = totp.counter({ timestamp: now }) + off;
  const used = await pool.query(
    'update identity.accounts set totp_step = $2 where subject = $1 and (totp_step is null or totp_step < $2)',
    [subject, step],
  );
  return used.rowCount === 1;
}
