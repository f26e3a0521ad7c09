import { describe, expect, it } from 'vitest';
import { monthlyCheck } from '../../../domain/duties/monthly-check.js';
import { begin, TERMS } from '../one-case.js';

const year = () => begin({ kind: 'monthly-evidence', from: '2024-01-01' });
const january = { month: '2024-01', electricityMWh: '120', fuels: [], files: [] };
const check = (result: string) => ({ month: '2024-01', result, findings: ['电量单位有误'] });

describe('三(一)1 — 在报送截止日起10个自然日内完成质量检查 › the check of a month', () => {
  it("January's check is due on 1 March in a leap year, on 2 March otherwise", () => {
    expect(monthlyCheck('2024-01').nominal(TERMS)).toBe('2024-03-01');
    expect(monthlyCheck('2023-01').nominal(TERMS)).toBe('2023-03-02');
  });

  it('the window runs from the deadline, however early the filing', () => {
    const one = year();
    one.act('2024-02-03', 'submit-monthly-evidence', january);
    expect(one.duty('monthly-check/2024-01').dueOn).toBe('2024-03-01');
    one.act('2024-03-01 23:59:59', 'check-monthly-evidence', check('pass'), 'chaoyang');
    expect(one.duty('monthly-check/2024-01')).toMatchObject({ state: 'done', late: false });
  });

  it('missed, it is told to the district and escalated to the city; made then, it is late', () => {
    const one = year();
    one.act('2024-02-03', 'submit-monthly-evidence', january);
    one.until('2024-03-02 00:00:00');
    expect(one.sent('overdue', 'monthly-check/2024-01')).toEqual(['03-02 00:00 district']);
    expect(one.sent('escalation', 'monthly-check/2024-01')).toEqual(['03-02 00:00 city']);
    one.act('2024-03-02', 'check-monthly-evidence', check('pass'), 'chaoyang');
    expect(one.duty('monthly-check/2024-01')).toMatchObject({ state: 'done', late: true });
  });

  it('policy — from the filing where that comes after the deadline', () => {
    const one = year();
    one.act('2024-02-25', 'submit-monthly-evidence', january);
    expect(one.duty('monthly-check/2024-01').dueOn).toBe('2024-03-06');
  });

  it('policy — a return puts the filing back; refiled, the window starts anew', () => {
    const one = year();
    one.act('2024-02-10', 'submit-monthly-evidence', january);
    one.act('2024-02-12', 'check-monthly-evidence', check('return'), 'chaoyang');
    expect(one.duty('monthly-evidence/2024-01').state).toBe('returned');
    expect(one.sent('returned')).toEqual(['02-12 10:00 unit']);
    one.act('2024-02-26', 'submit-monthly-evidence', january);
    expect(one.duty('monthly-evidence/2024-01')).toMatchObject({ state: 'done', late: false });
    expect(one.duty('monthly-check/2024-01')).toMatchObject({ state: 'pending', dueOn: '2024-03-07' });
  });

  it('policy — without a filing nobody is reminded of it or misses it', () => {
    const one = year();
    one.until('2024-04-10');
    expect([...one.sent('reminder', 'monthly-check/2024-01'), ...one.sent('overdue', 'monthly-check/2024-01')]).toEqual([]);
    expect(one.duty('monthly-check/2024-01').state).toBe('pending');
  });

  it('comes after a filing, and once for each', () => {
    const one = year();
    expect(one.act('2024-02-09', 'check-monthly-evidence', check('pass'), 'chaoyang')).toBe('too-early');
    one.act('2024-02-10', 'submit-monthly-evidence', january);
    expect(one.act('2024-02-11', 'check-monthly-evidence', check('pass'), 'chaoyang')).toBe('done');
    expect(one.act('2024-02-12', 'check-monthly-evidence', check('pass'), 'chaoyang')).toBe('already-done');
  });
});
