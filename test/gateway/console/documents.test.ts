import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../sign-in/browser.js';
import { Book } from '../../../records/book.js';
import { LIMITS, within } from '../../../records/limits.js';
import { monthlyValues, reportValues } from '../filings.js';
import { openConsole, pagesOver, type ConsoleSite } from './console-site.js';
import { relayTo } from './relay.js';
import { pdfNamed, sendFiles, typed } from './send-files.js';

let site: ConsoleSite;
let unit: Browser;
beforeAll(async () => {
  site = await openConsole();
  unit = await site.as('BJ-0001');
});
afterAll(() => site.close());

const pool = () => site.house.theatre.book.pool;
const hidden = (name: string, text = unit.text): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
const filed = async (type: string): Promise<number> =>
  (await pool().query(`select 1 from events where body ->> 'type' = $1`, [type])).rows.length;

describe('三(一)1 — a unit uploads a month by page, without script', () => {
  let id = '';

  it('its year leads to the form; what is begun is a draft on the server', async () => {
    expect(unit.text).toContain('href="/documents/new/monthly-evidence?for=BJ-0001&amp;month=2024-05"');
    await unit.go('/documents/new/monthly-evidence?for=BJ-0001&month=2024-05');
    expect(unit.text).toContain('2024-06-20 24:00 截止');
    await unit.send('/documents/new/monthly-evidence', {});
    [, id = ''] = /\/documents\/(DOC-\d+)\/fill$/.exec(unit.url) ?? [];
    expect(id).not.toBe('');
    await unit.go('/documents/new/monthly-evidence?for=BJ-0001&month=2024-05');
    expect(unit.url).toBe(`${site.origin}/documents/${id}/fill`);
  });

  it('every number has its unit beside it; a wrong one is told at its field, and kept', async () => {
    expect(unit.text).toContain('MWh');
    await unit.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1,20', '3')), go: 'save' });
    expect(unit.text).toContain('value="1,20"');
    expect(unit.text).toContain('小数点请用“.”，请写成 1.20');
    expect(unit.text).toContain('aria-invalid="true"');
    // thousands that stand apart, as in a spreadsheet, are read as they are meant
    await unit.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1,200.5', '3')), go: 'save' });
    expect([unit.text.includes('value="1200.5"'), unit.text.includes('aria-invalid')]).toEqual([true, false]);
  });

  it('more rows are given without losing what is there', async () => {
    const before = unit.text.match(/name="t\.fuels\.\d+\.fuel"/g)?.length ?? 0;
    await unit.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1200', '3')), go: 'more:fuels' });
    expect(unit.text.match(/name="t\.fuels\.\d+\.fuel"/g)?.length).toBeGreaterThan(before);
    expect(unit.text).toContain('value="1200"');
  });

  it('two tabs: what the other has saved is shown beside, and nothing is lost', async () => {
    const other = await site.as('BJ-0001');
    await other.go(`/documents/${id}/fill`);
    await unit.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1300', '3')), go: 'save' });
    await other.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1400', '3')), go: 'save' });
    expect(other.status).toBe(409);
    expect(other.text).toContain('1300');
    expect(other.text).toContain('1400');
    // each is chosen by itself
    await other.send(`/documents/${id}/fill`, { 'take.electricityMWh': 'saved', go: 'save' });
    expect([other.status, other.text.includes('value="1300"')]).toEqual([200, true]);
    await other.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1400', '3')), go: 'save' });
    // the same again is no conflict, however old the page
    await unit.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1400', '3')), go: 'files' });
    expect([unit.status, unit.url]).toEqual([200, `${site.origin}/documents/${id}/files`]);
  });

  it('a session that ends loses nothing: what was written waits on the page, and is saved once it is confirmed', async () => {
    const other = await site.as('BJ-0001');
    await other.go(`/documents/${id}/fill`);
    const page = other.text;
    other.cookies.clear();
    await other.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1500', '3')), go: 'save' });
    expect([other.status, other.text.includes('value="1500"')]).toEqual([401, true]);
    const kept = other.text;
    await other.go('/sign-in/start?as=BJ-0001&to=/');
    await other.send('/as', { actor: 'BJ-0001' });
    other.text = kept;
    await other.send(`/documents/${id}/fill`, {});
    expect([other.status, other.text.includes('确认并保存')]).toEqual([403, true]);
    await other.send(`/documents/${id}/fill`, {});
    expect([other.status, other.text.includes('value="1500"')]).toEqual([200, true]);
    expect(page).not.toContain('value="1500"');
  });

  it('a database that takes what is sent and never answers loses nothing either: what was written waits on the page, and one press tries again', async () => {
    const { databaseUrl } = site.house.theatre.platform;
    const relay = await relayTo(databaseUrl);
    const book = new Book(relay.url, { limits: within(LIMITS, 900) });
    const pages = await pagesOver(site.house, book);
    const other = await pages.as('BJ-0001');
    await other.go(`/documents/${id}/fill`);
    relay.hold(true);
    // answered while the database is still silent: whoever waited for it would not come back before the test's end
    await other.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1600', '3')), go: 'save' });
    relay.hold(false);
    expect([other.status, other.text]).toEqual([503, expect.stringContaining('再试一次')]);
    expect(other.text).toContain('value="1600"');
    await other.send(`/documents/${id}/fill`, {});
    expect([other.status, other.text]).toEqual([200, expect.stringContaining('value="1600"')]);
    await other.send(`/documents/${id}/fill`, { ...typed(monthlyValues('1500', '3')), go: 'save' });
    await pages.close();
    await book.close();
    await relay.close();
  });

  it('files are attached by a form, handed out again, and taken off', async () => {
    await unit.go(`/documents/${id}/files`);
    const pdf = pdfNamed('电费结算单.pdf');
    await sendFiles(unit, `/documents/${id}/files`, { csrf: hidden('csrf') }, [pdf]);
    expect(unit.text).toContain('电费结算单.pdf');
    const [, path = ''] = /href="(\/files\/[0-9a-f]{64})"/.exec(unit.text) ?? [];
    const answer = await unit.once(path);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('attachment')]);
    expect((await (await site.as('BJ-0002')).go(path)).status).toBe(404);
    await sendFiles(unit, `/documents/${id}/files`, { csrf: 'another' }, [pdf]);
    expect(unit.status).toBe(403);
    await unit.go(`/documents/${id}/files`);
    await sendFiles(unit, `/documents/${id}/files`, { csrf: hidden('csrf') }, [{ ...pdf, name: '程序.exe' }]);
    expect([unit.status, unit.text.includes('role="alert"')]).toEqual([415, true]);
  });

  it('it is checked with room for an explanation, looked over, filed once, and has its receipt', async () => {
    await unit.go(`/documents/${id}/check`);
    expect(unit.text).toContain('可以报送');
    const [, key = ''] = /name="(e-\d+)"/.exec(unit.text) ?? [];
    await unit.send(`/documents/${id}/check`, { ...(key === '' ? {} : { [key]: '新增产线' }), go: 'submit' });
    expect(unit.text).toContain('提交：上传月度信息化存证');
    expect(await filed('monthly-evidence-filed')).toBe(0);
    const page = unit.text;
    await unit.send(`/documents/${id}/submit`, {});
    expect(unit.url).toMatch(/\/acts\/[0-9a-f-]{36}$/);
    expect(unit.text).toContain('已办结');
    const receipt = unit.url;
    unit.text = page;
    await unit.send(`/documents/${id}/submit`, {});
    expect(unit.url).toBe(receipt);
    expect(await filed('monthly-evidence-filed')).toBe(1);
    await unit.go('/units/BJ-0001/documents');
    expect(unit.text).toContain('已报送');
    await unit.go('/units/BJ-0001/requests');
    expect(unit.text).toContain('<h1>办理记录 · 示例热力有限公司</h1>');
    expect(unit.text).toContain('上传月度信息化存证 · 2024-05');
  });

  it('the next month shows this one beside it, and takes a workbook', async () => {
    await unit.go('/documents/new/monthly-evidence?for=BJ-0001&month=2024-06');
    await unit.send('/documents/new/monthly-evidence', {});
    expect(unit.text).toMatch(/上月 <b>1500<\/b>/);
    const [, next = ''] = /\/documents\/(DOC-\d+)\/fill$/.exec(unit.url) ?? [];
    const book = Buffer.from(await (await unit.once(`/documents/${id}/workbook.xlsx`)).arrayBuffer());
    await sendFiles(unit, `/documents/${next}/workbook`, { csrf: hidden('csrf'), revision: hidden('revision') }, [
      { field: 'workbook', name: '六月.xlsx', bytes: book },
    ]);
    expect(unit.url).toBe(`${site.origin}/documents/${next}/fill?saved`);
    expect(unit.text).toContain('value="1500"');
  });

  it("nobody else's draft is there", async () => {
    await unit.go('/units/BJ-0001/documents');
    const draft = [...unit.text.matchAll(/DOC-\d+/g)].at(-1)?.[0] ?? '';
    for (const actor of ['BJ-0002', 'chaoyang/x', 'V-01']) {
      const other = await site.as(actor);
      for (const path of ['', '/fill', '/files', '/check', '/submit', '/seal', '/manifest.json', '/workbook.xlsx'])
        expect([actor, path, (await other.go(`/documents/${draft}${path}`)).status]).toEqual([actor, path, 404]);
    }
  });
});

