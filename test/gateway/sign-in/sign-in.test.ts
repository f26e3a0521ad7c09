import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Browser } from './browser.js';
import { me, signedInAt } from './signed-in.js';
import { PASSWORD, startSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());
beforeEach(() => {
  site.onTime();
});

const signedIn = (login?: string, browser?: Browser): Promise<Browser> => signedInAt(site.origin, login, browser);

describe('front.md 4: signing in with the authorization code flow', () => {
  it('a person comes back signed in, to the page they were on', async () => {
    const browser = await signedIn();
    expect(browser.url).toBe(`${site.origin}/app/me`);
    expect(me(browser)).toMatchObject({ issuer: site.identity.issuer, subject: 's-wang', acr: 'pwd' });
  });

  it('the request carries state, nonce and a PKCE challenge, and the browser sees neither verifier nor token', async () => {
    const browser = await signedIn();
    const asked = new URL(browser.seen.find(({ url }) => url.includes('/oidc/auth?'))?.url ?? '');
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
    const addresses = browser.seen.map(({ url }) => url).join('\n');
    expect(addresses).not.toMatch(/code_verifier|id_token(?!%22)=|access_token/);
  });

  it('trap 4: sign-in starts with a link, since the policy would stop a form that leads to the provider', async () => {
    const browser = await new Browser(site.origin).go('/sign-in?to=/app/me');
    expect(browser.text).toContain('href="/sign-in/start?to=%2Fapp%2Fme"');
    expect(browser.text).not.toContain('<form');
    expect(browser.headers.get('content-security-policy')).toContain("form-action 'self'");
  });

  it('trap 3: pages are sent with the referrer policy that lets browsers name their origin', async () => {
    const browser = await new Browser(site.origin).go('/sign-in/start');
    expect(browser.url).toContain('/oidc/interaction/');
    expect(browser.headers.get('referrer-policy')).toBe('same-origin');
    expect(browser.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('trap 7: the cookie is Lax and HttpOnly, so that the way back from the provider brings it and no script does', async () => {
    const line = (await signedIn()).cookieLine('luyue') ?? '';
    expect(line).toMatch(/; HttpOnly(;|$)/);
    expect(line).toMatch(/; SameSite=Lax(;|$)/);
    expect(line).not.toMatch(/domain=|secure/i);
  });

  it('the pages have no script, no style of their own, and say that people are made up', async () => {
    const browser = await new Browser(site.origin).go('/sign-in/start');
    expect(browser.text).not.toMatch(/<script|<style| style=| on[a-z]+=/);
    expect(browser.text).toContain('演示用身份服务');
    const style = await new Browser(site.origin).go('/sign-in/style.css');
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  it('what is kept of the cookie is its hash', async () => {
    const browser = await signedIn();
    const value = browser.cookie('luyue') ?? '';
    expect(value).toMatch(/^[\w-]{43}$/);
    const { rows } = await site.pool.query(`select from sessions where sessions::text like '%' || $1 || '%'`, [value]);
    expect(rows).toEqual([]);
  });

  it('somebody may change their mind', async () => {
    const browser = await new Browser(site.origin).go('/sign-in/start');
    await browser.send('/cancel', {});
    expect([browser.url, browser.status]).toEqual([`${site.origin}/sign-in`, 200]);
  });
});

describe('an answer of the provider is good once, for the browser that asked', () => {
  const halfWay = async (browser: Browser): Promise<string> => {
    await browser.go('/sign-in/start?to=/app/me');
    const [, action = ''] = /action="([^"]*\/password)"/.exec(browser.text) ?? [];
    let answer = await browser.once(action, { login: 'wang', password: PASSWORD });
    for (;;) {
      const to = answer.headers.get('location') ?? '';
      if (to.includes('/sign-in/callback')) return to;
      answer = await browser.once(to);
    }
  };

  it('another browser cannot use it: nobody is signed in as somebody else by a link', async () => {
    const back = await halfWay(new Browser(site.origin));
    const victim = await new Browser(site.origin).go('/sign-in/start');
    await victim.go(back);
    expect([victim.status, victim.cookie('luyue')]).toEqual([400, undefined]);
  });

  it('it is not taken twice', async () => {
    const browser = new Browser(site.origin);
    const back = await halfWay(browser);
    expect((await browser.go(back)).url).toBe(`${site.origin}/app/me`);
    expect((await browser.go(back)).status).toBe(400);
  });

  it('nor with another state, nor from another issuer', async () => {
    for (const [name, value] of [
      ['state', 'A'.repeat(43)],
      ['iss', 'https://elsewhere.example'],
      ['code', 'A'.repeat(43)],
    ] as const) {
      const browser = new Browser(site.origin);
      const back = new URL(await halfWay(browser));
      back.searchParams.set(name, value);
      await browser.go(back.href);
      expect([name, browser.status, browser.cookie('luyue')]).toEqual([name, 400, undefined]);
    }
  });

  it('nor a quarter of an hour later', async () => {
    const browser = new Browser(site.origin);
    const back = await halfWay(browser);
    site.later(15 * 60_000);
    await browser.go(back);
    expect([browser.status, browser.cookie('luyue')]).toEqual([400, undefined]);
  });
});
