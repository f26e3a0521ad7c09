import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIdentity, type Identity } from '../../../embedded/identity/identity.js';
import { dropSessionCookie, keepBrowser, sessionCookie, setSessionCookie } from '../../../gateway/sign-in/session-cookie.js';
import { openPool } from '../../../records/connection.js';
import { claimPlatform } from '../../../records/platform.js';
import { bookDatabase, type TestDatabase } from '../../records/database.js';

const ORIGIN = 'https://luyue.example';

describe('front.md 4: behind TLS the cookies are bound to the host, and travel encrypted only', () => {
  const app = new Hono();
  app.get('/in', (c) => {
    keepBrowser(c, ORIGIN);
    setSessionCookie(c, ORIGIN, 'value');
    return c.text('in');
  });
  app.get('/out', (c) => {
    dropSessionCookie(c, ORIGIN);
    return c.text('out');
  });
  app.get('/who', (c) => c.text(sessionCookie(c, ORIGIN) ?? 'nobody'));

  it('trap 7: __Host-, HttpOnly, Secure, SameSite=Lax', async () => {
    const [browser, session] = (await app.request('/in')).headers.getSetCookie();
    expect(session).toBe('__Host-luyue=value; Path=/; HttpOnly; Secure; SameSite=Lax');
    expect(browser).toMatch(/^__Host-luyue-browser=[\w-]{43}; Max-Age=900; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await app.request('/out')).headers.get('set-cookie')).toMatch(/^__Host-luyue=; Max-Age=0; .*Secure/);
  });

  it('a cookie without the prefix, which a neighbour could set, is not read', async () => {
    const asked = async (cookie: string): Promise<string> => (await app.request('/who', { headers: { cookie } })).text();
    expect(await asked('__Host-luyue=value')).toBe('value');
    expect(await asked('luyue=value')).toBe('nobody');
  });
});

describe('front.md 7: several training twins on one machine', () => {
  it('one does not sign the people of another out: browsers keep cookies by host, whatever the port', async () => {
    const app = new Hono();
    const at = (port: string): string => `http://127.0.0.1:${port}`;
    app.get('/in/:port', (c) => {
      setSessionCookie(c, at(c.req.param('port')), c.req.param('port'));
      return c.text('in');
    });
    app.get('/who/:port', (c) => c.text(sessionCookie(c, at(c.req.param('port'))) ?? 'nobody'));
    const cookies = ['8080', '8081'].map(
      async (port) => (await app.request(`/in/${port}`)).headers.getSetCookie()[0]?.split(';')[0] ?? '',
    );
    const headers = { cookie: (await Promise.all(cookies)).join('; ') };
    const who = ['8080', '8081', '8082'].map(async (port) => (await app.request(`/who/${port}`, { headers })).text());
    expect(await Promise.all(who)).toEqual(['8080', '8081', 'nobody']);
  });
});

describe('the embedded provider of a rehearsal behind TLS', () => {
  let database: TestDatabase;
  let identity: Identity;
  let here: string;
  const server = createServer((req, res) => identity.handle(req, res));
  beforeAll(async () => {
    database = await bookDatabase();
    const pool = openPool(database.url, 4);
    await claimPlatform(pool, 'rehearsal');
    identity = await startIdentity({
      pool,
      origin: ORIGIN,
      now: Date.now,
      clientKeys: () => Promise.resolve(undefined),
      people: { list: () => Promise.resolve([]), find: () => Promise.resolve(undefined) },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    here = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    return async () => {
      identity.stop();
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    };
  });
  afterAll(() => database.drop());

  it('speaks of itself by its own address, whatever host is named, and its cookies are Secure', async () => {
    const found = await fetch(`${here}/oidc/.well-known/openid-configuration`);
    expect(await found.json()).toMatchObject({ issuer: `${ORIGIN}/oidc`, token_endpoint: `${ORIGIN}/oidc/token` });
    const asked = new URLSearchParams({
      client_id: identity.console.clientId,
      redirect_uri: `${ORIGIN}/sign-in/callback`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'A'.repeat(43),
      code_challenge_method: 'S256',
    });
    const sent = await fetch(`${here}/oidc/auth?${asked.toString()}`, { redirect: 'manual' });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toMatch(/^\/oidc\/interaction\/|^https:\/\/luyue\.example\/oidc\/interaction\//);
    const cookies = sent.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/; secure(;|$)/i);
  });

  it('takes no client that goes back to another site', async () => {
    const asked = new URLSearchParams({
      client_id: identity.console.clientId,
      redirect_uri: 'https://evil.example/sign-in/callback',
      response_type: 'code',
      scope: 'openid',
    });
    const sent = await fetch(`${here}/oidc/auth?${asked.toString()}`, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect([sent.status, sent.headers.get('location')]).toEqual([400, null]);
    expect(await sent.text()).toContain('redirect_uri');
  });
});
