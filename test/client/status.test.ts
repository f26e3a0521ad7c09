import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StatusOptions } from '../../client/over-http.js';
import { status } from '../../client/status.js';
import { instantOf } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { Book } from '../../records/book.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { DoorOnBook } from '../city/door-on-book.js';
import { cycleUntil, keyUnit } from '../city/played.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';

const CITY = { by: 'city/a', approvedBy: 'city/b', for: 'BJ-0001' };
/** 5 000 t held, 100 confirmed, corrected to 200 a month later; the district changes in between. */
const ACTS = [
  ['2024-06-20', { by: 'BJ-0001', do: 'submit-first-report', with: { emissions: '100', sealed: true } }],
  ['2024-09-10', { ...CITY, do: 'confirm-emissions', with: { emissions: '100', basis: '核查报告' } }],
  ['2024-09-20', { ...CITY, do: 'move-district', with: { district: 'haidian', basis: '迁址' } }],
  ['2024-10-01', { by: 'BJ-0001', do: 'surrender', with: { quantity: '60' } }],
  ['2024-10-10', { ...CITY, do: 'correct-emissions', with: { emissions: '200', basis: '复查' } }],
] as const;
const before = process.cwd();
let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luyue-status-'));
  process.chdir(folder);
  database = await bookDatabase();
  vi.stubEnv('DATABASE_URL', database.url);
  // nobody listens there: what only reads never asks
  vi.stubEnv('TEMPORAL_ADDRESS', '127.0.0.1:1');
  const book = new Book(database.url);
  const door = new DoorOnBook(book);
  for (const opening of opensOf(parseScenario(cycleUntil('2024-12-31', keyUnit('BJ-0001', 'chaoyang'), '  []'), 'test')))
    await door.open(opening);
  for (const [n, [day, raw]] of ACTS.entries()) {
    const answer = await door.submit(raw, `act-${String(n)}`, instantOf(day, '10:00:00'));
    if (isRefusal(answer)) throw new Error(answer.en);
  }
  await book.close();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  process.chdir(before);
  rmSync(folder, { recursive: true });
  await database.drop();
});

const told = async (options: Omit<StatusOptions, 'json'> = {}, unit = 'BJ-0001'): Promise<string> => {
  let said = '';
  await status(unit, { json: false, ...options }, { out: (text) => (said += text), err: () => undefined });
  return said;
};
const asJson = async (options: Omit<StatusOptions, 'json'> = {}): Promise<Record<string, unknown>> => {
  let said = '';
  await status('BJ-0001', { json: true, ...options }, { out: (text) => (said += text), err: () => undefined });
  return JSON.parse(said) as Record<string, unknown>;
};
const on = (day: string): string => `${day}T12:00:00+08:00`;

