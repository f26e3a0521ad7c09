import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isNo } from '../../../gateway/no.js';
import { RelyingParty } from '../../../gateway/sign-in/relying-party.js';
import { signInRoutes } from '../../../gateway/sign-in/routes.js';
import { issuerAt, tokenReader } from '../../../gateway/tokens.js';
import { noOfFailure } from '../../../gateway/around.js';
import { openPool } from '../../../records/connection.js';
import { bookDatabase } from '../../records/database.js';
import { Browser } from './browser.js';
import { MOODS, says, saysBut, startMoody, type Mood, type Moody } from './moody-provider.js';
import { recordedSignIns } from './recorded.js';

/** How long the platform waits for the provider here. */
const PATIENCE_MS = 300;

let moody: Moody;
let pool: pg.Pool;
let server: Server;
let origin: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await bookDatabase();
  drop = () => database.drop();
  pool = openPool(database.url, 4);
});
afterAll(async () => {
  await pool.end();
  await drop();
});
beforeEach(async () => {
  moody = await startMoody();
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const settings = { issuer: moody.issuer, clientId: 'console', clientSecret: 'secret', secondFactor: ['mfa'] };
  const routes = signInRoutes({
    pool,
    origin,
    now: Date.now,
    provider: new RelyingParty(settings, `${origin}/sign-in/callback`, PATIENCE_MS),
    madeUp: false,
    commandLine: { issuer: moody.issuer, clientId: 'cli', scope: 'openid' },
    readToken: tokenReader([], () => Promise.resolve(false)),
    addressOf: () => '10.1.2.3',
    failed: noOfFailure,
  });
  const app = new Hono().route('/', routes).get('/app/me', (c) => c.text('my page'));
  const answer = getRequestListener(app.fetch);
  server.on('request', (req, res) => void answer(req, res));
  return () => {
    moody.stop();
    server.closeAllConnections();
    server.close();
  };
});

/** A browser that has been at the provider, and the address that leads it back. */
async function halfWay(): Promise<{ browser: Browser; back: string }> {
  const browser = new Browser(origin);
  const answer = await browser.once('/sign-in/start?to=/app/me');
  expect(answer.status).toBe(303);
  return { browser, back: moody.signIn(new URL(answer.headers.get('location') ?? '')) };
}
const sessions = async (): Promise<number> =>
  Number((await pool.query<{ n: string }>('select count(*) as n from sessions where ended_at is null')).rows[0]?.n);

/** A page in both languages with a way on, no session, and nothing left behind. */
async function expectTold(browser: Browser, status: number, zh: string, before: number): Promise<void> {
  expect([browser.status, browser.headers.get('content-type')]).toEqual([status, 'text/html; charset=UTF-8']);
  expect(browser.text).toContain(zh);
  expect(browser.text).toContain('href="/sign-in/start?to=%2Fapp%2Fme"');
  expect(browser.cookie('luyue')).toBeUndefined();
  expect(await sessions()).toBe(before);
}
async function expectSignsIn(browser = new Browser(origin)): Promise<void> {
  const answer = await browser.once('/sign-in/start?to=/app/me');
  await browser.go(moody.signIn(new URL(answer.headers.get('location') ?? '')));
  expect([browser.status, browser.text]).toEqual([200, 'my page']);
  expect(browser.cookie('luyue')).toMatch(/^[\w-]{43}$/);
}

const AWAY = '身份认证服务没有答复';
const WITHOUT: Readonly<Record<string, Mood>> = {
  'no address to sign in at': saysBut({ authorization_endpoint: undefined }),
  'no address for the code': saysBut({ token_endpoint: undefined }),
  'an address that is none': saysBut({ authorization_endpoint: 'somewhere' }),
  'a script for an address': saysBut({ authorization_endpoint: 'javascript:alert(1)' }),
  'another name than its own': saysBut({ issuer: 'https://elsewhere.example' }),
};

