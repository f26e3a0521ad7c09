import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConsole, type ConsoleSite } from './console-site.js';

const EVIDENCE = {
  month: '2024-05',
  electricityMWh: '12.5',
  fuels: [],
  files: [{ name: '电费发票.pdf', sha256: 'a'.repeat(64) }],
};

let site: ConsoleSite;
beforeAll(async () => {
  site = await openConsole();
});
afterAll(() => site.close());

describe('a district checks by form', () => {
  it("a month's evidence is returned from its inbox, with what has to be put right, under a receipt", async () => {
    const unit = await site.api('BJ-0001');
    const filed = await unit.post('/api/v1/acts', { do: 'submit-monthly-evidence', with: EVIDENCE });
    expect(filed.body).toMatchObject({ state: 'decided' });
    const officer = await site.as('chaoyang/x');
    await officer.go('/inbox');
    // a button of a line belongs to the one form of the page, and says which of two things it does
    const press = async (what: string): Promise<void> => {
      const [, tag = ''] = new RegExp(`<button([^>]*)>${what}</button>`).exec(officer.text) ?? [];
      const said = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
      const { to, hidden } = officer.form('/inbox/claim');
      expect(officer.text).toContain(`action="${to}" id="${said('form') ?? ''}"`);
      await officer.go(said('formaction') ?? to, { ...hidden, [said('name') ?? '']: said('value') ?? '' });
      expect([officer.status, officer.url]).toEqual([200, `${site.origin}/inbox`]);
    };
    await press('认领');
    expect([officer.text.includes('本人 '), officer.text.includes('认领</button>')]).toEqual([true, false]);
    await press('放回');
    expect([officer.text.includes('本人 '), officer.text.includes('认领</button>')]).toEqual([false, true]);
    const [, href = ''] = /href="(\/check\?[^"]*)"/.exec(officer.text) ?? [];
    await officer.go(href.replaceAll('&amp;', '&'));
    expect(officer.text).toContain('2024-05');
    expect(officer.text).toContain('12.5');
    const here = new URL('/acts/new/check-monthly-evidence/check', officer.url);
    for (const [name, value] of [
      ['for', 'BJ-0001'],
      ['month', '2024-05'],
      ['result', 'return'],
      ['findings', '缺电费发票\r\n单位有误'],
    ] as const)
      here.searchParams.set(name, value);
    await officer.go(here.href);
    expect(officer.text).toContain('提交：检查月度存证数据质量');
    expect(officer.text).toContain('href="/acts/new/check-monthly-evidence?for=BJ-0001&amp;');
    await officer.send('/acts/new/check-monthly-evidence', {});
    expect([officer.url.startsWith(`${site.origin}/acts/`), officer.status]).toEqual([true, 200]);
    expect(officer.text).toContain('已办结');
    expect(officer.text).toContain('缺电费发票');
  });

  it('clean ones are passed together: pressed again it is the same act, and one that a colleague has passed is told', async () => {
    const unit = await site.api('BJ-0001');
    const filed = await unit.post('/api/v1/acts', { do: 'submit-monthly-evidence', with: EVIDENCE });
    expect(filed.body).toMatchObject({ state: 'decided' });
    const officer = await site.as('chaoyang/x');
    await officer.go('/inbox/bulk');
    const item = /name="pass\.0" value="([^"]*)"/.exec(officer.text)?.[1] ?? '';
    const { to, hidden } = officer.form('/inbox/bulk');
    const beside = { ...hidden, request: '00000000-0000-4000-8000-000000000001' };
    await officer.go(to, { ...hidden, 'pass.0': item });
    const first = [officer.url, officer.text.includes('已办结'), officer.text.includes('BJ-0001')];
    expect(first).toEqual([expect.stringContaining(`/inbox/bulk/${hidden['request'] ?? ''}?of=0`), true, true]);
    await officer.go(to, { ...hidden, 'pass.0': item });
    expect([officer.url, officer.text.includes('已办结'), officer.text.includes('BJ-0001')]).toEqual(first);
    // the same form in another tab, under another id
    await officer.go(to, { ...beside, 'pass.0': item });
    expect(officer.text).toContain('1 件未办理：提交时已由他人检查');
    await officer.go(to, beside);
    expect(officer.text).toContain('没有勾选任何一件');
    expect((await officer.go(`/inbox/bulk/${beside.request}?of=50`)).status).toBe(400);
    expect((await officer.go(`/inbox/bulk/${beside.request}?of=x`)).status).toBe(400);
  });
});
