import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CityDesk } from '../../../desk/city.js';
import { opensOf } from '../../../simulator/opening.js';
import { parseScenario } from '../../../simulator/scenario.js';
import type { Browser } from '../sign-in/browser.js';
import { openConsole, type ConsoleSite } from './console-site.js';

let site: ConsoleSite;
let a: Browser;
let b: Browser;
beforeAll(async () => {
  site = await openConsole();
  [a, b] = [await site.as('city/a'), await site.as('city/b')];
});
afterAll(() => site.close());

/** Fills in the form on a page and goes on as its button does. */
const fill = async (who: Browser, act: string, fields: Readonly<Record<string, string>>): Promise<void> => {
  await who.go(`/propose/${act}?for=${fields['for'] ?? ''}`);
  const look = new URL(who.url);
  look.pathname += '/look';
  for (const [name, value] of Object.entries(fields)) look.searchParams.set(name, value);
  await who.go(`${look.pathname}${look.search}`);
};

describe('the city proposes by form', () => {
  it("from a unit's page: its fields, what it would do, the proposal, and another who approves it", async () => {
    await a.go('/units/BJ-0001');
    expect(a.text).toContain('href="/propose/pre-allocate?for=BJ-0001"');
    await fill(a, 'pre-allocate', { for: 'BJ-0001', 'with.amount': '700', 'with.basis': '预发方案' });
    expect(a.text).toContain('可办理 1 项');
    expect(a.text).toContain('0 → 700');
    expect(a.text).toContain('尚未提出');
    await a.send('/propose/pre-allocate', {});
    expect(a.url).toMatch(/\/approvals\/AP-\d+$/);
    expect(a.text).toContain('由您本人提出');
    await b.go(new URL(a.url).pathname);
    await b.send(`${new URL(a.url).pathname}/approve`, {});
    expect(b.text).toContain('已办结');
  });

  it('what waits already is told in place of the way to propose it again', async () => {
    const act = { do: 'pre-allocate', for: 'BJ-0003', with: { amount: '700', basis: '预发方案' } };
    const id = (await (await site.api('city/a')).post('/api/v1/acts', act)).body['approval'] as string;
    await a.go('/inbox?of=city');
    expect(a.text).toMatch(new RegExp(`BJ-0003</a>.*?待批 <a href="/approvals/${id}">${id}</a>`));
    expect(a.text).not.toContain('href="/propose/pre-allocate?for=BJ-0003"');
    await a.go('/propose/pre-allocate?for=BJ-0003');
    expect(a.text).toContain(`正在待批：<a href="/approvals/${id}">`);
    await a.go(`/approvals/${id}`);
    await a.send(`/approvals/${id}/withdraw`, {});
    await a.go('/inbox?of=city');
    expect(a.text).toContain('href="/propose/pre-allocate?for=BJ-0003"');
  });

  it('what is wrong is said at its field, by its own words, and nothing that was entered is lost', async () => {
    await fill(a, 'pre-allocate', { for: 'BJ-0002', 'with.amount': '7.5', 'with.basis': '预发方案' });
    expect(a.text).toContain('<title>错误：');
    expect(a.text).toContain('数量（吨）：应为大于零的整数');
    expect(a.text).toContain('value="7.5"');
    expect(a.text).toContain('预发方案');
    expect(a.status).toBe(400);
  });

  it('what would be refused says so before it is proposed', async () => {
    await fill(a, 'decide-offsets', { for: 'BJ-0002', 'with.result': 'accept' });
    expect(a.text).toContain('将被拒绝 1 项');
    expect(a.text).toContain('按现在的情况会被拒绝');
  });

  it('rows are added, and the fields of a choice shown, without script', async () => {
    await a.go('/propose/allocate?for=BJ-0001&more=with.parts');
    expect(a.text).toContain('name="with.parts.0.method"');
    await a.go('/propose/allocate?for=BJ-0001&with.parts.0.method=benchmark&more=with.parts.0.products&request=r');
    expect(a.text).toContain('name="with.parts.0.products.1.activity"');
    expect(a.text).not.toContain('name="with.parts.0.baseEmissions"');
  });

  it('a registrar proposes an appointment after a second factor; a district, an approver alone and an auditor are told why not', async () => {
    await a.go('/propose/appoint');
    expect(a.status).toBe(200);
    for (const actor of ['chaoyang/x', 'auditor/x', 'BJ-0001']) {
      const other = await site.as(actor);
      await other.go('/propose/appoint');
      expect([actor, other.status, other.text.includes('不由您所任角色提出')]).toEqual([actor, 403, true]);
    }
  });
});

const CSV = (rows: readonly string[]): File =>
  new File([['单位编号,事项,数量,依据', ...rows].join('\n')], '决定.csv', { type: 'text/csv' });

