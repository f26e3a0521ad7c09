import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepForgetting } from '../../../gateway/sign-in/forgetting.js';
import { beginAttempt, takeAttempt } from '../../../parties/attempts.js';
import { newSecret } from '../../../parties/secret.js';
import {
  endSession,
  endSessionsOf,
  endSignIn,
  isEnded,
  openSession,
  sessionOf,
  steppedUpAt,
  type SignedIn,
} from '../../../parties/sessions.js';
import { forgetSignIns, networkOf, recordSignIn } from '../../../parties/sign-ins.js';
import { openPool } from '../../../records/connection.js';
import { grantService } from '../../../records/service-role.js';
import { bookDatabase, type TestDatabase } from '../../records/database.js';
import { recordedSignIns } from './recorded.js';
import { seen } from '../../seen.js';

const role = `service_${randomBytes(6).toString('hex')}`;
const AT = Date.UTC(2026, 5, 1);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let database: TestDatabase;
let owner: pg.Pool;
/** As in service: a role that owns nothing. */
let pool: pg.Pool;
beforeAll(async () => {
  database = await bookDatabase();
  owner = openPool(database.url, 2);
  await owner.query(`create role ${role} login password 'secret'`);
  await grantService(database.url, role);
  const url = new URL(database.url);
  url.username = role;
  url.password = 'secret';
  pool = openPool(url.href, 4);
});
afterAll(async () => {
  await pool.end();
  await owner.query(`drop owned by ${role}; drop role ${role}`);
  await owner.end();
  await database.drop();
});

const wang: SignedIn = { issuer: 'https://id.example', subject: 'wang', sid: 's1', acr: 'pwd', authTime: AT };

describe('front.md 4: a session is a row that ends on the server', () => {
  it('thirty minutes after it was used last, and ten hours after it began', async () => {
    const value = await openSession(pool, wang, AT);
    expect(await sessionOf(pool, value, AT + 30 * MINUTE - 1)).toMatchObject(wang);
    expect(await sessionOf(pool, value, AT + 60 * MINUTE - 2)).toMatchObject(wang);
    expect(await sessionOf(pool, value, AT + 90 * MINUTE)).toBeUndefined();

    const used = await openSession(pool, wang, AT);
    for (let at = AT; at < AT + 600 * MINUTE; at += 29 * MINUTE) expect(await sessionOf(pool, used, at)).toMatchObject(wang);
    expect(await sessionOf(pool, used, AT + 600 * MINUTE - 1)).toMatchObject(wang);
    expect(await sessionOf(pool, used, AT + 600 * MINUTE)).toBeUndefined();
  });

  it('by sign-out, with the tokens that were issued until then and not with later ones', async () => {
    const value = await openSession(pool, { ...wang, sid: 's2' }, AT);
    const token = { issuer: wang.issuer, sid: 's2' };
    expect(await isEnded(pool, { ...token, issuedAt: AT })).toBe(false);
    await endSession(pool, value, AT + MINUTE);
    await endSession(pool, value, AT + 2 * MINUTE);
    expect(await sessionOf(pool, value, AT + MINUTE)).toBeUndefined();
    expect(await isEnded(pool, { ...token, issuedAt: AT + MINUTE })).toBe(true);
    expect(await isEnded(pool, { ...token, issuedAt: AT + MINUTE + 1 })).toBe(false);
    expect(await isEnded(pool, { issuer: 'https://other.example', sid: 's2', issuedAt: AT })).toBe(false);
  });

  it('all of a person’s at once', async () => {
    const li = { ...wang, subject: 'li' };
    const values = await Promise.all(['l1', 'l2', 'l2'].map((sid) => openSession(pool, { ...li, sid }, AT)));
    const other = await openSession(pool, wang, AT);
    await endSessionsOf(pool, li, AT + MINUTE);
    for (const value of values) expect(await sessionOf(pool, value, AT + MINUTE)).toBeUndefined();
    expect(await isEnded(pool, { issuer: li.issuer, sid: 'l2', issuedAt: AT })).toBe(true);
    expect(await sessionOf(pool, other, AT + MINUTE)).toMatchObject(wang);
  });

  it('a command line’s, which has none', async () => {
    await endSignIn(pool, { issuer: wang.issuer, sid: 'c1' }, AT);
    await endSignIn(pool, { issuer: wang.issuer, sid: 'c1' }, AT - MINUTE);
    expect(await isEnded(pool, { issuer: wang.issuer, sid: 'c1', issuedAt: AT })).toBe(true);
  });

  it('what was never a cookie of ours is nobody’s', async () => {
    for (const value of ['', 'x', newSecret(), 'ü'.repeat(43)]) expect(await sessionOf(pool, value, AT)).toBeUndefined();
  });

  it('its value is not in the table, its hash is', async () => {
    const value = await openSession(pool, wang, AT);
    const hash = createHash('sha256').update(value).digest();
    expect((await pool.query('select from sessions where id_hash = $1', [hash])).rowCount).toBe(1);
  });
});