describe('四(一) — a report is filed under seal by page', () => {
  it('what is missing is told with the way to it; a form whose figures differ is filed all the same', async () => {
    await unit.go('/documents/new/first-report?for=BJ-0001');
    await unit.send('/documents/new/first-report', {});
    const id = /DOC-\d+/.exec(unit.url)?.[0] ?? '';
    await unit.send(`/documents/${id}/fill`, { ...typed(reportValues({ telephone: '', statedTotal: '2700' })), go: 'check' });
    expect(unit.text).toContain(`href="/documents/${id}/fill?all#f.telephone"`);
    await unit.go(`/documents/${id}/fill?all`);
    await unit.send(`/documents/${id}/fill`, { ...typed(reportValues({ statedTotal: '2700' })), go: 'check' });
    expect(unit.text).toContain('2,766.19');
    await unit.send(`/documents/${id}/check`, { 'e-0': '四舍五入', go: 'submit' });
    expect(unit.text).toContain('四舍五入');
    expect(unit.text).toContain('由平台见证');
    // after five minutes the second factor comes first, and leads back to this very page
    await pool().query('update sessions set auth_time = auth_time - 400000');
    await unit.go(unit.url);
    expect(unit.text).toContain(`href="/sign-in/step-up?to=${encodeURIComponent(new URL(unit.url).pathname)}`);
    expect(unit.text).not.toContain(`action="/documents/${id}/submit"`);
    await pool().query('update sessions set auth_time = auth_time + 400000');
    await unit.go(unit.url);
    await unit.send(`/documents/${id}/submit`, {});
    expect(unit.text).toContain('已办结');
    expect((await pool().query('select kind from seals')).rows).toEqual([{ kind: 'witness' }]);
    await unit.go(`/documents/${id}`);
    expect(unit.text).toContain('平台见证');
  });
});

