import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerAlarms, ledgerRelease } from '../../client/alarms.js';
import { askAgain } from '../../client/act.js';
import { auditVerify } from '../../client/audit.js';
import { doAct } from '../../client/do.js';
import { ledgerBalances, ledgerPreview, ledgerStatement, ledgerVerify } from '../../client/ledger.js';
import { status } from '../../client/status.js';
import { isoOf } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { parseScenario } from '../../simulator/scenario.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { PlayOnBook } from './play-on-book.js';

/** 98 200 confirmed; 90 000 of the year and 5 000 older ones are there, and 900 CCER from outside Beijing. */
const SCENARIO = parseScenario(
  `
name: nobody surrenders before the deadline
cycle: 2024
from: 2024-05-10
until: 2024-11-10
units:
  - id: BJ-0001
    name: 示例热力有限公司
    kind: key
    district: chaoyang
    lastCycle: { approved: "100000", settled: true }
    holdings:
      - { product: allowance, vintage: 2022, quantity: "5000" }
      - { product: ccer, origin: outside, recordedOn: 2016-05-01, quantity: "900" }
  - { id: BJ-0002, name: 示例建材有限公司, kind: key, district: chaoyang }
acts:
  - { on: 2024-09-10, by: city/a, approvedBy: city/b, do: confirm-emissions, for: BJ-0001, with: { emissions: "98200", basis: 核查报告 } }
  - { on: 2024-09-12, by: city/a, approvedBy: city/b, do: allocate, for: BJ-0001, with: { amount: "90000", basis: 核定意见 } }
  - { on: 2024-11-01, by: BJ-0001, do: cancel, with: { quantity: "10", reason: 自愿减排 } }
`,
  'commands',
);

let database: TestDatabase;
let book: Book;
let folder: string;
const before = { ...process.env };
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await new PlayOnBook(book).play(SCENARIO);
  process.env['DATABASE_URL'] = database.url;
  process.env['TEMPORAL_ADDRESS'] = '127.0.0.1:1';
  folder = mkdtempSync(path.join(tmpdir(), 'luyue-ledger-'));
});
afterAll(async () => {
  process.env['DATABASE_URL'] = before['DATABASE_URL'];
  process.env['TEMPORAL_ADDRESS'] = before['TEMPORAL_ADDRESS'];
  rmSync(folder, { recursive: true, force: true });
  await book.close();
  await database.drop();
});

/** Runs a command and reads what it prints. */
const asked = async (command: (streams: { out: (text: string) => void; err: (text: string) => void }) => Promise<number>) => {
  let text = '';
  const status = await command({ out: (more) => void (text += more), err: (more) => void (text += more) });
  return { status, text, json: () => JSON.parse(text) as Record<string, unknown> };
};
const json = true;

