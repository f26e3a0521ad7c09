import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

const report = { emissions: '98200', sealed: true, verifierReport: { verifier: 'V-01', sealed: true } };
const filed = (on: string) => {
  const one = begin();
  one.act('2024-06-12', 'appoint-verifier', { verifier: 'V-01' });
  one.act(on, 'submit-verified-report', report);
  return one;
};

describe('三(二) — 须在10个自然日内完成初步检查 › the first check', () => {
  it('is due ten days after the deadline: in the last second of 25 July in time, then late and escalated', () => {
    const [inTime, late] = [filed('2024-07-01'), filed('2024-07-15')];
    inTime.act('2024-07-25 23:59:59', 'first-check', { result: 'pass' }, 'chaoyang');
    late.act('2024-07-26 00:00:00', 'first-check', { result: 'pass' }, 'chaoyang');
    expect(inTime.duty('first-check')).toMatchObject({ state: 'done', late: false, dueOn: '2024-07-25' });
    expect(late.duty('first-check')).toMatchObject({ state: 'done', late: true });
    expect(late.sent('escalation', 'first-check')).toEqual(['07-26 00:00 city']);
  });

  it('policy — runs from a filing that comes after the deadline', () => {
    expect(filed('2024-07-20').duty('first-check').dueOn).toBe('2024-07-30');
  });

  it('policy — a report still returned when its deadline passes is missed like any other', () => {
    const one = filed('2024-07-10');
    one.act('2024-07-12', 'first-check', { result: 'return', findings: ['缺少附件'] }, 'chaoyang');
    expect(one.duty('verified-report').state).toBe('returned');
    one.until('2024-07-16 00:00:00');
    expect(one.duty('verified-report').state).toBe('overdue');
    expect(one.duty('first-check').state).toBe('done');
  });

  it('三(三)1 — after the confirmation there is nothing to check; without a filing it was never required', () => {
    const [checked, unfiled] = [filed('2024-07-10'), begin()];
    for (const one of [checked, unfiled])
      one.act('2024-07-20', 'confirm-emissions', { emissions: '98000', basis: '核定意见' }, 'city/a');
    expect(checked.act('2024-07-21', 'first-check', { result: 'pass' }, 'chaoyang')).toBe('overtaken');
    expect([checked.duty('first-check').state, unfiled.duty('first-check').state]).toEqual(['missing', 'not-required']);
  });
});
