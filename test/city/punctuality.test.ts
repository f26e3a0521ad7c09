import { describe, expect, it } from 'vitest';
import { inboxOf } from '../../views/inbox.js';
import { punctualityOf, type DistrictPunctuality } from '../../views/punctuality.js';
import { cycleUntil, generalUnit, histories, keyUnit, noon } from './played.js';

const evidence = (month: string): string => `with: { month: "${month}", electricityMWh: "10", fuels: [], files: [] }`;
const check = (month: string, result: string): string => `with: { month: "${month}", result: ${result} }`;
const CASES = histories(
  cycleUntil(
    '2024-09-30',
    [keyUnit('BJ-0001', 'chaoyang'), keyUnit('BJ-0002', 'haidian'), generalUnit('BJ-9001', 'fengtai')].join('\n'),
    `
  - { on: 2024-06-10, by: BJ-0001, do: submit-monthly-evidence, ${evidence('2024-05')} }
  - { on: 2024-06-15, by: BJ-0002, do: submit-monthly-evidence, ${evidence('2024-05')} }
  - { on: 2024-06-25, by: chaoyang, do: check-monthly-evidence, for: BJ-0001, ${check('2024-05', 'return')} }
  - { on: 2024-06-28, by: BJ-0001, do: submit-monthly-evidence, ${evidence('2024-05')} }
  - { on: 2024-07-08, by: chaoyang, do: check-monthly-evidence, for: BJ-0001, ${check('2024-05', 'pass')} }
  - { on: 2024-07-10, by: BJ-9001, do: submit-general-report, with: { emissions: "100", sealed: true } }
  - { on: 2024-07-10, by: BJ-0001, do: appoint-verifier, with: { verifier: V-01 } }
  - { on: 2024-07-12, by: BJ-0001, do: submit-verified-report, with: { emissions: "9000", sealed: true, verifierReport: { verifier: V-01, sealed: true } } }
  - { on: 2024-07-27, by: chaoyang/x, do: first-check, for: BJ-0001, with: { result: pass } }
  - { on: 2024-08-01, by: BJ-0002, do: appoint-verifier, with: { verifier: V-01 } }
  - { on: 2024-08-01, by: BJ-0002, do: submit-verified-report, with: { emissions: "9000", sealed: true, verifierReport: { verifier: V-01, sealed: true } } }
  - { on: 2024-08-05, by: city/a, approvedBy: city/b, do: confirm-emissions, for: BJ-0002, with: { emissions: "9000", basis: 核查报告 } }
  - { on: 2024-09-20, by: haidian, do: check-monthly-evidence, for: BJ-0002, ${check('2024-05', 'pass')} }`,
  ),
);
const on = (day: string, district: string): DistrictPunctuality =>
  punctualityOf(CASES, noon(day)).find((one) => one.district === district)!;

describe('how punctual a district is', () => {
  it('names every district that has units, before anything is filed', () => {
    expect(punctualityOf(CASES, noon('2024-05-11'))).toEqual(
      ['chaoyang', 'fengtai', 'haidian'].map((district) => ({
        district,
        units: 1,
        inTime: 0,
        late: 0,
        missed: 0,
        open: 0,
        overtaken: 0,
        medianDays: null,
        checks: {},
        lastCheckOn: null,
        asleepSince: null,
      })),
    );
    expect(punctualityOf(CASES, noon('2024-05-09'))).toEqual([]);
  });

  it('三(一)1 — a refiling opens a window of its own: both checks of May in time, after 15 and 10 days', () => {
    expect(on('2024-07-09', 'chaoyang')).toMatchObject({ inTime: 2, late: 0, missed: 0, open: 0, medianDays: 12.5 });
  });

  it('三(二) — 10个自然日内完成初步检查: open until 25 July, missed on the 26th, late on the 27th', () => {
    const counts = (day: string): object => on(day, 'chaoyang').checks['first-check']!;
    const none = { inTime: 0, late: 0, missed: 0, open: 0, overtaken: 0, medianDays: null };
    expect(counts('2024-07-25')).toEqual({ ...none, open: 1 });
    expect(counts('2024-07-26')).toEqual({ ...none, missed: 1 });
    expect(counts('2024-07-27')).toEqual({ ...none, late: 1, medianDays: 15 });
  });

  it('一般报告单位 — 30个自然日内: open on 14 August, missed on the 15th', () => {
    expect(on('2024-08-14', 'fengtai')).toMatchObject({ open: 1, missed: 0, asleepSince: null });
    expect(on('2024-08-15', 'fengtai')).toMatchObject({ open: 0, missed: 1, asleepSince: '2024-08-15' });
  });

  it('a check that the confirmation found open in time was overtaken, not missed', () => {
    expect(on('2024-08-06', 'haidian').checks['first-check']).toMatchObject({ overtaken: 1, missed: 0, open: 0 });
  });

  it('a district that misses a window and checks nothing since is asleep, from the day of the miss to its next check', () => {
    expect(on('2024-06-30', 'haidian').asleepSince).toBeNull();
    expect(on('2024-07-01', 'haidian').asleepSince).toBe('2024-07-01');
    expect(on('2024-09-19', 'haidian')).toMatchObject({ asleepSince: '2024-07-01', lastCheckOn: null });
    expect(on('2024-09-21', 'haidian')).toMatchObject({ asleepSince: null, lastCheckOn: '2024-09-20', late: 1, missed: 0 });
  });
});