describe('luyue ledger', () => {
  it('balances by lot, and as they were before the allocation', async () => {
    const now = await asked((streams) => ledgerBalances('BJ-0001', { json }, streams));
    expect([now.status, now.json()]).toEqual([
      0,
      {
        account: 'unit/BJ-0001',
        asOf: null,
        knownAt: null,
        balances: [
          { lot: 'BJ-0001/L1', product: 'allowance', quantity: '5000' },
          { lot: 'BJ-0001/L2', product: 'ccer', quantity: '900' },
          { lot: 'BJ-0001/L3', product: 'allowance', quantity: '89990' },
        ],
      },
    ]);
    const inGreenwich = await asked((streams) => ledgerBalances('BJ-0001', { json, asOf: '2024-09-12T01:59:59Z' }, streams));
    expect(inGreenwich.json()).toMatchObject({ asOf: '2024-09-12T09:59:59+08:00', knownAt: null });
    const then = await asked((streams) => ledgerBalances('BJ-0001', { json, asOf: '2024-09-12T09:59:59+08:00' }, streams));
    expect(then.json()['balances']).toHaveLength(2);
    const unknown = await asked((streams) => ledgerBalances('BJ-0001', { json, knownAt: '2001-01-01T00:00:00+08:00' }, streams));
    expect(unknown.json()['balances']).toEqual([]);
  });

  it('balances of every account by product sum to zero', async () => {
    const all = await asked((streams) => ledgerBalances(undefined, { json }, streams));
    expect(all.json()['balances']).toEqual([
      { account: 'cancelled', product: 'allowance', quantity: '10' },
      { account: 'issuance', product: 'allowance', quantity: '-95000' },
      { account: 'issuance', product: 'ccer', quantity: '-900' },
      { account: 'unit/BJ-0001', product: 'allowance', quantity: '94990' },
      { account: 'unit/BJ-0001', product: 'ccer', quantity: '900' },
    ]);
  });

  it('a unit that is not there, and an instant without its offset, are bad input', async () => {
    await expect(ledgerBalances('BJ-9999', { json })).rejects.toMatchObject({ code: 'unknown-unit' });
    await expect(ledgerBalances('BJ-0001', { asOf: '2024-09-12' })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(ledgerStatement('BJ-0001', { csv: 'a', xlsx: 'b' })).rejects.toMatchObject({ code: 'usage' });
  });

  it('a statement has every movement with its cause and the balance after it', async () => {
    const { status, json: read } = await asked((streams) => ledgerStatement('BJ-0001', { json }, streams));
    const lines = read()['lines'] as Record<string, string>[];
    expect(status).toBe(0);
    expect(lines.map(({ at, lot, quantity, balance }) => [at, lot, quantity, balance])).toEqual([
      ['2024-05-10T00:00:00+08:00', 'BJ-0001/L1', '5000', '5000'],
      ['2024-05-10T00:00:00+08:00', 'BJ-0001/L2', '900', '900'],
      ['2024-09-12T10:00:00+08:00', 'BJ-0001/L3', '90000', '95000'],
      ['2024-11-01T10:00:00+08:00', 'BJ-0001/L3', '-10', '94990'],
    ]);
    const cancelled = await asked((streams) => ledgerStatement('cancelled', {}, streams));
    expect(cancelled.text).toContain('BJ-0001/L3');
  });

  it('a statement as a file can be read back, its numbers as numbers', async () => {
    const csv = path.join(folder, 'statement.csv');
    const xlsx = path.join(folder, 'statement.xlsx');
    await asked((streams) => ledgerStatement('BJ-0001', { csv }, streams));
    await asked((streams) => ledgerStatement('BJ-0001', { xlsx }, streams));
    const lines = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[4]).toContain('2024-11-01T10:00:00+08:00,BJ-0001/L3,allowance,-10,94990,BJ-0001,2024/BJ-0001/compliance-cycle');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(xlsx);
    const [sheet] = workbook.worksheets;
    expect([sheet?.rowCount, sheet?.getCell('D5').value, sheet?.getCell('B2').value]).toEqual([5, -10, 'BJ-0001/L1']);
    await expect(ledgerStatement('BJ-0001', { csv: path.join(folder, 'no', 'such') })).rejects.toMatchObject({
      code: 'cannot-write',
    });
  });

  it('三(四) — 自动收缴 › a preview takes 94 990 allowances, then 900 CCER within 2.5 %, and writes nothing', async () => {
    const { seq } = (await book.readCase('2024/BJ-0001/compliance-cycle'))!;
    const { status, json: read } = await asked((streams) => ledgerPreview('BJ-0001', { json }, streams));
    expect([status, read()]).toEqual([
      0,
      {
        unit: 'BJ-0001',
        case: '2024/BJ-0001/compliance-cycle',
        at: '2024-11-16T00:00:00+08:00',
        dueOn: '2024-11-16',
        moves: [
          { lot: 'BJ-0001/L1', quantity: '5000' },
          { lot: 'BJ-0001/L3', quantity: '89990' },
          { lot: 'BJ-0001/L2', quantity: '900' },
        ],
        owed: '98200',
        allowances: '94990',
        offsets: '900',
        outside: '900',
        shortfall: '2310',
        expires: [],
        rectificationDueOn: '2024-11-29',
      },
    ]);
    // an old CCER may be used to the end of 2024, and not on the day on which this runs
    const now = await asked((streams) => ledgerPreview('BJ-0001', { json, now: true }, streams));
    expect(now.json()).toMatchObject({ allowances: '94990', offsets: '0', shortfall: '3210' });
    expect((await book.readCase('2024/BJ-0001/compliance-cycle'))!.seq).toBe(seq);
    const early = await asked((streams) => ledgerPreview('BJ-0002', { json }, streams));
    expect([early.status, early.json()]).toMatchObject([1, { error: { code: 'too-early' } }]);
    await expect(ledgerPreview('BJ-9999', { json })).rejects.toMatchObject({ code: 'unknown-unit' });
  });

  it('verify agrees; after one byte it names the place, records an alarm, and two officers release it', async () => {
    const good = await asked((streams) => ledgerVerify({ json }, streams));
    expect([good.status, good.json()]).toEqual([0, { agrees: true, differences: [], raised: [], openAlarms: [] }]);
    expect((await asked((streams) => auditVerify({ json }, streams))).json()).toMatchObject({ chain: 'intact', differences: [] });
    const intruder = new pg.Client({ connectionString: database.url });
    await intruder.connect();
    await intruder.query(`set session_replication_role = replica;
      update transactions set by = 'city/c' where case_id = '2024/BJ-0001/compliance-cycle' and seq > 5 and by = 'city/a'`);
    await intruder.end();
    const bad = await asked((streams) => ledgerVerify({ json }, streams));
    expect([bad.status, bad.json()]).toMatchObject([
      1,
      { agrees: false, raised: [1], differences: [{ check: 'transaction-changed' }], openAlarms: [{ alarm: 1 }] },
    ]);
    expect((await asked((streams) => auditVerify({ json }, streams))).json()).toMatchObject({
      chain: 'broken',
      wrong: null,
      differences: [{ check: 'transaction-changed' }],
    });
    const standing = await asked((streams) => status('BJ-0001', { json }, streams));
    expect(standing.json()).toMatchObject({ alarms: [{ alarm: 1, check: 'transaction-changed', units: ['BJ-0001'] }] });
    expect((await asked((streams) => status('BJ-0002', { json }, streams))).json()).not.toHaveProperty('alarms');
    const shown = await asked((streams) => status('BJ-0001', { json: false }, streams));
    expect(shown.text).toContain('收缴暂停 open alarms: its collection waits');
    const release = { as: 'city/a', approvedBy: 'city/b', reason: '经查为试验', json };
    const refused = await asked((streams) => ledgerRelease('1', { ...release, approvedBy: 'city/a' }, streams));
    expect([refused.status, refused.json()]).toMatchObject([1, { error: { code: 'same-officer' } }]);
    await expect(ledgerRelease('one', release)).rejects.toMatchObject({ code: 'bad-input' });
    const done = await asked((streams) => ledgerRelease('1', { ...release, id: 'r-1' }, streams));
    expect([done.status, done.json()]).toMatchObject([0, { id: 'r-1', state: 'decided', do: 'release-alarm', seq: 3 }]);
    const told = { as: 'city/a', approvedBy: 'city/b', id: 'r-1', json };
    const brings = JSON.stringify({ alarm: 1, reason: '经查为试验' });
    const again = await asked((streams) => doAct('release-alarm', { ...told, with: brings }, streams));
    expect([again.status, again.json()]).toEqual([0, done.json()]);
    const other = await asked((streams) => doAct('release-alarm', { ...told, with: brings.replace('1', '2') }, streams));
    expect([other.status, other.json()]).toMatchObject([2, { error: { code: 'id-used' } }]);
    expect((await asked((streams) => askAgain('r-1', { json }, streams))).json()).toEqual(done.json());
    const listed = await asked((streams) => ledgerAlarms({ json }, streams));
    expect(listed.json()).toMatchObject({ alarms: [{ alarm: 1, release: { reason: '经查为试验' } }] });
    expect(isoOf((await book.readCase('2024/BJ-0001/compliance-cycle'))!.openedAt)).toBe('2024-05-10T00:00:00+08:00');
  });
});