describe('many decisions as one proposal', () => {
  it('a file with errors is told line by line, and nothing of it is proposed', async () => {
    await a.go('/batches/new');
    await a.sendFile('/batches/look', { cycle: '2024' }, 'file', CSV(['BJ-0001,改变,5,方案', ',预发,5,方案']));
    expect(a.status).toBe(400);
    expect(a.text).toContain('文件有');
    expect(a.text).not.toContain('action="/batches"');
  });

  it('a file is shown line by line, then proposed; the approver takes a line out with its reason and approves the rest', async () => {
    await a.go('/batches/new');
    const rows = ['BJ-0002,预发,600,预发方案', 'BJ-0003,预发,500,预发方案', 'BJ-9999,预发,500,预发方案'];
    await a.sendFile('/batches/look', { cycle: '2024' }, 'file', CSV(rows));
    expect(a.text).toContain('其中 1 项会被拒绝');
    await a.go('/batches/new');
    await a.sendFile('/batches/look', { cycle: '2024' }, 'file', CSV(rows.slice(0, 2)));
    expect(a.text).toContain('可办理 2 项');
    await a.send('/batches', {});
    const [path = ''] = /\/approvals\/AP-\d+/.exec(a.url) ?? [];
    await b.go(path);
    expect(b.text).toMatch(/name="out.2"[^>]*form="approve"/);
    await b.send(`${path}/approve`, { 'out.2': 'yes' });
    expect([b.status, b.text.includes('剔除第 2 项须写明理由')]).toEqual([400, true]);
    await b.send(`${path}/approve`, { 'out.2': 'yes', 'why.2': '数量待核' });
    expect(b.text).toContain('已批准');
    expect(b.text).toMatch(/<li value="1">[^]*已办结[^]*<li value="2">[^]*已剔除[^]*数量待核/);
  });

  it('lines that have moved since they were looked at are told apart, and wait for another look', async () => {
    const brings = `"${JSON.stringify({ duty: 'first-report', dueOn: '2024-06-20', basis: '系统故障' }).replaceAll('"', '""')}"`;
    const file = new File(
      [['单位编号,事项,其他内容', `BJ-0002,extend-deadline,${brings}`, `BJ-0003,extend-deadline,${brings}`].join('\n')],
      'a.csv',
    );
    await a.go('/batches/new');
    await a.sendFile('/batches/look', { cycle: '2024' }, 'file', file);
    await a.send('/batches', {});
    const [path = ''] = /\/approvals\/AP-\d+/.exec(a.url) ?? [];
    await b.go(path);
    const unit = await site.api('BJ-0002');
    const filed = await unit.post('/api/v1/acts', { do: 'submit-first-report', with: { emissions: '98000', sealed: true } });
    expect(filed.body).toMatchObject({ state: 'decided' });
    await b.send(`${path}/approve`, {});
    expect(b.text).toContain('已决定 1 项；其余 1 项的效果在批准时已与所看不同');
    expect(b.text).toMatch(/<li value="2">BJ-0003[^]*已办结/);
    expect(b.text).toContain('将被拒绝 1 项');
  });

  it('三(三)1 — units that wait to be confirmed are proposed together, with what binds filled in', async () => {
    const unit = await site.api('BJ-0001');
    for (const [what, brings] of [
      ['submit-first-report', { emissions: '1000', sealed: true }],
      ['appoint-verifier', { verifier: 'V-01' }],
      ['submit-verified-report', { emissions: '990', sealed: true, verifierReport: { verifier: 'V-01', sealed: true } }],
    ] as const)
      expect((await unit.post('/api/v1/acts', { do: what, for: 'BJ-0001', cycle: 2024, with: brings })).body).toMatchObject({
        state: 'decided',
      });
    await a.go('/confirm');
    expect(a.text).toMatch(/name="pick.BJ-0001" value="yes" checked/);
    expect(a.text).toMatch(/name="amount.BJ-0001" value="990"/);
    await a.send('/confirm/look', { 'pick.BJ-0001': 'yes', 'amount.BJ-0001': '990', basis: '核查报告' });
    expect(a.text).toContain('排放量核定');
    expect(a.text).toContain('可办理 1 项');
    await a.send('/batches', {});
    expect(a.url).toMatch(/\/approvals\/AP-/);
    // what waits already is not ticked again
    await a.go('/confirm');
    expect(a.text).not.toMatch(/name="pick.BJ-0001" value="yes" checked/);
    expect(a.text).toMatch(/BJ-0001[^]*待批 <a href="\/approvals\/AP-/);
  });
});

describe('amendments with the cases that they move', () => {
  it('a revision on file: what changes, which cases move and how, then its proposal', async () => {
    const { book, client, taskQueue, prefix } = site.house.theatre;
    const scenario =
      "name: n\ncycle: 2022\nfrom: 2022-06-01\nuntil: 2022-12-01\nunits:\n  - { id: BJ-0001, name: 甲, kind: key, district: chaoyang, lastCycle: { approved: '1000', settled: true } }\n";
    const [opening] = opensOf(parseScenario(scenario, 'n', {}));
    await new CityDesk({ book, client, taskQueue, prefix, cycle: 2022, patienceMs: 100_000 }).openCase(opening!);
    await a.go('/amendments');
    expect(a.text).toContain('href="/amendments/2022/2"');
    expect(a.text).toContain('没有可采纳的修订');
    await a.go('/amendments/2022/2');
    expect(a.text).toContain('2022年5月27日公告');
    expect(a.text).toMatch(/初次碳排放报告[^<]*2022-\d\d-\d\d → <b>2022-07-31<\/b>/);
    expect(a.text).toContain('适用于 1 个进行中的案件');
    await a.go('/propose/adopt-revision?cycle=2022&with.revision=2');
    await a.go(a.url.replace('adopt-revision?', 'adopt-revision/look?'));
    await a.send('/propose/adopt-revision', {});
    expect(a.url).toMatch(/\/approvals\/AP-/);
  });
});