describe('what was filed is had as an archive', () => {
  it('one document from its page, all of a unit from its list; nothing of another’s', async () => {
    await unit.go('/units/BJ-0001/documents');
    expect(unit.text).toContain('href="/units/BJ-0001/documents.zip"');
    await unit.go('/units/BJ-0001/documents.zip');
    expect([unit.status, unit.text.slice(0, 2)]).toEqual([200, 'PK']);
    expect(unit.text).toContain(`DOC-000001 月度信息化存证 2024-05/verify.sh`);
    await unit.go(`/documents/DOC-000001/export.zip?version=1`);
    expect([unit.status, unit.text.slice(0, 2)]).toEqual([200, 'PK']);
    // a correction that is only begun takes nothing out of it
    await unit.go('/documents/DOC-000001/fill');
    await unit.send('/documents/DOC-000001/fill', { ...typed(monthlyValues('1700', '3')), go: 'save' });
    expect(
      (await pool().query(`select state from document_versions where document = 'DOC-000001' order by version`)).rows,
    ).toEqual([{ state: 'filed' }, { state: 'draft' }]);
    await unit.go('/units/BJ-0001/documents.zip');
    expect([unit.status, unit.text.includes('DOC-000001 月度信息化存证 2024-05/document.json')]).toEqual([200, true]);
    const other = await site.as('BJ-0002');
    for (const path of [`/documents/DOC-000001/export.zip`, '/units/BJ-0001/documents.zip'])
      expect((await other.go(path)).status, path).toBe(404);
    // of one's own, where nothing is filed
    expect((await other.go('/units/BJ-0002/documents.zip')).status).toBe(404);
  });
});

describe("a unit's dates in a calendar program", () => {
  it('a person has a link of their own, shown once; a new one ends it, and so does whoever ends it', async () => {
    const linked = async (): Promise<string> => {
      await unit.go('/units/BJ-0001/calendar');
      await unit.send('/units/BJ-0001/calendar', { do: 'renew' });
      return /<code>(http[^<]*\.ics)<\/code>/.exec(unit.text)?.[1] ?? '';
    };
    const first = await linked();
    const calendar = await (await fetch(first)).text();
    expect(calendar).toContain('UID:2024-verified-report@luyue');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20240715');
    expect(calendar).not.toContain('2024-first-report@luyue');
    const second = await linked();
    expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200]);
    await unit.go('/units/BJ-0001/calendar');
    expect(unit.text).not.toContain('/calendar/');
    await unit.send('/units/BJ-0001/calendar', { do: 'end' });
    expect((await fetch(second)).status).toBe(404);
    expect((await (await site.as('BJ-0002')).go('/units/BJ-0001/calendar')).status).toBe(404);
    expect(site.house.lines.some((line) => line.includes(first.split('/').at(-1) ?? first))).toBe(false);
  });
});
