import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rulebookAdopt } from '../../client/rulebook.js';
import { adoptRevision, adoptValue, type ValueAdoption } from '../../regulation/adopt.js';
import { loadRulebook } from '../../regulation/load.js';
import { lockedIn } from '../../regulation/lock.js';
import { shipped } from '../../regulation/source.js';
import { termsOf } from '../../regulation/terms.js';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'luyue-law-')), 'regulation');
  cpSync(shipped(), folder, { recursive: true, filter: (path) => !/\.(ts|lock)$/.test(path) });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const share = (more: Partial<ValueAdoption> = {}): ValueAdoption => ({
  cycle: 2024,
  parameter: 'pre-allocation.share',
  value: '0.75',
  by: 'city/a',
  approvedBy: 'city/b',
  on: '2024-06-01',
  basis: '预发方案',
  ...more,
});

describe('采纳 › a value that the authority decides itself', () => {
  it('becomes a new revision, counts as decided, and leaves the notice as it was issued', () => {
    const { revision, digest } = adoptValue(share(), folder);
    const adopted = loadRulebook(2024, revision, folder);
    expect([revision, adopted.digest]).toEqual([2, digest]);
    expect(adopted.parameters['pre-allocation.share']).toMatchObject({
      value: '0.75',
      status: 'decided',
      adopted: { by: 'city/a', approvedBy: 'city/b', on: '2024-06-01', basis: '预发方案' },
    });
    expect(loadRulebook(2024, 1, folder).parameters['pre-allocation.share']).toMatchObject({ value: '0.70', status: 'expected' });
    expect(termsOf(adopted).provisional).not.toContain('preAllocationShare');
    expect(termsOf(loadRulebook(2024, 1, folder)).provisional).toContain('preAllocationShare');
  });
  it('may be adopted as it stands', () => {
    const { value: _value, ...asItStands } = share();
    expect(loadRulebook(2024, adoptValue(asItStands, folder).revision, folder).parameters['pre-allocation.share']?.value).toBe(
      '0.70',
    );
  });
  it('needs two officers, a sound value and a name that exists; otherwise nothing is written', () => {
    expect(() => adoptValue(share({ approvedBy: 'city/a' }), folder)).toThrow(/two different officers/);
    expect(() => adoptValue(share({ value: '75%' }), folder)).toThrow(/must be like 0\.05/);
    expect(() => adoptValue(share({ parameter: 'nothing' }), folder)).toThrow(/no value of cycle 2024/);
    expect(existsSync(join(folder, 'cycles/2024.r2.yaml'))).toBe(false);
    expect(lockedIn(folder)).toEqual([]);
  });
  it('a value that its cycle cannot have leaves nothing behind, and the next one is adopted', () => {
    const due = (value: string) => adoptValue(share({ parameter: 'surrender.due', value }), folder);
    expect(() => due('2099-12-31')).toThrow(/far outside cycle 2024/);
    expect(existsSync(join(folder, 'cycles/2024.r2.yaml'))).toBe(false);
    expect(lockedIn(folder)).toEqual([]);
    expect(due('2024-11-30').revision).toBe(2);
  });
  it('keeps lists as lists', () => {
    adoptValue(share({ parameter: 'reminders.annual', value: '20, 5' }), folder);
    expect(loadRulebook(2024, 2, folder).parameters['reminders.annual']?.value).toEqual(['20', '5']);
  });
});

describe('rulebooks.lock', () => {
  it('a revision in force must not change any more', () => {
    adoptRevision({ cycle: 2022, revision: 3, on: '2022-08-11', basis: '通告〔2022〕22号' }, folder);
    expect(lockedIn(folder).map(({ rulebook }) => rulebook)).toEqual(['2022.r3']);
    const copy = `${folder}-2`;
    cpSync(folder, copy, { recursive: true });
    expect(loadRulebook(2022, 3, copy).revision).toBe(3);
    const other = `${folder}-3`;
    cpSync(folder, other, { recursive: true });
    const file = join(other, 'cycles/2022.r3.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('2022-11-30', '2022-12-01'));
    expect(() => loadRulebook(2022, 3, other)).toThrow(
      /rulebooks\.lock:\d+: locked: 2022\.r3 自 2022-08-11 起施行.* \/ 2022\.r3 is in force since 2022-08-11/,
    );
  });
});

describe('luyue rulebook adopt', () => {
  const run = async (name: string, options: object): Promise<{ status: number; out: string; err: string }> => {
    let [out, err] = ['', ''];
    const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
    return { status: await rulebookAdopt(name, { folder, ...options }, streams), out, err };
  };
  it('adopts a value, or locks a revision', async () => {
    const who = { by: 'city/a', approvedBy: 'city/b', on: '2024-06-01', basis: '预发方案' };
    const adopted = await run('2024', { parameter: 'pre-allocation.share', value: '0.75', ...who, json: true });
    expect([adopted.status, JSON.parse(adopted.out)]).toMatchObject([0, { revision: 2, file: 'regulation/cycles/2024.r2.yaml' }]);
    expect((await run('2024', { on: '2024-05-10', basis: '京环发〔2024〕8号' })).status).toBe(0);
    expect(lockedIn(folder).map(({ rulebook }) => rulebook)).toEqual(['2024', '2024.r2']);
  });
  it('says what is missing', async () => {
    expect(await run('2024', { basis: 'x' })).toMatchObject({
      status: 2,
      err: expect.stringContaining('--on is missing') as string,
    });
    expect(await run('2024', { on: '2024-02-30', basis: 'x' })).toMatchObject({ status: 2 });
    expect(await run('1999', { on: '2024-02-01', basis: 'x' })).toMatchObject({
      status: 2,
      err: expect.stringContaining('unknown-cycle') as string,
    });
    expect(await run('2024', { parameter: 'heat.factor', on: '2024-02-01', basis: 'x' })).toMatchObject({
      status: 2,
      err: expect.stringContaining('--by') as string,
    });
  });
});
