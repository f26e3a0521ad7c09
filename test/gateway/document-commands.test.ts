import { readFileSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as document from '../../client/document.js';
import { checkClean } from '../../client/document-clean.js';
import { filePut } from '../../client/file.js';
import { formList, formTemplate } from '../../client/form.js';
import { sealRegister, sealSign, sealTestCertificate } from '../../client/seal.js';
import { monthlyValues, reportValues } from './filings.js';
import { commandFolder, speakToTheFolder, type CommandFolder } from './folder.js';
import { openHouse, type House, type Said } from './house.js';

let house: House;
let place: CommandFolder;

beforeAll(async () => {
  house = await openHouse();
  place = await commandFolder(house);
});
afterAll(async () => {
  await place.close();
  await house.close();
});
beforeEach(speakToTheFolder);

type Streams = { out: (text: string) => void; err: (text: string) => void };
async function run(work: (streams: Streams) => Promise<number>) {
  let [out, err] = ['', ''];
  const exit = await work({ out: (text) => void (out += text), err: (text) => void (err += text) });
  return { exit, out, err, json: () => JSON.parse(out) as Said['body'] };
}
const AS = { as: 'BJ-0001', json: true } as const;

/** Types into a workbook as a person does: into the fourth cell of the line that the first one names. */
async function typedInto(file: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  book.worksheets[0]?.eachRow((row) => {
    const said = values[row.getCell(1).text];
    if (typeof said === 'string') row.getCell(4).value = said;
  });
  await book.xlsx.writeFile(file);
}

describe('documents on the command line, from the workbook to the filing', () => {
  let id: string;

  it('the forms are listed; a workbook is written, filled in, imported, and what is missing is said', async () => {
    expect((await run((streams) => formList({ json: true }, streams))).json()['forms']).toHaveLength(7);
    expect((await run((streams) => formTemplate('first-report', { out: 'report.xlsx' }, streams))).exit).toBe(0);
    await expect(formTemplate('second-report', { out: 'x.xlsx' })).rejects.toThrow('there is no form second-report');
    const { fuels: _later, telephone: _none, ...values } = reportValues();
    await typedInto('report.xlsx', values);
    const imported = await run((streams) => document.documentImport('report.xlsx', AS, streams));
    expect([imported.exit, imported.json()['values'].unitName]).toEqual([0, '示例热力有限公司']);
    id = imported.json()['id'] as string;
    const checked = await run((streams) => document.documentCheck(id, { as: 'BJ-0001' }, streams));
    expect([checked.exit, checked.out]).toEqual([2, expect.stringContaining('telephone')]);
    const early = await run((streams) => document.documentFile(id, AS, streams));
    expect([early.exit, early.err + early.out]).toEqual([2, expect.stringContaining('telephone')]);
  });

  it('corrected, checked, explained and filed; the same id again is the same filing; what changed is shown', async () => {
    writeFileSync('values.json', JSON.stringify(reportValues({ statedTotal: '2700' })));
    const begun = await run((streams) => document.documentNew('first-report', AS, streams));
    expect(begun.json()).toMatchObject({ id, begun: false });
    await typedInto('report.xlsx', { telephone: '010-12345678', statedTotal: '2700' });
    expect((await run((streams) => document.documentImport('report.xlsx', AS, streams))).exit).toBe(0);
    const checked = await run((streams) => document.documentCheck(id, AS, streams));
    expect([checked.exit, (checked.json()['findings'] as { key: string }[]).map(({ key }) => key)]).toEqual([
      0,
      ['total-differs:total', 'total-differs:fossil'],
    ]);
    expect((await run((streams) => document.documentExplain(id, { 'no-such': 'x' }, AS, streams))).exit).toBe(2);
    expect(
      (await run((streams) => document.documentExplain(id, { 'total-differs:total': '漏填天然气' }, AS, streams))).exit,
    ).toBe(0);
    const filed = await run((streams) => document.documentFile(id, { ...AS, id: 'filed-1' }, streams));
    expect(filed.json()).toMatchObject({ id: 'filed-1', state: 'decided' });
    expect((await run((streams) => document.documentFile(id, { ...AS, id: 'filed-1' }, streams))).json()).toMatchObject({
      seq: filed.json()['seq'] as number,
    });
    await typedInto('report.xlsx', { statedTotal: '604' });
    await run((streams) => document.documentImport('report.xlsx', AS, streams));
    const changes = (await run((streams) => document.documentDiff(id, AS, streams))).json();
    expect(changes).toMatchObject({ from: 1, to: 2, changes: [{ path: 'statedTotal', before: '2700', after: '604' }] });
    const shown = await run((streams) => document.documentShow(id, { as: 'BJ-0001', ofVersion: '1' }, streams));
    expect(shown.out).toContain(id);
    const hidden = await run((streams) => document.documentShow(id, { as: 'BJ-0002', json: true }, streams));
    expect([hidden.exit, hidden.err + hidden.out]).toEqual([1, expect.stringContaining('unknown-document')]);
  });

  it('files are sent and named; one that is written wrong, or no workbook at all, is bad input', async () => {
    writeFileSync('note.csv', 'a,b\n1,2\n');
    expect((await run((streams) => filePut(['note.csv'], AS, streams))).exit).toBe(0);
    await expect(document.documentImport('report.xlsx', { ...AS, attach: ['note.csv'] })).rejects.toThrow('write NAME=SHA256');
    const stranger = await run((streams) =>
      document.documentImport('report.xlsx', { ...AS, attach: [`x.csv=${'0'.repeat(64)}`] }, streams),
    );
    expect([stranger.exit, stranger.err + stranger.out]).toEqual([1, expect.stringContaining('unknown-file')]);
    const nonsense = await run((streams) =>
      document.documentImport('note.csv', AS, streams).catch((error: unknown) => {
        streams.err(String(error));
        return 2;
      }),
    );
    expect(nonsense.exit).toBe(2);
  });

  it('packages in which nothing was found are looked at, and passed with --commit', async () => {
    writeFileSync('month.json', JSON.stringify(monthlyValues('1000', '10')));
    const made = await run((streams) =>
      document.documentNew('monthly-evidence', { ...AS, month: '2024-05', values: 'month.json' }, streams),
    );
    expect((await run((streams) => document.documentFile(made.json()['id'] as string, AS, streams))).exit).toBe(0);
    const clean = (commit: boolean) =>
      run((streams) => checkClean('check-monthly-evidence', { as: 'chaoyang/x', month: '2024-05', commit, json: true }, streams));
    // nothing supports it: that is found
    expect((await clean(false)).out).not.toContain('BJ-0001');
    expect((await clean(true)).exit).toBe(0);
  });
});

describe('certificates on the command line', () => {
  const asked = { party: 'BJ-0001', platform: false, as: 'city/a', approvedBy: 'city/b', basis: '登记表', json: true };

  it('one’s own key signs; a key of another certificate, a certificate that is none and a key that is none are said', async () => {
    expect((await run((streams) => sealTestCertificate('BJ-0001', { keyKind: 'ecdsa' }, streams))).exit).toBe(0);
    expect((await run((streams) => sealTestCertificate('other', { keyKind: 'rsa' }, streams))).exit).toBe(0);
    await expect(sealTestCertificate('x', { keyKind: 'dsa' })).rejects.toThrow('--key-kind is one of');
    writeFileSync('manifest.json', '{}');
    writeFileSync('nonsense.pem', 'nonsense');
    const sign = (over: object) => sealSign('manifest.json', { key: 'BJ-0001.key', cert: 'BJ-0001.crt', ...over });
    await expect(sign({ key: 'other.key' })).rejects.toThrow('BJ-0001.crt is not the certificate of other.key');
    await expect(sign({ key: 'nonsense.pem' })).rejects.toThrow(/^nonsense.pem: /);
    await expect(sign({ cert: 'nonsense.pem' })).rejects.toThrow('nonsense.pem holds no certificate (PEM)');
    await expect(sign({ cert: 'nowhere.pem' })).rejects.toThrow('nowhere.pem cannot be read');
    const signed = await run((streams) => sealSign('manifest.json', { key: 'BJ-0001.key', cert: 'BJ-0001.crt' }, streams));
    expect(signed.out).toContain('openssl cms -sign -binary -in manifest.json');
    expect(readFileSync('manifest.json.p7s').length).toBeGreaterThan(500);
  });

  it('what is registered has to be a certificate that leads to an authority', async () => {
    expect(() => sealRegister('nonsense.pem', asked)).toThrow('holds no certificate');
    const broken = `-----BEGIN CERTIFICATE-----\n${Buffer.from('nonsense').toString('base64')}\n-----END CERTIFICATE-----\n`;
    writeFileSync('broken.pem', broken);
    const no = await run((streams) => sealRegister('broken.pem', asked, streams));
    expect([no.exit, no.err + no.out]).toEqual([2, expect.stringContaining('bad-input')]);
    const there = await run((streams) => sealRegister('BJ-0001.crt', asked, streams));
    expect([there.exit, there.err + there.out]).toEqual([0, expect.stringContaining('s-0001')]);
  });
});
