import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../domain/model/instant.js';
import { checkRegulation } from '../../regulation/check.js';
import { changesBetween } from '../../regulation/diff.js';
import { cyclesOf, loadRulebook, revisionsOf } from '../../regulation/load.js';
import { shipped } from '../../regulation/source.js';
import { termsOf } from '../../regulation/terms.js';

const moved = (a: number, b: number): string[] =>
  changesBetween(loadRulebook(2022, a), loadRulebook(2022, b)).map(
    ({ name, from, to }) => `${name} ${from ?? '?'} → ${to ?? '?'}`,
  );

describe('京环发〔2022〕7号 and its two changes', () => {
  it('2022年5月27日 — reports and the pre-allocation moved to 31 July', () => {
    expect(moved(1, 2).sort()).toEqual([
      'first-report.due 2022-05-31 → 2022-07-31',
      'general-report.due ? → 2022-07-31',
      'pre-allocation.due ? → 2022-07-31',
      'verified-report.due 2022-06-30 → 2022-07-31',
    ]);
  });
  it('通告〔2022〕22号 — confirmation and allocation to 30 September, offsets to 31 October, surrender to 30 November', () => {
    expect(moved(2, 3).sort()).toEqual([
      'confirmation.due 2022-08-31 → 2022-09-30',
      'final-allocation.due 2022-08-31 → 2022-09-30',
      'offset-application.due 2022-09-30 → 2022-10-31',
      'surrender.due 2022-10-31 → 2022-11-30',
    ]);
  });
  it('an amendment names what it rests on', () => {
    expect(loadRulebook(2022, 3)).toMatchObject({ notice: 'tonggao-2022-22', basis: expect.stringContaining('22号') as string });
  });
});

describe('sketches of other cycles', () => {
  it('know what is known', () => {
    const dates = (cycle: number): Record<string, unknown> =>
      Object.fromEntries(
        Object.values(loadRulebook(cycle).parameters).flatMap((one) =>
          one.unit === 'day' && !one.name.startsWith('offsets.') ? [[one.name, one.value]] : [],
        ),
      );
    expect(dates(2020)).toEqual({ 'offset-application.due': '2020-09-15', 'surrender.due': '2020-10-31' });
    expect(dates(2023)).toEqual({});
    expect(dates(2025)).toEqual({ 'first-report.due': '2025-04-30' });
    expect(dates(2026)).toEqual({ 'pre-allocation.due': '2026-01-16' });
  });
  it('call the rest not known, and no terms are made of them', () => {
    expect(loadRulebook(2025).unknown['surrender.due']).toBeTypeOf('string');
    expect(() => termsOf(loadRulebook(2025))).toThrow(/not-known: general-report\.due|not-known: .*\.due/);
  });
  it('decide nothing: what they take over from 2024 is expected there, our own policies stay ours', () => {
    for (const cycle of [2020, 2022, 2023, 2025, 2026]) {
      const statuses = Object.values(loadRulebook(cycle).parameters);
      expect(statuses.some(({ status }) => status === 'decided')).toBe(false);
      expect(statuses.find(({ name }) => name === 'offsets.share')).toMatchObject({
        value: '0.05',
        status: 'expected',
        takenFrom: '2024',
      });
      expect(statuses.find(({ name }) => name === 'offsets.rounding')).toMatchObject({ status: 'policy' });
    }
  });
  it('do not end old CCERs before the notice of 2024 did', () => {
    for (const cycle of [2020, 2022, 2023]) expect(loadRulebook(cycle).parameters['offsets.old-usable-to']).toBeUndefined();
    for (const cycle of [2025, 2026]) expect(loadRulebook(cycle).parameters['offsets.old-usable-to']?.value).toBe('2024-12-31');
  });
});

describe('coverage in time', () => {
  it('every emission year from 2019 to 2025 has one cycle or is named as a gap; each cycle settles the year before', () => {
    const checked = checkRegulation();
    expect(checked.problems).toEqual([]);
    expect(cyclesOf()).toEqual([2020, 2022, 2023, 2024, 2025, 2026]);
    for (const cycle of cyclesOf()) expect(loadRulebook(cycle)).toMatchObject({ emissionYear: cycle - 1, evidenceYear: cycle });
  });
  it('a year without a cycle, a year with two, a hole in the revisions and a stale lock are found, all at once', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'luyue-law-')), 'regulation');
    cpSync(shipped(), folder, { recursive: true, filter: (path) => !/\.(ts|lock)$/.test(path) });
    rmSync(join(folder, 'cycles/2023.yaml'));
    rmSync(join(folder, 'cycles/2022.r2.yaml'));
    writeFileSync(join(folder, 'coverage.yaml'), 'gaps:\n  - emission-year: 2019\n    because: none\n');
    writeFileSync(
      join(folder, 'rulebooks.lock'),
      'adopted:\n  - rulebook: 2030\n    digest: sha256:0\n    on: 2024-05-10\n    basis: none\n',
    );
    const { problems } = checkRegulation(folder);
    for (const problem of [
      /emission year 2022 has no cycle/,
      /emission year 2020 has no cycle/,
      /emission year 2019 has a cycle and is called a gap/,
      /cycle 2022 has revisions 1, 3/,
      /not-found.*2022\.r2/,
      /rulebooks\.lock names 2030/,
    ])
      expect(
        problems.some((one) => problem.test(one)),
        String(problem),
      ).toBe(true);
    rmSync(join(folder, '..'), { recursive: true });
  });
  it('counts revisions from one', () => {
    expect([revisionsOf(2022), revisionsOf(2024), revisionsOf(1999)]).toEqual([[1, 2, 3], [1], []]);
  });
});

describe('国务院办公厅部分节假日安排 › working days', () => {
  const working = (cycle: number, day: string): boolean => isWorkingDay(day, loadRulebook(cycle).calendar);
  it.each([
    [2022, '2022-01-29', true],
    [2022, '2022-10-08', true],
    [2022, '2022-10-07', false],
    [2023, '2023-09-29', false],
    [2023, '2023-10-07', true],
    [2024, '2024-02-09', true],
    [2024, '2024-04-28', true],
    [2024, '2024-06-10', false],
    [2024, '2024-09-14', true],
    [2024, '2024-09-16', false],
    [2024, '2024-10-12', true],
    [2025, '2025-01-28', false],
    [2025, '2025-10-08', false],
    [2025, '2025-10-11', true],
    [2026, '2026-01-04', true],
    [2026, '2026-02-23', false],
    [2026, '2026-10-07', false],
    [2026, '2026-10-10', true],
  ])('%s: %s works %s', (cycle, day, answer) => {
    expect(working(cycle, day)).toBe(answer);
  });
  it('a cycle knows the year after it too: 1 January 2025 is free for cycle 2024', () => {
    expect(working(2024, '2025-01-01')).toBe(false);
    expect(working(2024, '2025-01-26')).toBe(true);
  });
});
