import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from '../sign-in/browser.js';
import { openConsole, TEMPORAL, type ConsoleSite } from './console-site.js';

let site: ConsoleSite;
beforeAll(async () => {
  site = await openConsole();
});
afterAll(() => site.close());

const PATHS = [
  ...['/', '/units', '/units?q=nothing-like-it', '/units?after=x', '/units/BJ-0001', '/units/BJ-0001?after=x', '/units/nobody'],
  ...['/inbox', '/inbox?of=chaoyang', '/inbox?of=%00', '/inbox?after=x', '/approvals', '/approvals?all', '/approvals?after=x'],
  ...[
    '/approvals/AP-999999',
    '/approvals/%E5%85%AC',
    '/acts/x',
    '/acts/%00',
    '/acts/new/surrender?for=BJ-0001',
    '/acts/new/nothing',
  ],
  ...[
    '/units/BJ-0001/account',
    '/units/BJ-0001/people',
    '/units/BJ-0001/letters',
    '/units/BJ-0001/requests',
    '/units/nobody/account',
  ],
  ...['/check', '/check?unit=BJ-0001&duty=monthly-check%2F2024-05', '/inbox/bulk', '/inbox/hand-over', '/punctuality', '/season'],
  ...['/attention', '/compare', '/compare?unit=BJ-0001&a=2024-06-04&b=x', '/verify', '/timetable'],
  ...[
    '/propose',
    '/propose/allocate?for=BJ-0001',
    '/propose/nothing',
    '/propose/allocate/look?request=r',
    '/confirm',
    '/batches/new',
  ],
  ...[
    '/amendments',
    '/amendments/2024/9',
    '/me/letters',
    '/me/sessions',
    '/letters/effect',
    '/letters/undelivered',
    '/people',
    '/people?party=city',
    '/certificates',
    '/auctions',
    '/verifiers',
  ],
  ...['/acts/new/first-check?for=BJ-0001', '/acts/new/surrender/check?for=BJ-0001', '/units/%3Cscript%3E'],
];
/** Full-width marks in what an English page says itself: a quotation, and what is said in both languages, keep theirs. */
const chineseMarksIn = (page: string): string[] =>
  [...page.replace(/<(\w+)[^>]* lang="zh-CN"[^>]*>[^]*?<\/\1>/g, '').matchAll(/.{0,40}[：（）、；]/gu)].map(([text]) => text);
const ACTORS = ['BJ-0001', 'V-01', 'chaoyang/x', 'city/a', 'exchange', 'operator/x', 'auditor/x'];

