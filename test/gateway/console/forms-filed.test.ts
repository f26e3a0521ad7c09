import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CityDesk } from '../../../desk/city.js';
import { trustIn } from '../../../documents/seals/settings.js';
import { TestAuthority } from '../../../embedded/authority/authority.js';
import { authorityIn, testSeals } from '../../../embedded/authority/for-platform.js';
import { opensOf } from '../../../simulator/opening.js';
import { parseScenario } from '../../../simulator/scenario.js';
import { signedWith } from '../../documents/openssl.js';
import { Town } from '../../records/people/town.js';
import { reportValues } from '../filings.js';
import type { Browser } from '../sign-in/browser.js';
import { openConsole, type ConsoleSite } from './console-site.js';
import { pdfNamed, sendFiles, typed } from './send-files.js';

let site: ConsoleSite;
let town: Town;
beforeAll(async () => {
  site = await openConsole();
  // before anybody signs in: the first registrars are founded while there is none
  town = new Town(site.house.theatre.book, trustIn(await testSeals(site.house.folder, {})));
  await town.found();
});
afterAll(() => site.close());

const hidden = (name: string, text: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
const events = async (type: string, unit: string): Promise<number> => {
  const { rows } = await site.house.theatre.book.pool.query(
    `select 1 from events where body ->> 'type' = $1 and case_id like '%' || $2 || '%'`,
    [type, unit],
  );
  return rows.length;
};

/** Begins a form, or a new version of it, and fills it in, with a file: the pages before it is looked over. */
async function prepared(who: Browser, at: string, values: Record<string, unknown>): Promise<string> {
  await who.go(at);
  if (at.startsWith('/documents/new/')) await who.send(at.split('?')[0] ?? at, {});
  const id = /DOC-\d+/.exec(who.url)?.[0] ?? '';
  if (!who.url.includes('/fill')) await who.go(`/documents/${id}/fill`);
  await who.send(`/documents/${id}/fill`, { ...typed(values), go: 'files' });
  expect(who.url, who.text.slice(0, 3_000)).toBe(`${site.origin}/documents/${id}/files`);
  await sendFiles(who, `/documents/${id}/files`, { csrf: hidden('csrf', who.text) }, [pdfNamed('证明材料.pdf')]);
  expect(who.text).toContain('证明材料.pdf');
  await who.go(`/documents/${id}/check`);
  expect(who.text).toContain('可以报送');
  await who.send(`/documents/${id}/check`, { go: 'submit' });
  return id;
}

/** Files what is looked over; its receipt is what is shown in the end. */
async function filed(who: Browser, id: string): Promise<void> {
  await who.send(`/documents/${id}/submit`, {});
  expect([who.url, who.text]).toEqual([expect.stringMatching(/\/acts\/[0-9a-f-]{36}$/), expect.stringContaining('已办结')]);
  expect(who.text).toContain('证明材料.pdf');
  expect(who.text).toContain('下一步');
}

/** A short form, from its fields to its receipt. */
async function done(who: Browser, act: string, fields: Record<string, string>, about = 'BJ-0001'): Promise<void> {
  await who.go(`/acts/new/${act}?for=${about}`);
  await who.send(`/acts/new/${act}/check`, fields);
  await who.send(`/acts/new/${act}`, {});
  expect([who.url, who.text]).toEqual([expect.stringMatching(/\/acts\/[0-9a-f-]{36}$/), expect.stringContaining('已办结')]);
}

const GENERAL = `
name: a general unit
cycle: 2024
from: 2024-06-03
until: 2024-12-01
units:
  - { id: BJ-9001, name: 某物业, kind: general, district: haidian }
`;

/** What the city decides, by two officers over HTTP. */
async function decided(act: string, about: string, brings: object): Promise<void> {
  const [a, b] = [await site.api('city/a'), await site.api('city/b')];
  const proposed = await a.post('/api/v1/acts', { do: act, for: about, with: brings });
  expect(proposed.status, JSON.stringify(proposed.body)).toBe(202);
  const at = `/api/v1/approvals/${String(proposed.body['approval'])}`;
  const { previewDigest } = (await b.get(at)).body;
  const approved = await b.post(`${at}/approve`, { previewDigest });
  expect(approved.body, JSON.stringify(approved.body)).toMatchObject({ state: 'approved', outcome: { state: 'decided' } });
}

describe('四(一) — every form of a key unit goes from its beginning to its receipt by page, without script', () => {
  let unit: Browser;
  beforeAll(async () => {
    unit = await site.as('BJ-0001');
  });

  it('三(一)1: the data quality plan', async () => {
    const parameter = { parameter: '天然气消耗量', determined: 'measured', instrument: '流量计 M-1', frequency: '每日' };
    const id = await prepared(unit, '/documents/new/data-quality-plan?for=BJ-0001', {
      version: 'V1.0',
      reason: 'new',
      unitName: '示例热力有限公司',
      boundary: '全厂',
      control: '每月复核',
      facilities: [{ facility: '锅炉' }],
      parameters: [{ ...parameter, kept: '档案室', responsible: '李四', missing: '取前后均值' }],
    });
    await filed(unit, id);
    expect(await events('data-quality-plan-filed', 'BJ-0001')).toBe(1);
  });

  it('三(一)1: the first report, and the corrected one as its second version, which shows what changed', async () => {
    const id = await prepared(unit, '/documents/new/first-report?for=BJ-0001', reportValues());
    await filed(unit, id);
    await unit.go(`/documents/${id}`);
    expect(unit.text).toContain('更正：开始新的一版');
    await prepared(unit, `/documents/${id}/fill`, reportValues({ responsible: '王五' }));
    await filed(unit, id);
    await unit.go(`/documents/${id}`);
    expect(unit.text).toContain('与第 1 版相比');
    expect(unit.text).toContain('王五');
    expect(await events('first-report-filed', 'BJ-0001')).toBe(2);
  });

  it('三(二): the verified report, once a verifier is appointed', async () => {
    await done(unit, 'appoint-verifier', { verifier: 'V-02' });
    const values = reportValues({ verifier: 'V-02', changed: 'no' });
    await filed(unit, await prepared(unit, '/documents/new/verified-report?for=BJ-0001', values));
    expect(await events('verified-report-filed', 'BJ-0001')).toBe(1);
  });

  it('三(二): the application for an adjustment of the allocation', async () => {
    const id = await prepared(unit, '/documents/new/adjustment-application?for=BJ-0001', {
      ground: 'new-facility',
      tonnes: '120',
      explanation: '新增一台锅炉',
      facilities: [{ facility: '锅炉', on: '2024-01-01', tonnes: '120' }],
    });
    await filed(unit, id);
    expect(await events('adjustment-applied-for', 'BJ-0001')).toBe(1);
  });
});

describe('三(四) — what is held is used and surrendered by page', () => {
  it('the form says what is owed, held and missing; offsets of the account are applied for, and allowances surrendered', async () => {
    const lots = [
      { product: 'allowance', vintage: 2023, quantity: '900', source: '登记簿' },
      { product: 'ccer', origin: 'beijing', quantity: '60', source: '登记簿', recordedOn: '2024-03-01' },
    ];
    await decided('enter-opening-balances', 'BJ-0003', { lots, basis: '移交' });
    const unit = await site.as('BJ-0003');
    await unit.go('/acts/new/surrender?for=BJ-0003');
    expect(unit.text).toContain('还没有应清缴量');
    await decided('confirm-emissions', 'BJ-0003', { emissions: '1000', basis: '核查报告' });
    await unit.go('/acts/new/surrender?for=BJ-0003');
    for (const said of ['尚应清缴', '1,000 吨', '900 吨', '缺 100 吨', '2024-11-15 24:00 截止'])
      expect(unit.text).toContain(said);
    await done(unit, 'apply-for-offsets', { 'lots.BJ-0003/L2': '40' }, 'BJ-0003');
    // more than is held is said before it is sent, and the button stays: it is judged then
    await unit.go('/acts/new/surrender?for=BJ-0003');
    await unit.send('/acts/new/surrender/check', { quantity: '1000' });
    expect(unit.text).toMatch(/将不予受理：<\/strong>[^<]*不足 1000 吨/);
    expect(unit.text).toContain('提交：清缴');
    // a comma that may mean either is refused by name; thousands apart are read, as on every page
    await unit.go('/acts/new/surrender?for=BJ-0003');
    await unit.send('/acts/new/surrender/check', { quantity: '9,00' });
    expect([unit.status, unit.text.includes('“9,00”中的逗号意思不明')]).toEqual([400, true]);
    await unit.go('/acts/new/surrender?for=BJ-0003');
    await unit.send('/acts/new/surrender/check', { quantity: '1,000' });
    expect(unit.text).toMatch(/将不予受理：<\/strong>[^<]*不足 1000 吨/);
    await done(unit, 'surrender', { quantity: '900' }, 'BJ-0003');
    // back from the receipt to the same form: it was sent
    await unit.go('/units/BJ-0003/requests');
    const [, receipt = ''] = /href="\/acts\/([^"]+)"/.exec(unit.text) ?? [];
    await unit.go(`/acts/new/surrender/check?for=BJ-0003&quantity=900&request=${receipt}`);
    expect(unit.text).toContain(`<a href="/acts/${receipt}">查看回执</a>`);
    await unit.go(`/acts/${receipt}`);
    expect(unit.text).toContain('900');
    await unit.go('/units/BJ-0003/account');
    expect(unit.text).toContain('100 吨');
  });
});

