import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

const filed = (on: string) => {
  const one = begin({ kind: 'general-report', unit: { kind: 'general' } });
  one.act(on, 'submit-general-report', { emissions: '4000', sealed: true });
  return one;
};

describe('三(一)2 — 在报送截止日起30个自然日内完成数据质量检查 › the general check', () => {
  it('is due 30 days after the deadline, on 14 August: in its last second in time, then late', () => {
    const [inTime, late] = [filed('2024-06-01'), filed('2024-07-15')];
    inTime.act('2024-08-14 23:59:59', 'check-general-report', { result: 'pass' }, 'chaoyang');
    late.act('2024-08-15 00:00:00', 'check-general-report', { result: 'pass' }, 'chaoyang');
    expect(inTime.duty('general-check')).toMatchObject({ state: 'done', late: false, dueOn: '2024-08-14' });
    expect(late.duty('general-check')).toMatchObject({ state: 'done', late: true });
  });

  it('missed, it is escalated to the city', () => {
    const one = filed('2024-07-15');
    one.until('2024-08-15 00:00:00');
    expect(one.sent('escalation', 'general-check')).toEqual(['08-15 00:00 city']);
  });

  it('policy — runs from a filing that comes after the deadline', () => {
    expect(filed('2024-07-20').duty('general-check').dueOn).toBe('2024-08-19');
  });

  it('policy — is reminded of 3 and 1 days before', () => {
    const one = filed('2024-07-15');
    one.until('2024-08-14');
    expect(one.sent('reminder', 'general-check')).toEqual(['08-11 09:00 district', '08-13 09:00 district']);
  });
});