describe('主管区变更 — a window belongs to the district that was responsible when it ended', () => {
  const move = (on: string, unit: string, to: string): string =>
    `  - { on: ${on}, by: city/a, approvedBy: city/b, do: move-district, for: ${unit}, with: { district: ${to}, basis: 迁址 } }`;
  const file = (on: string, unit: string): string =>
    `  - { on: ${on}, by: ${unit}, do: submit-monthly-evidence, ${evidence('2024-05')} }`;
  const pass = (on: string, by: string, unit: string): string =>
    `  - { on: ${on}, by: ${by}, do: check-monthly-evidence, for: ${unit}, ${check('2024-05', 'pass')} }`;
  // filed on 10 June, both windows end with 30 June; one unit moves before that, the other after
  const moved = histories(
    cycleUntil(
      '2024-09-30',
      [keyUnit('BJ-0001', 'chaoyang'), keyUnit('BJ-0002', 'chaoyang')].join('\n'),
      [
        file('2024-06-10', 'BJ-0001'),
        file('2024-06-10', 'BJ-0002'),
        move('2024-06-20', 'BJ-0001', 'haidian'),
        pass('2024-06-25', 'haidian', 'BJ-0001'),
        move('2024-07-05', 'BJ-0002', 'fengtai'),
        pass('2024-07-08', 'fengtai', 'BJ-0002'),
      ].join('\n'),
    ),
  );
  const told = (day: string): Record<string, unknown> =>
    Object.fromEntries(
      punctualityOf(moved, noon(day)).map(({ district, units, inTime, late, missed, open, lastCheckOn, asleepSince }) => [
        district,
        [units, inTime, late, missed, open, lastCheckOn, asleepSince],
      ]),
    );

  it('that runs goes with the unit', () => {
    expect(told('2024-06-19')).toEqual({ chaoyang: [2, 0, 0, 0, 2, null, null] });
    expect(told('2024-06-21')).toEqual({ chaoyang: [1, 0, 0, 0, 1, null, null], haidian: [1, 0, 0, 0, 1, null, null] });
  });

  it('checked in time counts for the district that checked', () => {
    expect(told('2024-06-26')['haidian']).toEqual([1, 1, 0, 0, 0, '2024-06-25', null]);
    expect(told('2024-06-26')['chaoyang']).toEqual([1, 0, 0, 0, 1, null, null]);
  });

  it('that was missed stays with the district that missed it, which is asleep only while the unit is still its own', () => {
    expect(told('2024-07-02')['chaoyang']).toEqual([1, 0, 0, 1, 0, null, '2024-07-01']);
    expect(told('2024-07-06')).toEqual({
      chaoyang: [0, 0, 0, 1, 0, null, null],
      fengtai: [1, 0, 0, 0, 0, null, null],
      haidian: [1, 1, 0, 0, 0, '2024-06-25', null],
    });
  });

  it('checked late by the next district counts as late where it was missed; the check is the work of who made it', () => {
    expect(told('2024-07-09')['chaoyang']).toEqual([0, 0, 1, 0, 0, null, null]);
    expect(told('2024-07-09')['fengtai']).toEqual([1, 0, 0, 0, 0, '2024-07-08', null]);
  });

  it('and the check waits in the inbox of the district that is responsible on the day', () => {
    const waits = (district: string, day: string): string[] =>
      inboxOf({ district }, moved, noon(day)).map(({ unit, what }) => `${unit} ${what}`);
    expect(waits('chaoyang', '2024-06-19')).toEqual(['BJ-0001 monthly-check/2024-05', 'BJ-0002 monthly-check/2024-05']);
    expect(waits('chaoyang', '2024-06-21')).toEqual(['BJ-0002 monthly-check/2024-05']);
    expect(waits('haidian', '2024-06-21')).toEqual(['BJ-0001 monthly-check/2024-05']);
    expect(waits('fengtai', '2024-07-06')).toEqual(['BJ-0002 monthly-check/2024-05']);
    expect(waits('chaoyang', '2024-07-06')).toEqual([]);
  });
});
