import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetExpired } from '../../../embedded/identity/payloads.js';
import { startIdentity } from '../../../embedded/identity/identity.js';
import { openPool } from '../../../records/connection.js';
import { claimPlatform } from '../../../records/platform.js';
import { bookDatabase } from '../../records/database.js';
import { Browser } from './browser.js';
import { PASSWORD, startSite, type Site } from './site.js';
import { recordedSignIns } from './recorded.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const atPassword = (address: string): Promise<Browser> => new Browser(site.origin, address).go('/sign-in/start?to=/app/me');
const tokenOf = (answer: Response): Promise<Record<string, unknown>> => answer.json() as Promise<Record<string, unknown>>;
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${site.origin}${path}`, { method: 'POST', body: new URLSearchParams(form), headers });
const who = (token: unknown): Promise<Response> =>
  fetch(`${site.origin}/api/who`, { headers: { authorization: `Bearer ${String(token)}` } });

describe('machine clients sign in by their key', () => {
  const CLIENT = 'mc-BJ-0001';
  let key: CryptoKey;
  beforeAll(async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    key = pair.privateKey;
    site.clients.set(CLIENT, [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' }]);
  });

  const assertion = (by: CryptoKey, claims: Record<string, unknown> = {}): Promise<string> =>
    new SignJWT({ aud: site.identity.issuer, jti: crypto.randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(CLIENT)
      .setSubject(CLIENT)
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(by);
  const ask = (client_assertion: string): Promise<Response> =>
    post('/oidc/token', {
      grant_type: 'client_credentials',
      scope: 'api',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    });

  it('and get a token for the interface, for ten minutes', async () => {
    const answer = await tokenOf(await ask(await assertion(key)));
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'api' });
    const said: unknown = await (await who(answer['access_token'])).json();
    expect(said).toMatchObject({ issuer: site.identity.issuer, subject: CLIENT, client: CLIENT });
    expect(said).not.toHaveProperty('signIn');
  });

  it('a forged assertion is refused: another key, another audience, none at all', async () => {
    const { privateKey: forged } = await generateKeyPair('ES256');
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ iss: CLIENT, sub: CLIENT }))}.`.replaceAll('=', '');
    for (const [what, one] of [
      ['another key', await assertion(forged)],
      ['for another provider', await assertion(key, { aud: 'https://elsewhere.example' })],
      ['without signature', unsigned],
    ] as const)
      expect([what, (await ask(one)).status]).toEqual([what, 401]);
  });

  it('an assertion is good once, at the same time too', async () => {
    const one = await assertion(key);
    const statuses = await Promise.all(Array.from({ length: 4 }, async () => (await ask(one)).status));
    expect(statuses.sort()).toEqual([200, 401, 401, 401]);
    expect((await ask(one)).status).toBe(401);
  });

  it('a client whose keys were taken away is nobody', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const kept = site.clients.get(CLIENT);
    site.clients.set(CLIENT, [{ ...(await exportJWK(publicKey)), kid: 'k1' }]);
    expect((await ask(await assertion(key))).status).toBe(401);
    expect((await ask(await assertion(privateKey))).status).toBe(200);
    site.clients.delete(CLIENT);
    expect((await ask(await assertion(privateKey))).status).toBe(401);
    site.clients.set(CLIENT, kept ?? []);
  });

  it('what they got and were refused is kept', async () => {
    const lines = await recordedSignIns(site.pool, 50);
    expect(lines).toContainEqual(expect.objectContaining({ what: 'signed-in', how: 'client', client: CLIENT }));
    expect(lines).toContainEqual(expect.objectContaining({ what: 'refused', how: 'client', why: 'invalid_client' }));
  });
});

describe('access tokens', () => {
  it('of another audience, changed, or past their time are nobody’s', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const forged = await new SignJWT({ client_id: 'x' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k' })
      .setIssuer(site.identity.issuer)
      .setAudience('luyue-api')
      .setSubject('x')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    for (const token of [forged, 'x.y.z', '', 'x'.repeat(5_000)]) expect((await who(token)).status).toBe(401);
  });
});

describe('the provider’s keys rotate', () => {
  const kids = async (): Promise<string[]> => {
    const answer = await fetch(`${site.origin}/oidc/jwks`);
    const { keys } = (await answer.json()) as { keys: Record<string, string>[] };
    for (const one of keys) expect(Object.keys(one).filter((name) => ['d', 'p', 'q'].includes(name))).toEqual([]);
    return keys.map(({ kid = '' }) => kid);
  };

  it('two are published; the next one signs after a rotation, and what the old one signed stays good', async () => {
    const before = await kids();
    expect(before).toHaveLength(2);
    await site.identity.rotate();
    const after = await kids();
    expect(after).toHaveLength(3);
    expect(after[0]).toBe(before[1]);
    expect(after).toContain(before[0]);
    const page = await atPassword('192.0.2.3');
    await page.send('/password', { login: 'li', password: PASSWORD });
    expect(page.url).toBe(`${site.origin}/app/me`);
  });

  it('by itself after a month, and what is over for a day is taken down', async () => {
    const before = await kids();
    await site.identity.sweep();
    expect(await kids()).toEqual(before);
    site.later(31 * 24 * 3_600_000);
    await site.identity.sweep();
    const after = await kids();
    site.onTime();
    expect(after[0]).toBe(before[1]);
    expect(after).not.toContain(before[2]);
  });
});

describe('what the provider says of itself', () => {
  it('is of its own address, whatever host a request names', async () => {
    const answer = await fetch(`${site.origin}/oidc/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    });
    const said = (await answer.json()) as Record<string, unknown>;
    expect(said['issuer']).toBe(`${site.origin}/oidc`);
    expect(said['authorization_endpoint']).toBe(`${site.origin}/oidc/auth`);
    expect(JSON.stringify(said)).not.toContain('evil');
  });

  it('what has expired is forgotten, a bounded number at a time', async () => {
    const count = async (): Promise<number> =>
      Number((await site.pool.query<{ n: string }>('select count(*) as n from identity.oidc_payloads')).rows[0]?.n);
    await atPassword('192.0.2.4');
    expect(await count()).toBeGreaterThan(0);
    await forgetExpired(site.pool, Date.now() + 24 * 3_600_000);
    expect(await count()).toBe(0);
  });
});

describe('never in service', () => {
  it('it does not start there, nor where nobody has said what the platform is', async () => {
    const database = await bookDatabase();
    const pool = openPool(database.url, 2);
    const start = (): Promise<unknown> =>
      startIdentity({
        pool,
        origin: 'http://127.0.0.1:1',
        now: Date.now,
        clientKeys: () => Promise.resolve(undefined),
        people: { list: () => Promise.resolve([]), find: () => Promise.resolve(undefined) },
      });
    await expect(start()).rejects.toMatchObject({ code: 'identity-in-service' });
    await claimPlatform(pool, 'service');
    await expect(start()).rejects.toMatchObject({ code: 'identity-in-service' });
    expect((await pool.query('select from identity.keys')).rowCount).toBe(0);
    await pool.end();
    await database.drop();
  });
});
