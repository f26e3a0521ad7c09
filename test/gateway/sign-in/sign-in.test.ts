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
import { readSignIns } from '../../../parties/sign-ins.js';
import { Browser } from './browser.js';
import { codeNow, PASSWORD, startSite, type Site } from './site.js';

let site: Site;
beforeAll(async () => {
  site = await startSite();
}, 60_000);
afterAll(() => site.stop());
beforeEach(() => {
  site.onTime();
});

const signedIn = async (login = 'wang', browser = new Browser(site.origin)): Promise<Browser> => {
  await browser.go('/sign-in/start?to=/app/me');
  return browser.send('/password', { login, password: PASSWORD });
};
const me = (browser: Browser): Record<string, unknown> => JSON.parse(browser.text) as Record<string, unknown>;

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
    const { line = '' } = (await signedIn()).cookies.get('luyue /') ?? {};
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

describe('sessions', () => {
  it('fixation: a cookie planted before is not the one after, at each sign-in anew', async () => {
    const browser = new Browser(site.origin);
    const planted = 'P'.repeat(43);
    browser.cookies.set('luyue /', { name: 'luyue', value: planted, path: '/', line: '' });
    await signedIn('wang', browser);
    const first = browser.cookie('luyue');
    expect(first).not.toBe(planted);
    await browser.go('/sign-in/start?to=/app/me');
    expect(browser.url).toBe(`${site.origin}/app/me`);
    expect(browser.cookie('luyue')).not.toBe(first);
    const old = new Browser(site.origin);
    for (const value of [planted, first ?? '']) {
      old.cookies.set('luyue /', { name: 'luyue', value, path: '/', line: '' });
      expect((await old.once('/app/me')).status).toBe(303);
    }
  });

  it('a stolen cookie is worth nothing after sign-out', async () => {
    const browser = await signedIn();
    const thief = browser.stolen();
    expect((await thief.go('/app/me')).status).toBe(200);
    await browser.go('/sign-out');
    await browser.send('/sign-out', {});
    expect(browser.url).toBe(`${site.origin}/signed-out`);
    expect(browser.cookie('luyue')).toBeUndefined();
    expect((await thief.once('/app/me')).headers.get('location')).toBe('/sign-in?ended&to=/app/me');
  });

  it('one ends at the provider too, and then is asked for the password again', async () => {
    const browser = await signedIn();
    await browser.go('/sign-out');
    await browser.send('/sign-out', {});
    await browser.go('/sign-out/elsewhere');
    await browser.send('/session/end/confirm', { logout: 'yes' });
    expect(browser.url).toBe(`${site.origin}/signed-out/everywhere`);
    expect(browser.text).not.toContain('/sign-out/elsewhere');
    await browser.go('/sign-in/start?to=/app/me');
    expect(browser.text).toContain('name="password"');
  });

  it('ends after thirty minutes without use, to the second', async () => {
    const browser = await signedIn();
    site.later(29 * 60_000);
    expect((await browser.go('/app/me')).text).toContain('s-wang');
    site.later(29 * 60_000 + 50_000);
    expect((await browser.go('/app/me')).text).toContain('s-wang');
    site.later(30 * 60_000);
    expect((await browser.once('/app/me')).status).toBe(303);
  });

  it('ends after ten hours, used or not', async () => {
    const browser = await signedIn();
    for (let minutes = 0; minutes < 580; minutes += 20) {
      site.later(20 * 60_000);
      expect((await browser.go('/app/me')).text).toContain('s-wang');
    }
    site.later(19 * 60_000);
    expect((await browser.go('/app/me')).text).toContain('s-wang');
    site.later(60_000);
    expect((await browser.once('/app/me')).status).toBe(303);
  });

  it('open redirect: one goes on with a page of our own only', async () => {
    for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)'])
      expect([to, (await signedInTo(to)).url]).toEqual([to, `${site.origin}/`]);
    expect((await signedInTo('/app/me?x=1')).url).toBe(`${site.origin}/app/me?x=1`);
  });
});

const signedInTo = async (to: string): Promise<Browser> => {
  const browser = await new Browser(site.origin).go(`/sign-in/start?to=${encodeURIComponent(to)}`);
  return browser.send('/password', { login: 'wang', password: PASSWORD });
};

describe('changes are asked for by our own pages', () => {
  it('trap 3: the token of the session and the origin, both', async () => {
    const browser = await signedIn();
    const csrf = String(me(browser)['token']);
    const other = String(me(await signedIn('li'))['token']);
    const tries: [string, Record<string, string>, Record<string, string>, number][] = [
      ['both', { csrf }, {}, 200],
      ['no token', {}, {}, 403],
      ["another session's token", { csrf: other }, {}, 403],
      ['another site', { csrf }, { origin: 'https://evil.example' }, 403],
      ['a hidden origin', { csrf }, { origin: 'null' }, 403],
      ['a hidden origin of our own page', { csrf }, { origin: 'null', 'sec-fetch-site': 'same-origin' }, 200],
      ['a hidden origin of a neighbour', { csrf }, { origin: 'null', 'sec-fetch-site': 'same-site' }, 403],
    ];
    for (const [what, form, headers, status] of tries)
      expect([what, (await browser.once('/app/change', form, headers)).status]).toEqual([what, status]);
  });

  it('sign-out too: a page of another site cannot sign anybody out', async () => {
    const browser = await signedIn();
    expect((await browser.once('/sign-out', { csrf: 'x' })).status).toBe(403);
    const csrf = String(me(browser)['token']);
    expect((await browser.once('/sign-out', { csrf }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await browser.go('/app/me')).text).toContain('s-wang');
  });

  it('nor can it fill in the password for anybody', async () => {
    const browser = await new Browser(site.origin).go('/sign-in/start');
    await browser.send('/password', { login: 'wang', password: PASSWORD }, { origin: 'https://evil.example' });
    expect(browser.status).toBe(403);
  });
});

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
    const lines = (await readSignIns(site.pool, { limit: 3 })).map(({ n: _, at: __, ...said }) => said);
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

describe('who asks', () => {
  const ask = async (headers: Record<string, string>): Promise<unknown> =>
    (await fetch(`${site.origin}/api/caller`, { headers })).json();

  it('a session, as the person whom the book knows, with the second factor while it counts', async () => {
    const browser = await new Browser(site.origin).go('/sign-in/start?to=/app/me&as=city/a');
    await browser.send('/as', { actor: 'city/a' });
    const cookie = `luyue=${String(browser.cookie('luyue'))}`;
    expect(await ask({ cookie })).toMatchObject({
      by: 'session',
      caller: { person: 'p-t-city-a', steppedUpAt: expect.any(Number) as number },
    });
    site.later(5 * 60_000 + 1_000);
    const later = await ask({ cookie });
    expect(later).toMatchObject({ by: 'session', caller: { person: 'p-t-city-a' } });
    expect(later).not.toHaveProperty('caller.steppedUpAt');
    expect(await ask({ cookie, authorization: 'Bearer x.y.z' })).toEqual({ by: null });
    expect(await ask({ cookie, authorization: 'Basic eDp5' })).toEqual({ by: null });
    expect(await ask({})).toEqual({ by: null });
  });
});