describe('front.md 4: while the provider is away everybody is told so, and can sign in once it is back', () => {
  it.each(Object.entries({ ...MOODS, ...WITHOUT }))('asked what it is, it gives: %s', async (_, mood) => {
    const before = await sessions();
    moody.moods.set('discovery', mood);
    const browser = await new Browser(origin).go('/sign-in/start?to=/app/me');
    await expectTold(browser, 503, AWAY, before);
    moody.moods.clear();
    await expectSignsIn(browser);
  });

  it.each(Object.entries(MOODS))('asked for who came, it gives: %s', async (_, mood) => {
    const before = await sessions();
    const { browser, back } = await halfWay();
    moody.moods.set('token', mood);
    await browser.go(back);
    await expectTold(browser, 503, AWAY, before);
    expect(await recordedSignIns(pool, 1)).toMatchObject([{ what: 'refused', why: 'provider away' }]);
    moody.moods.clear();
    await expectSignsIn(browser);
  });

  it.each([
    ['the code is no good', { token: says(400, 'application/json', '{"error":"invalid_grant"}') }, {}],
    ['another nonce', {}, { nonce: 'other' }],
    ['for another client', {}, { aud: 'other' }],
    ['of an hour of before', {}, { auth_time: 1 }],
  ] as const)('what does not fit is not its silence: %s', async (_, moods, claims) => {
    const before = await sessions();
    const { browser, back } = await halfWay();
    for (const [place, mood] of Object.entries(moods)) moody.moods.set(place as 'token', mood);
    moody.claims = claims;
    await browser.go(back);
    await expectTold(browser, 400, '身份认证未通过', before);
    moody.moods.clear();
    moody.claims = {};
    await expectSignsIn(browser);
  });

  it('an identity token signed by a key that is not the provider’s signs nobody in', async () => {
    const before = await sessions();
    const { browser, back } = await halfWay();
    moody.forges = true;
    await browser.go(back);
    await expectTold(browser, 400, '身份认证未通过', before);
  });
});

describe('while the keys of the provider cannot be had, nothing is said of a token', () => {
  it.each(Object.entries(MOODS))('asked for its keys, it gives: %s', async (_, mood) => {
    const read = tokenReader([{ ...issuerAt(moody.issuer, PATIENCE_MS) }], () => Promise.resolve(false));
    moody.moods.set('keys', mood);
    expect(await read(await moody.token())).toMatchObject({ code: 'stored-nothing' });
    moody.moods.clear();
    const who = await read(await moody.token());
    expect(isNo(who)).toBe(false);
  });
});

describe('while the database is away or fails, nobody is half signed in', () => {
  /** The platform as it is while one of its tables answers nothing. */
  async function without(table: string, work: () => Promise<void>): Promise<void> {
    await pool.query(`alter table ${table} rename to away`);
    try {
      await work();
    } finally {
      await pool.query(`alter table away rename to ${table}`);
    }
  }

  it.each(['sign_in_attempts', 'sessions', 'sign_ins'])('on the way back, where %s fails', async (table) => {
    const before = await sessions();
    const { browser, back } = await halfWay();
    await without(table, async () => {
      await browser.go(back);
      expect([browser.status, browser.headers.get('content-type')]).toEqual([500, 'text/html; charset=UTF-8']);
      expect(browser.text).toContain('重新登录');
      expect(browser.cookie('luyue')).toBeUndefined();
    });
    expect(await sessions()).toBe(before);
    await expectSignsIn(browser);
  });

  it('a session that is stepped up goes on as it was where that fails', async () => {
    const browser = new Browser(origin);
    await expectSignsIn(browser);
    const before = { cookie: browser.cookie('luyue'), open: await sessions() };
    const answer = await browser.once('/sign-in/step-up?to=/app/me');
    moody.claims = { acr: 'mfa' };
    await without('sign_ins', async () => {
      await browser.go(moody.signIn(new URL(answer.headers.get('location') ?? '')));
      expect(browser.status).toBe(500);
    });
    expect({ cookie: browser.cookie('luyue'), open: await sessions() }).toEqual(before);
  });

  it('signing out that is not recorded has not happened, and is asked again', async () => {
    const browser = new Browser(origin);
    await expectSignsIn(browser);
    const open = await sessions();
    await browser.go('/sign-out');
    await without('sign_ins', async () => {
      await browser.send('/sign-out', {});
      expect(browser.status).toBe(500);
    });
    expect([await sessions(), browser.cookie('luyue') !== undefined]).toEqual([open, true]);
    await browser.go('/sign-out');
    await browser.send('/sign-out', {});
    expect([browser.url, await sessions()]).toEqual([`${origin}/signed-out`, open - 1]);
  });

  it('a database that is away is said on a page to who looks, and in JSON to a program', async () => {
    const gone = openPool('postgresql://x@127.0.0.1:1/x', 1);
    const routes = signInRoutes({
      pool: gone,
      origin,
      now: Date.now,
      provider: new RelyingParty(
        { issuer: moody.issuer, clientId: 'console', clientSecret: 'secret', secondFactor: ['mfa'] },
        `${origin}/sign-in/callback`,
      ),
      madeUp: false,
      commandLine: { issuer: moody.issuer, clientId: 'cli', scope: 'openid' },
      readToken: tokenReader([], () => Promise.resolve(false)),
      addressOf: () => '10.1.2.3',
      failed: noOfFailure,
    });
    const page = await routes.request('/sign-in/start?to=/app/me', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await page.text()).toContain('账簿数据库没有答复');
    await gone.end();
  });
});
