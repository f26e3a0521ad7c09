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

describe('sessions', () => {
  it('fixation: a cookie planted before is not the one after, at each sign-in anew', async () => {
    const browser = new Browser(site.origin);
    const planted = 'P'.repeat(43);
    browser.plant('luyue', planted);
    await signedIn('wang', browser);
    const first = browser.cookie('luyue');
    expect(first).not.toBe(planted);
    await browser.go('/sign-in/start?to=/app/me');
    expect(browser.url).toBe(`${site.origin}/app/me`);
    expect(browser.cookie('luyue')).not.toBe(first);
    const old = new Browser(site.origin);
    for (const value of [planted, first ?? '']) {
      old.plant('luyue', value);
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
    const out = browser.seen.find(({ url, method }) => method === 'POST' && url.endsWith('/sign-out'));
    expect(out?.headers.get('clear-site-data')).toBe('"cache", "storage"');
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
