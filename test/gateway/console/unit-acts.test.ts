import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../sign-in/browser.js';
import { openConsole, type ConsoleSite } from './console-site.js';

let site: ConsoleSite;
let unit: Browser;
beforeAll(async () => {
  site = await openConsole();
  unit = await site.as('BJ-0001');
});
afterAll(() => site.close());

const filed = async (): Promise<number> => {
  const history = await site.house.theatre.book.pool.query(`select 1 from events where body ->> 'type' = 'first-report-filed'`);
  return history.rows.length;
};

describe('a unit files its first report by form', () => {
  it('front.md 7: its start page says what it owes, until when, and what happens otherwise', () => {
    expect([unit.url, unit.status]).toEqual([`${site.origin}/`, 200]);
    expect(unit.text).toContain('示例热力有限公司');
    expect(unit.text).toContain('2024-06-15');
    expect(unit.text).toContain('移送依法处理');
    expect(unit.text).toContain('href="/documents/new/first-report?for=BJ-0001"');
  });

  it('a wrong amount is told on top, with what was entered still there', async () => {
    await unit.go('/acts/new/submit-first-report?for=BJ-0001');
    const request = new URL(unit.url).searchParams.get('request') ?? '';
    await unit.go(`/acts/new/submit-first-report/check?for=BJ-0001&request=${request}&emissions=abc`);
    expect(unit.status).toBe(400);
    expect(unit.text).toMatch(/<title>错误：/);
    expect(unit.text).toContain('role="alert"');
    expect(unit.text).toContain('value="abc"');
    expect(unit.text).toContain('排放量（吨二氧化碳当量）：应为不小于零的十进制数</a></strong>');
  });

  it('it is looked over before anything is sent, and the button names the act', async () => {
    await unit.go('/acts/new/submit-first-report?for=BJ-0001');
    const request = new URL(unit.url).searchParams.get('request') ?? '';
    await unit.go(`/acts/new/submit-first-report/check?for=BJ-0001&request=${request}&emissions=98000&sealed=yes`);
    expect(unit.text).toContain('尚未提交');
    expect(unit.text).toContain('提交：报送初次碳排放报告');
    expect(await filed()).toBe(0);
  });

  it('without the token of the session it is refused, and nothing is done', async () => {
    const form = { for: 'BJ-0001', request: 'x-1', emissions: '98000', sealed: 'yes' };
    for (const csrf of [{}, { csrf: 'another' }])
      expect((await unit.once('/acts/new/submit-first-report', { ...form, ...csrf })).status).toBe(403);
    const [, csrf = ''] = /name="csrf" value="([^"]*)"/.exec(unit.text) ?? [];
    const elsewhere = { origin: 'https://elsewhere.example' };
    expect((await unit.once('/acts/new/submit-first-report', { ...form, csrf }, elsewhere)).status).toBe(403);
    expect(await filed()).toBe(0);
  });

  it('sent, it has a receipt at an address of its own, which tells stored from decided', async () => {
    const [check, text] = [unit.url, unit.text];
    await unit.send('/acts/new/submit-first-report', {});
    const id = new URL(check).searchParams.get('request') ?? '';
    expect([unit.url, unit.status]).toEqual([`${site.origin}/acts/${id}`, 200]);
    expect(unit.text).toMatch(/已办结|已收讫/);
    expect(unit.text).toContain('98,000');
    expect(unit.text).toContain('2024-06-03 10:0');
    expect(unit.text).toContain('BJ-0001</a> 示例热力有限公司');
    const receipt = unit.text;
    // pressed twice: back to the page, and the same form once more
    unit.text = text;
    await unit.send('/acts/new/submit-first-report', {});
    expect([unit.url, unit.text]).toEqual([`${site.origin}/acts/${id}`, receipt]);
    expect(await filed()).toBe(1);
  });

  it('the same id with other content is refused, and says so', async () => {
    const id = unit.url.split('/').at(-1) ?? '';
    await unit.go(`/acts/new/submit-first-report/check?for=BJ-0001&request=${id}&emissions=97000&sealed=yes`);
    await unit.send('/acts/new/submit-first-report', {});
    expect(unit.status).toBe(422);
    expect(await filed()).toBe(1);
  });

  it('what the law refuses is kept under its receipt, with the reason', async () => {
    await unit.go('/acts/new/surrender?for=BJ-0001');
    const request = new URL(unit.url).searchParams.get('request') ?? '';
    await unit.go(`/acts/new/surrender/check?for=BJ-0001&request=${request}&quantity=5`);
    await unit.send('/acts/new/surrender', {});
    expect(unit.url).toBe(`${site.origin}/acts/${request}`);
    expect(unit.text).toContain('未受理');
  });

  it("another unit's pages, forms and receipts are unknown", async () => {
    const other = await site.as('BJ-0002');
    const { url } = await unit.go('/');
    const own = await other.go('/units/BJ-0002');
    expect([url, own.status]).toEqual([`${site.origin}/`, 200]);
    for (const path of ['/units/BJ-0001', '/acts/new/submit-first-report?for=BJ-0001', '/acts/x-9'])
      expect([path, (await other.go(path)).status]).toEqual([path, 404]);
  });

  it('a unit as it stood at another moment has an address', async () => {
    await unit.go('/units/BJ-0001?asOf=2024-06-03T10:00:00%2B08:00');
    expect(unit.status).toBe(200);
    expect(unit.text).toContain('截至 2024-06-03 10:00:00');
    expect((await unit.go('/units/BJ-0001?asOf=yesterday')).status).toBe(400);
  });
});
