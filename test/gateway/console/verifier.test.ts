import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../sign-in/browser.js';
import { monthlyValues, verificationValues } from '../filings.js';
import { openConsole, type ConsoleSite } from './console-site.js';
import { pdfNamed, sendFiles, typed, type FileSent } from './send-files.js';

let site: ConsoleSite;
let [unit, verifier]: [Browser?, Browser?] = [];
beforeAll(async () => {
  site = await openConsole();
  [unit, verifier] = [await site.as('BJ-0001'), await site.as('V-01')];
});
afterAll(() => site.close());

const VERIFICATION = '/verifications/2024:BJ-0001:V-01';

/** Fills in the form of an act, looks it over and sends it, without script; what is shown in the end. */
async function does(browser: Browser, path: string, entered: Record<string, string>): Promise<string> {
  await browser.go(path);
  const act = new URL(browser.url).pathname;
  await browser.send(`${act}/check`, entered);
  await browser.send(act, {});
  expect([path, browser.url, browser.status]).toEqual([path, expect.stringMatching(/\/acts\/[0-9a-f-]{36}$/), 200]);
  return browser.text;
}

describe('三(二) — a verification by page, from its engagement to its report', () => {
  it('a unit engages a verifier from the pages of its year', async () => {
    await unit!.go('/units/BJ-0001/verifications');
    expect(unit!.text).toContain('href="/acts/new/engage-verifier?for=BJ-0001"');
    expect(await does(unit!, '/acts/new/engage-verifier?for=BJ-0001', { verifier: 'V-01', note: '联系张三' })).toContain(
      '已办结',
    );
  });

  it('the verifier finds it, with what it may do; who is not engaged finds nothing', async () => {
    await verifier!.go('/');
    expect(verifier!.text).toContain(`href="${VERIFICATION.replaceAll(':', '%3A')}"`);
    const other = await site.as('V-02');
    expect((await other.go(VERIFICATION)).status).toBe(404);
    expect((await other.go('/verifications')).text).toContain('没有核查');
    await verifier!.go(VERIFICATION);
    expect(verifier!.text).toContain('href="/acts/new/accept-engagement?for=BJ-0001"');
  });

  it('it accepts with its declaration, and reads what this unit has filed, and nothing of another', async () => {
    const long = '本机构与该单位没有利益关系。'.repeat(120);
    expect(await does(verifier!, '/acts/new/accept-engagement?for=BJ-0001', { independence: long })).toContain('已办结');
    for (const one of ['BJ-0001', 'BJ-0002']) {
      const api = await site.api(one);
      const made = await api.post('/api/v1/documents', {
        form: 'monthly-evidence',
        month: '2024-05',
        values: monthlyValues('5', '1'),
      });
      await api.post('/api/v1/acts', { do: 'submit-monthly-evidence', with: { document: made.body['id'] } });
    }
    await verifier!.go(VERIFICATION);
    expect(verifier!.text).toContain('核查中');
    const [, path = ''] = /href="(\/documents\/DOC-\d+)"/.exec(verifier!.text) ?? [];
    expect((await verifier!.go(path)).text).toContain('月度信息化存证');
    expect((await verifier!.go(`${path}/fill`)).status).toBe(403);
    expect((await verifier!.go('/documents/DOC-000002')).status).toBe(404);
    expect((await verifier!.go('/units/BJ-0002/documents')).status).toBe(404);
  });

  it('what it asks stands on the start page of the unit, is answered, and closed', async () => {
    const asked = { kind: 'non-conformity', about: '天然气', text: '计量表未检定', days: '3' };
    expect(await does(verifier!, '/acts/new/raise-query?for=BJ-0001', asked)).toContain('已办结');
    await unit!.go('/');
    expect(unit!.text).toContain('核查机构的疑问，待答复');
    await unit!.go(VERIFICATION);
    const [, href = ''] = /href="(\/acts\/new\/answer-query\?[^"]*)"/.exec(unit!.text) ?? [];
    await unit!.go(href.replaceAll('&amp;', '&'));
    await unit!.send('/acts/new/answer-query/check', { text: '已补检定证书' });
    // what is refused leaves what was typed
    const attach = (file: FileSent): Promise<Browser> => {
      const { to, hidden } = unit!.form('/acts/new/answer-query/files?for=BJ-0001');
      return sendFiles(unit!, to, hidden, [file]);
    };
    await attach({ name: 'tool.exe', bytes: Buffer.from('MZ nothing that is taken') });
    expect([unit!.status, unit!.text]).toEqual([415, expect.stringContaining('已补检定证书')]);
    await attach(pdfNamed('检定证书.pdf'));
    await attach(pdfNamed('照片.pdf'));
    const [, photo = ''] = /name="take-out" value="([0-9a-f]{64} 照片\.pdf)"/.exec(unit!.text) ?? [];
    await unit!.send('/acts/new/answer-query/check', { 'take-out': photo });
    expect([unit!.text.includes('照片.pdf'), unit!.text.includes('检定证书.pdf')]).toEqual([false, true]);
    await unit!.send('/acts/new/answer-query', {});
    expect(unit!.text).toContain('已办结');
    await verifier!.go(VERIFICATION);
    expect(verifier!.text).toContain('已补检定证书');
    const [, file = ''] = /href="(\/files\/[0-9a-f]{64})"/.exec(verifier!.text) ?? [];
    expect((await verifier!.go(file)).status).toBe(200);
    expect((await (await site.as('V-02')).go(file)).status).toBe(404);
    expect(await does(verifier!, '/acts/new/close-query?for=BJ-0001&query=1', { result: 'settled' })).toContain('已办结');
  });

  it('it issues its report as a document, by source, under the seal that the platform witnesses', async () => {
    await verifier!.go(VERIFICATION);
    const [, href = ''] = /href="(\/documents\/new\/verification-report\?[^"]*)"/.exec(verifier!.text) ?? [];
    await verifier!.go(href.replaceAll('&amp;', '&'));
    await verifier!.send('/documents/new/verification-report', {});
    const id = /DOC-\d+/.exec(verifier!.url)?.[0] ?? '';
    await verifier!.send(`/documents/${id}/fill`, { ...typed(verificationValues()), go: 'check' });
    expect(verifier!.text).toContain('可以报送');
    await verifier!.send(`/documents/${id}/check`, { go: 'submit' });
    await verifier!.send(`/documents/${id}/submit`, {});
    expect(verifier!.text).toContain('已办结');
    await verifier!.go(VERIFICATION);
    expect(verifier!.text).toContain('已出具报告');
    expect((await unit!.go(VERIFICATION)).text).toContain('2,982.41');
  });

  it('in a rehearsal the short form does; an empty row is none, a wrong figure is told at its field', async () => {
    await verifier!.go('/acts/new/issue-verification-report?for=BJ-0001');
    const report = { 'sources.0.source': '天然气', 'sources.0.verified': '98200', opinion: 'unqualified', sealed: 'yes' };
    await verifier!.send('/acts/new/issue-verification-report/check', { ...report, emissions: '98,20' });
    expect([verifier!.status, verifier!.text.includes('核查排放量（吨二氧化碳当量）：应为不小于零的十进制数')]).toEqual([
      400,
      true,
    ]);
  });

  it('offsets are applied for by lot; an account without any says so', async () => {
    await unit!.go('/acts/new/apply-for-offsets?for=BJ-0001');
    expect(unit!.text).toContain('账户中没有抵销产品');
  });
});