describe('三(一)2 — a general reporting unit', () => {
  it('files its report by page', async () => {
    const { book, client, taskQueue, prefix } = site.house.theatre;
    const city = new CityDesk({ book, client, taskQueue, prefix, cycle: 2024, patienceMs: 100_000 });
    const [opening] = opensOf(parseScenario(GENERAL, 'a general unit'));
    if (!opening) throw new Error('no opening');
    const opensAt = site.house.now();
    await city.openCase({ ...opening, opensAt }, { wall0: Date.now(), business0: opensAt, skips: true });
    const unit = await site.as('BJ-9001');
    expect(unit.text).toContain('/documents/new/general-report');
    await filed(unit, await prepared(unit, '/documents/new/general-report?for=BJ-9001', reportValues({ unitName: '某物业' })));
    expect(await events('general-report-filed', 'BJ-9001')).toBe(1);
  });
});

describe('四(一) — 均须加盖本单位公章: a seal made outside by one’s own certificate', () => {
  it('the manifest is taken from the page, signed with openssl, and its .p7s sent by the page; a wrong one is told', async () => {
    const own = await (await TestAuthority.open(authorityIn(site.house.folder))).issue({ name: 'BJ-0002' });
    await town.register('BJ-0002', own.certificates);
    const unit = await site.as('BJ-0002');
    const id = await prepared(unit, '/documents/new/first-report?for=BJ-0002', reportValues());
    const manifest = await (await unit.once(`/documents/${id}/manifest.json`)).text();
    const send = async (bytes: Uint8Array): Promise<void> => {
      await unit.go(`/documents/${id}/seal`);
      const csrf = hidden('csrf', unit.text);
      await sendFiles(unit, `/documents/${id}/seal`, { csrf }, [{ field: 'signature', name: `${id}.p7s`, bytes }]);
    };
    await send(signedWith(own, `${manifest} `));
    expect([unit.status >= 400, unit.text]).toEqual([true, expect.stringContaining('role="alert"')]);
    await send(signedWith(own, manifest));
    expect(unit.url).toContain(`/documents/${id}/submit`);
    expect(unit.text).toContain('本方证书签章');
    await filed(unit, id);
    const { rows } = await site.house.theatre.book.pool.query("select kind from seals where party = 'BJ-0002'");
    expect(rows).toEqual([{ kind: 'certificate' }]);
  });
});