describe('a second factor counts for five minutes', () => {
  it('to the second; not without one, nor one of the future', () => {
    const mfa = { acr: 'mfa', authTime: AT } as const;
    expect(steppedUpAt(mfa, AT + 5 * MINUTE)).toBe(AT);
    expect(steppedUpAt(mfa, AT + 5 * MINUTE + 1_000)).toBeUndefined();
    expect(steppedUpAt({ ...mfa, acr: 'pwd' }, AT)).toBeUndefined();
    expect(steppedUpAt(mfa, AT - 2 * MINUTE)).toBeUndefined();
  });
});

describe('an attempt to sign in is good once', () => {
  const attempt = { nonce: 'n', verifier: 'v', goesTo: '/', stepUp: false };
  it('for the browser that began it, of two at the same time for one', async () => {
    const browser = newSecret();
    const state = await beginAttempt(pool, browser, attempt, AT);
    expect(await takeAttempt(pool, newSecret(), state, AT)).toBeUndefined();
    const took = await Promise.all([1, 2, 3].map(() => takeAttempt(pool, browser, state, AT)));
    expect(took.filter((one) => one !== undefined)).toEqual([attempt]);
  });

  it('within a quarter of an hour', async () => {
    const browser = newSecret();
    const state = await beginAttempt(pool, browser, attempt, AT);
    expect(await takeAttempt(pool, browser, state, AT + 15 * MINUTE)).toBeUndefined();
    expect(await takeAttempt(pool, browser, state, AT + 15 * MINUTE - 1)).toEqual(attempt);
  });
});

describe('sign-ins are kept for half a year at least, and not for ever', () => {
  const line = (daysAgo: number, subject: string): Promise<void> =>
    recordSignIn(pool, { at: Date.now() - daysAgo * DAY, what: 'signed-in', how: 'code', issuer: 'i', subject });
  const kept = async (): Promise<(string | undefined)[]> =>
    (await recordedSignIns(pool, 500)).filter(({ issuer }) => issuer === 'i').map(({ subject }) => subject);

  it('four hundred days unless said otherwise, and never less than half a year, whoever asks', async () => {
    await line(401, 'old');
    await line(399, 'last year');
    await line(185, 'older than half a year');
    await line(183, 'of this half year');
    expect(await forgetSignIns(pool)).toBeGreaterThanOrEqual(1);
    expect(await kept()).toEqual(['of this half year', 'older than half a year', 'last year']);
    await forgetSignIns(pool, 1);
    expect(await kept()).toEqual(['of this half year']);
  });

  it('a bounded number is taken away at a time', async () => {
    await owner.query(
      `insert into sign_ins (at, what, how, issuer) select 0, 'refused', 'code', 'bulk' from generate_series(1, 1500)`,
    );
    const left = async (): Promise<number> => (await owner.query(`select from sign_ins where issuer = 'bulk'`)).rowCount ?? 0;
    await forgetSignIns(pool);
    expect(await left()).toBe(500);
    await forgetSignIns(pool);
    expect(await left()).toBe(0);
  });

  it('by itself, now and then', async () => {
    await line(500, 'old');
    const stop = keepForgetting(pool, { everyMs: 20 });
    await seen('the old line is gone', async () => !(await kept()).includes('old'));
    stop();
  });

  it('the application itself changes and deletes none', async () => {
    for (const sql of [`update sign_ins set subject = 'x'`, 'delete from sign_ins', 'delete from sessions'])
      await expect(pool.query(sql), sql).rejects.toMatchObject({ code: '42501' });
    await expect(owner.query(`update sign_ins set subject = 'x'`)).rejects.toMatchObject({ code: '23001' });
  });

  it('in service nobody has a way to the tables of the embedded provider', async () => {
    for (const table of ['accounts', 'keys', 'secrets', 'oidc_payloads', 'tries'])
      await expect(pool.query(`select from identity.${table}`), table).rejects.toMatchObject({ code: '42501' });
  });

  it('of an address, the network', () => {
    expect(networkOf('192.0.2.77')).toBe('192.0.2.0/24');
    expect(networkOf('::ffff:192.0.2.77')).toBe('192.0.2.0/24');
    expect(networkOf('2001:db8:a:b:c::1')).toBe('2001:db8:a::/48');
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0::/48');
    expect(networkOf('::1')).toBe('0:0:0::/48');
    expect(networkOf('unknown')).toBeUndefined();
    expect(networkOf(undefined)).toBeUndefined();
  });
});
