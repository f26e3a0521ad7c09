import { describe, expect, it } from 'vitest';
import { openDuties, phaseOf, PHASES } from '../../../domain/cases/standing.js';
import { allowance, begin, confirmed } from '../one-case.js';

const CLOSE = { basis: '周期总结' };

describe('how far a case has come', () => {
  it('三 — reporting, verification, allocation, surrender, settled: by what has happened, not by the calendar', () => {
    const one = begin({ holdings: [allowance('98200')] });
    expect(phaseOf(one.c)).toBe('reporting');
    one.act('2024-06-10', 'appoint-verifier', { verifier: 'V-01' });
    one.act('2024-07-10', 'submit-verified-report', {
      emissions: '98200',
      sealed: true,
      verifierReport: { verifier: 'V-01', sealed: true },
    });
    expect(phaseOf(one.c)).toBe('verification');
    one.act('2024-09-10', 'confirm-emissions', { emissions: '98200', basis: '核查报告' }, 'city/a');
    expect(phaseOf(one.c)).toBe('allocation');
    one.act('2024-09-12', 'allocate', { amount: '1', basis: '核定意见' }, 'city/a');
    expect(phaseOf(one.c)).toBe('surrender');
    one.act('2024-10-10', 'surrender', { quantity: '98200' });
    expect(phaseOf(one.c)).toBe('settled');
  });

  it('三(四) — short once the collection found too little', () => {
    const one = confirmed('10', [allowance('9')]);
    one.until('2024-11-16');
    expect(phaseOf(one.c)).toBe('short');
  });

  it('周期结束 — closed by the city whatever came of it, and not closed any more once a correction opened it again', () => {
    const one = confirmed('10', [allowance('9')]);
    one.act('2024-09-12', 'allocate', { amount: '0', basis: '核定意见' }, 'city/a');
    expect(one.act('2025-01-20', 'close-case', CLOSE, 'city/a')).toBe('done');
    expect(phaseOf(one.c)).toBe('closed');
    expect(PHASES[phaseOf(one.c)]).toBe('已关闭');
    expect(openDuties(one.c)).toEqual([]);
    expect(one.act('2025-01-23', 'correct-emissions', { emissions: '12', basis: '复查' }, 'city/a')).toBe('done');
    // the tonnes more have a time of their own, at whose end the platform collects again
    expect(phaseOf(one.c)).toBe('surrender');
    one.until('2025-12-31');
    expect(phaseOf(one.c)).toBe('short');
  });

  it('三(一)1 — evidence is done once its twelve packages are, or are not asked any more; then it can be closed', () => {
    const one = begin({ kind: 'monthly-evidence', from: '2025-01-25', unit: { listedOn: '2025-01-01' } });
    expect(phaseOf(one.c)).toBe('done');
    expect(one.act('2025-01-26', 'close-case', CLOSE, 'city/a')).toBe('done');
    expect(phaseOf(one.c)).toBe('closed');
  });
});