describe('every page, whoever looks', () => {
  for (const actor of ACTORS)
    it(`${actor} gets a page, or a page that says why not`, async () => {
      const browser = await site.as(actor);
      for (const lang of ['en', 'zh']) {
        await browser.go(`/?lang=${lang}`);
        for (const path of PATHS) {
          await browser.go(path);
          expect([lang, path, browser.status]).toEqual([lang, path, expect.toBeOneOf([200, 400, 403, 404, 409])]);
          expect([path, browser.headers.get('content-type')]).toEqual([path, 'text/html; charset=UTF-8']);
          expect([path, browser.headers.get('content-security-policy')]).toEqual([
            path,
            expect.stringContaining("default-src 'none'"),
          ]);
          expect([path, /<script(?! src="\/console\.js" defer)|<style| style=| on[a-z]+=/.test(browser.text)]).toEqual([
            path,
            false,
          ]);
          expect([path, browser.text.includes('[object ')]).toEqual([path, false]);
          if (lang === 'en') expect([path, chineseMarksIn(browser.text)]).toEqual([path, []]);
        }
      }
    });

  /** Addresses that differ in their numbers alone are one. */
  const kindOf = (path: string): string => path.replace(/\d+/g, '0');
  for (const actor of ACTORS)
    it(`no link of a page leads ${actor} to a no`, async () => {
      const browser = await site.as(actor);
      const [seen, noes] = [new Set<string>(), [] as string[]];
      const look = async (paths: readonly string[]): Promise<void> => {
        const next: string[] = [];
        for (const path of paths) {
          if (seen.has(kindOf(path))) continue;
          seen.add(kindOf(path));
          const answer = await browser.once(path);
          const page = await answer.text();
          if (answer.status >= 400) noes.push(`${String(answer.status)} ${path}`);
          for (const [, to = ''] of page.matchAll(/<a[^>]* href="(\/[^"#]*)"/g)) next.push(to.replaceAll('&amp;', '&'));
        }
        if (next.length > 0) await look(next);
      };
      await look(['/']);
      expect([seen.size > 10, noes]).toEqual([true, []]);
    });

  it('whoever has not signed in is told what this is, with test people to go in as; elsewhere they sign in and come back', async () => {
    const nobody = await new Browser(site.origin).go('/');
    expect(nobody.text).toContain('href="/sign-in/start?as=BJ-0001&amp;to=/"');
    expect(nobody.text).toContain('href="/docs"');
    const answer = await nobody.once('/units/BJ-0001?asOf=2024-06-04');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/sign-in?ended&to=${encodeURIComponent('/units/BJ-0001?asOf=2024-06-04')}`,
    ]);
  });

  it('the language is kept, and the choice is gone from the address', async () => {
    const browser = await site.as('chaoyang/x');
    expect(browser.text).toContain('lang="zh-CN"');
    await browser.go('/inbox?of=chaoyang&lang=en');
    expect([browser.url, browser.text.includes('<html lang="en">')]).toEqual([`${site.origin}/inbox?of=chaoyang`, true]);
    expect((await browser.go('/units')).text).toContain('Units');
  });

  it('an operator sees what waits, with the way to the cases themselves', async () => {
    const operator = await site.as('operator/x');
    expect(operator.text).toContain('暂停的案件');
    expect(operator.text).toContain(`href="${TEMPORAL}"`);
    await operator.go('/attention');
    expect(operator.text).toContain(`href="${TEMPORAL.replace('workflows', 'schedules')}/nightly-check"`);
    expect(operator.text).toMatch(/版本[^]*\d+\.\d+\.\d+ ·/);
  });

  it('the log names the page and the code of a no, and nobody', async () => {
    const browser = await site.as('BJ-0002');
    await browser.go('/units/BJ-0001');
    const { at: _at, request: _request, ms: _ms, ...line } = JSON.parse(site.house.lines.at(-1) ?? '{}');
    expect(line).toEqual({ method: 'GET', route: '/units/:id', status: 404, code: 'unknown-unit' });
  });

  it('what a form would not fit in is refused', async () => {
    const browser = await site.as('BJ-0001');
    expect((await browser.once('/acts/new/surrender', { quantity: '9'.repeat(100_000) })).status).toBe(413);
  });

  it('a form with parts that came cut, empty or garbled is told on a page, and is no failure of ours', async () => {
    const browser = await site.as('BJ-0001');
    const bodies = [
      '',
      'x',
      '--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx',
      '--b\r\nContent-Disposition: x\r\n\r\nx\r\n--b--',
    ];
    for (const to of ['/me/letters', '/units/BJ-0001/calendar', '/acts/new/surrender/check'])
      for (const type of ['multipart/form-data', 'multipart/form-data; boundary=b'])
        for (const body of bodies) {
          const cookie = [...browser.cookies.values()].map(({ name, value }) => `${name}=${value}`).join('; ');
          const headers = { accept: 'text/html', origin: site.origin, cookie, 'content-type': type };
          const answer = await fetch(`${site.origin}${to}`, { method: 'POST', headers, body });
          expect([to, type, body, answer.status]).toEqual([to, type, body, expect.toBeOneOf([400, 403])]);
          expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8');
          expect(await answer.text()).toContain('<html lang="zh-CN">');
        }
  });

  it('style sheet and script are small and of our own origin', async () => {
    const style = await new Browser(site.origin).go('/console.css');
    expect(style.headers.get('content-type')).toContain('text/css');
    expect(style.text.length).toBeLessThan(18_000);
    expect(style.text).not.toMatch(/url\(|@import/);
    // light and dark differ in colours alone: layout is looked at in one of them as in the other
    expect(style.text).not.toMatch(/prefers-color-scheme/);
    const script = await new Browser(site.origin).go('/console.js');
    expect(Buffer.byteLength(script.text)).toBeLessThan(10_000);
  });
});
