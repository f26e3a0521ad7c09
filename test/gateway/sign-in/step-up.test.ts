import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  discovery,
  randomPKCECodeVerifier,
} from 'openid-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Browser } from './browser.js';
import { me, signedInAt } from './signed-in.js';
import { codeNow, PASSWORD, startSite, type Site } from './site.js';
import { recordedSignIns } from './recorded.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
beforeEach(() => {
  site.onTime();
});

const signedIn = (login?: string, browser?: Browser): Promise<Browser> => signedInAt(site.origin, login, browser);

describe('step-up: a second factor within five minutes', () => {
  it('is asked for by a link, and leads back to the same page', async () => {
    const browser = await signedIn('li');
    await browser.go('/app/seal');
    expect(browser.status).toBe(403);
    const [, link = ''] = /href="([^"]*)"/.exec(browser.text) ?? [];
    await browser.go(link.replaceAll('&amp;', '&'));
    await browser.send('/password', { login: 'li', password: PASSWORD });
    expect(browser.text).toContain('one-time-code');
    await browser.send('/totp', { code: codeNow() });
    expect([browser.url, browser.text]).toEqual([`${site.origin}/app/seal?of=BJ-0001`, 'sealed']);
    site.later(5 * 60_000 + 1_000);
    expect((await browser.go('/app/seal')).status).toBe(403);
    expect((await browser.go('/app/me')).text).toContain('s-li');
  });

  it('another person cannot show it for somebody', async () => {
    const browser = await signedIn('li');
    await browser.go('/sign-in/step-up?to=/app/seal');
    await browser.send('/password', { login: 'wang', password: PASSWORD });
    await browser.send('/totp', { code: codeNow() });
    expect(browser.status).toBe(400);
    expect(browser.text).toContain('须由已登录的同一人验证');
    expect((await browser.go('/app/seal')).status).toBe(403);
  });

  it('one who is not signed in signs in first', async () => {
    const browser = await new Browser(site.origin).go('/sign-in/step-up?to=/app/seal');
    expect(browser.text).toContain('/sign-in/start?to=%2Fapp%2Fseal');
  });
});

describe('a test person goes in by one click, on platforms that are not in service', () => {
  it('with a second factor taken as shown', async () => {
    const browser = await new Browser(site.origin).go('/sign-in/start?to=/app/me&as=city/a');
    expect(browser.text).toContain('市局甲');
    expect(browser.text).not.toContain('BJ-0001');
    await browser.send('/as', { actor: 'city/a' });
    expect(me(browser)).toMatchObject({ subject: 't-city-a', acr: 'mfa' });
    expect((await browser.go('/app/seal')).text).toBe('sealed');
  });

  it('only one who is known, and only from our own page', async () => {
    const browser = await new Browser(site.origin).go('/sign-in/start?to=/app/me');
    await browser.send('/as', { actor: 'nobody/x' });
    expect(browser.status).toBe(400);
    await browser.send('/as', { actor: 'city/a' }, { origin: 'https://evil.example' });
    expect(browser.status).toBe(403);
  });
});

describe('who signed in, was refused, and signed out is kept', () => {
  it('with the network it came from, and without anything that was typed', async () => {
    const browser = await new Browser(site.origin, '198.51.100.77').go('/sign-in/start?to=/app/me');
    await browser.send('/password', { login: 'my-secret-password', password: 'x' });
    await browser.send('/password', { login: 'li', password: PASSWORD });
    await browser.go('/sign-out');
    await browser.send('/sign-out', {});
    const { issuer } = site.identity;
    const network = '198.51.100.0/24';
    const lines = await recordedSignIns(site.pool, 3);
    expect(lines).toEqual([
      { what: 'signed-out', how: 'code', issuer, subject: 's-li', network },
      { what: 'signed-in', how: 'code', issuer, subject: 's-li', network },
      { what: 'refused', how: 'password', issuer, why: 'wrong', network },
    ]);
    const all = await site.pool.query<{ said: string }>('select sign_ins::text as said from sign_ins');
    expect(all.rows.map(({ said }) => said).join('\n')).not.toMatch(/my-secret-password|198\.51\.100\.77|正确的马/);
  });
});

describe('tokens of a session are refused once it has ended', () => {
  it('by their sid; those of a later sign-in are not', async () => {
    const browser = await signedIn();
    const configuration = await discovery(
      new URL(site.identity.issuer),
      site.identity.console.clientId,
      undefined,
      ClientSecretBasic(site.identity.console.clientSecret),
      // oxlint-disable-next-line typescript/no-deprecated -- marked so that it is not used beyond one machine
      { execute: [allowInsecureRequests] },
    );
    const token = async (): Promise<string> => {
      const verifier = randomPKCECodeVerifier();
      const address = buildAuthorizationUrl(configuration, {
        redirect_uri: `${site.origin}/sign-in/callback`,
        scope: 'openid api',
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        claims: '{"id_token":{"sid":null}}',
      });
      const back = (await browser.once(address.href)).headers.get('location') ?? '';
      return (await authorizationCodeGrant(configuration, new URL(back), { pkceCodeVerifier: verifier })).access_token;
    };
    const who = async (value: string): Promise<number> =>
      (await fetch(`${site.origin}/api/who`, { headers: { authorization: `Bearer ${value}` } })).status;
    const before = await token();
    expect(await who(before)).toBe(200);
    await browser.go('/sign-out');
    await browser.send('/sign-out', {});
    expect(await who(before)).toBe(401);
    // a token's time is told in whole seconds
    site.onTime();
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await who(await token())).toBe(200);
  });
});
