import { isIPv4, isIPv6 } from 'node:net';
import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Database } from './colleagues.js';

export type Happened = 'signed-in' | 'stepped-up' | 'refused' | 'signed-out';
export type Way = 'code' | 'password' | 'totp' | 'test-person' | 'device' | 'client' | 'token';

/** One line of who signed in, was refused, stepped up or signed out. */
export interface SignInEntry {
  readonly at: Instant;
  readonly what: Happened;
  readonly how: Way;
  readonly issuer?: string;
  readonly subject?: string;
  readonly client?: string;
  /** Of a refusal: why, in a word of ours, never what was typed. */
  readonly why?: string;
  /** The network it came from: see `networkOf`. */
  readonly network?: string;
}

/** How long sign-ins are kept where nobody says otherwise; the law asks for half a year, and the book for no less. */
export const KEEP_DAYS = 400;
const MOST_FORGOTTEN = 1_000;

/** Of an address, what tells where somebody came from and not which machine it was: `10.1.2.0/24`, `2001:db8:1::/48`. */
export function networkOf(address: string | undefined): string | undefined {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/i, '') ?? '';
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(plain)) return undefined;
  const [before = '', after] = plain.split('::');
  const groups = before === '' ? [] : before.split(':');
  const rest = after === undefined || after === '' ? [] : after.split(':');
  const filled = after === undefined ? groups : [...groups, ...Array<string>(8 - groups.length - rest.length).fill('0'), ...rest];
  return `${filled.slice(0, 3).join(':')}::/48`;
}

export async function recordSignIn(db: Database, entry: SignInEntry): Promise<void> {
  const { at, what, how, issuer, subject, client, why, network } = entry;
  await db.query(
    `insert into sign_ins (at, what, how, issuer, subject, client, why, network) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [at, what, how, issuer, subject?.slice(0, 255), client?.slice(0, 255), why?.slice(0, 200), network],
  );
}

/** Takes away sign-ins that need not be kept any longer, and sessions long over: a bounded number, so that it is done again. */
export async function forgetSignIns(pool: pg.Pool, keepDays: number = KEEP_DAYS): Promise<number> {
  const { rows } = await pool.query<{ gone: number }>('select forget_sign_ins($1, $2) as gone', [keepDays, MOST_FORGOTTEN]);
  return rows[0]?.gone ?? 0;
}