describe('where a unit stands, for people', () => {
  it('says who it is, of which district, by which moment', async () => {
    const text = await told({ asOf: on('2024-09-01') });
    expect(text).toContain('单位BJ-0001 BJ-0001 · 重点碳排放单位 key unit · chaoyang · 2024');
    expect(text).toContain('状态 status: 未结 open');
    expect(text).toContain('截至 as of 2024-09-01 12:00:00');
    expect(await told({ asOf: on('2024-09-21') })).toContain('key unit · haidian · 2024');
  });

  it('三(一)1 — says what it waits for, until when and how far that is, under which clause; and what comes next', async () => {
    const text = await told({ asOf: on('2024-06-10') });
    expect(text).toContain('等待 waiting for  单位 the unit: 初次碳排放报告 first-report, 2024-06-15 余 left 5d（三(一)1）');
    expect(text).toContain('下一时点 next     2024-06-14 09:00:00 提醒 reminder: 初次碳排放报告 first-report');
    expect(text).toMatch(/免费配额预发 pre-allocation +待办 pending +2024-07-15 +余 left 35d/);
  });

  it('a duty that is done says when and how, a right that may be used is called one, a check without its filing is not listed', async () => {
    const text = await told({ asOf: on('2024-06-21') });
    expect(text).toMatch(/初次碳排放报告 first-report +已办 done +2024-06-15 +2024-06-20 迟 late/);
    expect(text).toMatch(/配额调整申请 adjustment-application +可申请 may +2024-07-15/);
    expect(text).not.toMatch(/初步检查/);
    expect(text).toContain('尚未开始');
  });

  it('names the matters that are open, and what is held', async () => {
    const text = await told({ asOf: on('2024-06-18') });
    expect(text).toContain('未报送立案 referral (first-report): 自 since 2024-06-16 未结 open');
    expect(text).toMatch(/BJ-0001\/L1 +配额 allowance +5000 t {2}2022 年度/);
  });

  it('says of an instant that has come and was not played that it was not: somebody has to look at the worker', async () => {
    expect(await told()).toContain('（已到时，尚未执行 due, not played yet）');
    expect(await told({ asOf: on('2024-05-11') })).not.toContain('尚未执行');
  });

  it('is asked of a cycle by its year: the one there is, another in which the unit has no case, none', async () => {
    expect(await asJson({ cycle: '2024', asOf: on('2024-09-01') })).toEqual(await asJson({ asOf: on('2024-09-01') }));
    await expect(told({ cycle: '2025' })).rejects.toMatchObject({
      code: 'unknown-unit',
      message: expect.stringContaining('cycle 2025') as string,
    });
    await expect(told({ cycle: '2024.r1' })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('a unit that nobody knows, or not yet at that moment, is an error that says what to do', async () => {
    await expect(told({}, 'BJ-0404')).rejects.toThrow('luyue register import');
    await expect(told({ asOf: on('2024-05-09') })).rejects.toThrow('at that moment');
    await expect(told({ asOf: '2024-05-09' })).rejects.toThrow('--as-of');
    // a day that does not exist is not the next one
    await expect(told({ asOf: '2024-06-31T00:00:00+08:00' })).rejects.toThrow('--as-of');
  });
});

describe('as of a moment, as known at another', () => {
  it('the account and the figures are those of the moment', async () => {
    const holdings = async (day: string): Promise<unknown> =>
      ((await asJson({ asOf: on(day) }))['holdings'] as { quantity: string }[]).map(({ quantity }) => quantity);
    expect(await holdings('2024-09-30')).toEqual(['5000']);
    expect(await holdings('2024-10-02')).toEqual(['4940']);
    expect(await told({ asOf: on('2024-10-02'), knownAt: on('2024-10-02') })).toContain(
      '核定 confirmed    100 t · 应清缴 obligation 100 t · 尚欠 owed 40 t',
    );
  });

  it('a later correction changes what is known of that moment, not what was known at it', async () => {
    expect(await told({ asOf: on('2024-10-02'), knownAt: on('2024-10-09') })).toContain('核定 confirmed    100 t');
    expect(await told({ asOf: on('2024-10-02') })).toContain(
      '核定 confirmed    200 t · 应清缴 obligation 200 t · 尚欠 owed 140 t',
    );
    const later = await told({ asOf: on('2024-10-02'), knownAt: on('2024-11-01') });
    expect(later).toContain('核定 confirmed    200 t');
    expect(later).toContain('据 2024-11-01 12:00:00 所知 as known then');
  });

  it('tells the moments asked about with +08:00, in whatever offset they were asked', async () => {
    const moments = { asOf: '2024-09-21T04:00:00Z', knownAt: '2024-09-21T10:30-02:00' };
    expect(await asJson(moments)).toMatchObject({ asOf: '2024-09-21T12:00:00+08:00', knownAt: '2024-09-21T20:30:00+08:00' });
  });

  it('says in JSON what it says in words', async () => {
    expect(await asJson({ asOf: on('2024-09-21') })).toMatchObject({
      unit: 'BJ-0001',
      kind: 'key',
      district: 'haidian',
      cycle: 2024,
      status: 'open',
      asOf: on('2024-09-21'),
      knownAt: null,
      at: '2024-09-21T12:00:00+08:00',
      cases: [{ case: '2024/BJ-0001/compliance-cycle' }, { case: '2024/BJ-0001/monthly-evidence' }],
    });
  });
});
