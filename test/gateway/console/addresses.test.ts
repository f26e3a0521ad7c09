import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAtWork } from './at-work.js';
import type { ConsoleSite } from './console-site.js';

let site: ConsoleSite;
beforeAll(async () => {
  site = await openAtWork();
});
afterAll(() => site.close());

/** Who looks, at what, which name is asked for, words that it has and words that it has not. */
const ASKED: readonly (readonly [
  actor: string,
  path: string,
  name: string,
  right: readonly string[],
  wrong: readonly string[],
])[] = [
  ['city/a', '/letters/effect', 'from', ['0', '50', '999999'], ['-1', '1000000', '1e400', '０', '050', 'x', '', '1.5']],
  ['city/a', '/season', 'duty', ['surrender', 'first-report'], ['first', '', '__proto__', 'surrender/2024', '\u{1F600}']],
  ['city/a', '/approvals', 'all', ['', '1'], ['0', 'no', 'true']],
  ['city/a', '/inbox', 'mine', ['', '1'], ['0', 'no']],
  ['city/a', '/inbox', 'unreached', ['all'], ['', 'none']],
  ['city/a', '/units', 'q', ['', 'x'.repeat(200)], ['x'.repeat(201)]],
  ['BJ-0001', '/documents/DOC-000001', 'version', ['1'], ['0', '-1', '01', 'x', '', '1e0']],
  ['BJ-0001', '/documents/DOC-000001/fill', 'all', [''], ['0']],
  ['BJ-0001', '/documents/new/monthly-evidence', 'month', ['', '2024-06'], ['2024-13', '2024-6', '２０２４-06', '2024-06-01']],
  ['BJ-0001', '/documents/new/monthly-evidence', 'cycle', ['', '2024'], ['24', '２０２４', '2024x']],
];

describe('what an address asks for', () => {
  it.each(ASKED)(
    '%s at %s: what %s cannot be is told, and nothing else is shown instead',
    async (actor, path, name, right, wrong) => {
      const browser = await site.as(actor);
      for (const text of right) {
        await browser.go(`${path}?${name}=${encodeURIComponent(text)}`);
        expect([text, browser.status]).toEqual([text, 200]);
      }
      for (const text of wrong) {
        await browser.go(`${path}?${name}=${encodeURIComponent(text)}`);
        expect([text, browser.status, browser.text.includes(`地址中的 ${name} 应为`)]).toEqual([text, 400, true]);
      }
    },
  );

  it('what is named twice is refused, in an address and in a form: either could be meant', async () => {
    const auditor = await site.as('auditor/x');
    await auditor.go('/compare?unit=BJ-0001&unit=BJ-0002');
    expect([auditor.status, auditor.text.includes('“unit”出现了不止一次')]).toEqual([400, true]);
    const unit = await site.as('BJ-0001');
    await unit.go('/me/letters');
    const { hidden } = unit.form('/me/letters');
    const twice: [name: string, value: string][] = [
      ['csrf', hidden['csrf'] ?? ''],
      ['mute-reminder', 'yes'],
      ['mute-reminder', 'no'],
    ];
    const cookie = [...unit.cookies.values()].map(({ name, value }) => `${name}=${value}`).join('; ');
    const parts = new FormData();
    for (const [name, value] of twice) parts.append(name, value);
    for (const body of [new URLSearchParams(twice), parts]) {
      const answer = await fetch(`${site.origin}/me/letters`, { method: 'POST', headers: { origin: site.origin, cookie }, body });
      expect([answer.status, (await answer.text()).includes('“mute-reminder”出现了不止一次')]).toEqual([400, true]);
    }
  });

  it('a cycle that is none is told at its field: what is proposed never goes to another', async () => {
    const city = await site.as('city/a');
    const look = '/propose/close-case/look?for=BJ-0001&request=r1';
    for (const text of ['24', '２０２４', '2024x']) {
      await city.go(`${look}&cycle=${encodeURIComponent(text)}`);
      expect([text, city.status, city.text.includes('履约周期应写作四位年份')]).toEqual([text, 400, true]);
    }
    await city.go('/amendments/0x7E8/1');
    expect(city.status).toBe(404);
  });

  it('whoever has taken on nothing is told so, and not that nothing waits', async () => {
    const officer = await site.as('chaoyang/x');
    await officer.go('/inbox?mine=1');
    expect([officer.text.includes('本页没有本人认领的事项'), officer.text.includes('没有待办')]).toEqual([true, false]);
  });

  it('the exchange sees what its system sends, and the auctions', async () => {
    const exchange = await site.as('exchange');
    for (const part of ['由贵方系统报送', '有偿竞价', 'href="/auctions"', 'href="/docs"', '还没有竞价'])
      expect(exchange.text).toContain(part);
    // no unit is theirs to look at: there is no way to an empty list
    expect(exchange.text).not.toContain('href="/units"');
  });
});
