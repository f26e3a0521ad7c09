import { describe, expect, it } from 'vitest';
import { overdueAt } from '../../views/for-cycle.js';
import { closesAt } from '../../domain/model/instant.js';
import { cycleUntil, generalUnit, histories, keyUnit } from './played.js';

const city = 'by: city/a, approvedBy: city/b';
const confirm = (on: string, at: string, unit: string): string =>
  `  - { on: ${on}, at: "${at}", ${city}, do: confirm-emissions, for: ${unit}, with: { emissions: "100", basis: 核查报告 } }`;
const PLAYED = histories(
  cycleUntil(
    '2024-09-30',
    [
      keyUnit('BJ-0001', 'chaoyang'),
      keyUnit('BJ-0002', 'haidian'),
      keyUnit('BJ-0003', 'haidian'),
      generalUnit('BJ-9001', 'haidian'),
    ].join('\n'),
    [
      `  - { on: 2024-07-15, ${city}, do: pre-allocate, for: BJ-0001, with: { amount: "70000", basis: 预发方案 } }`,
      confirm('2024-09-15', '23:59:59', 'BJ-0001'),
      confirm('2024-09-16', '00:00:00', 'BJ-0002'),
    ].join('\n'),
  ),
);

describe('三(三) — for which units the city had not decided when one of its dates closed', () => {
  it('pre-allocation by 15 July: whoever has none of those who may have one', () => {
    expect(overdueAt(PLAYED, closesAt('2024-07-15'))).toEqual({ 'pre-allocation': ['BJ-0002', 'BJ-0003'] });
  });

  it('confirmation by 15 September: the last second is in time, the next is not; what is not confirmed is not allocated either', () => {
    expect(overdueAt(PLAYED, closesAt('2024-09-15'))).toEqual({
      confirmation: ['BJ-0002', 'BJ-0003'],
      'final-allocation': ['BJ-0001', 'BJ-0002', 'BJ-0003'],
    });
  });

  it('at any other instant nothing closes', () => {
    expect(overdueAt(PLAYED, closesAt('2024-09-15') + 1)).toEqual({});
    expect(overdueAt(PLAYED, closesAt('2024-07-14'))).toEqual({});
  });
});
