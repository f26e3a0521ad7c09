import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

const year = () => begin({ kind: 'monthly-evidence', from: '2024-01-01' });
const month = (name: string) => ({ month: name, electricityMWh: '120', fuels: [], files: [] });

describe('三(一)1 — 在每月结束后20个自然日内上传 › monthly evidence', () => {
  it("January's package in the last second of 20 February is in time, a second later late", () => {
    const [inTime, late] = [year(), year()];
    inTime.act('2024-02-20 23:59:59', 'submit-monthly-evidence', month('2024-01'));
    late.act('2024-02-21 00:00:00', 'submit-monthly-evidence', month('2024-01'));
    expect(inTime.duty('monthly-evidence/2024-01')).toMatchObject({ state: 'done', late: false, dueOn: '2024-02-20' });
    expect(late.duty('monthly-evidence/2024-01')).toMatchObject({ state: 'done', late: true });
  });

  it('a missed month is told to the unit and its district, and opens no referral', () => {
    const one = year();
    one.until('2024-02-21 00:00:00');
    expect(one.sent('overdue', 'monthly-evidence/2024-01')).toEqual(['02-21 00:00 unit', '02-21 00:00 district']);
    expect(one.c.facts.matters).toEqual([]);
  });

  it("February ends on the 29th in a leap year; December's package is due in January", () => {
    const one = year();
    expect(one.duty('monthly-evidence/2024-02').dueOn).toBe('2024-03-20');
    expect(one.duty('monthly-evidence/2024-12').dueOn).toBe('2025-01-20');
  });

  it('a month is accepted once it has ended, not a second before', () => {
    const one = year();
    expect(one.act('2024-01-31 23:59:59', 'submit-monthly-evidence', month('2024-01'))).toBe('too-early');
    expect(one.act('2024-02-01 00:00:00', 'submit-monthly-evidence', month('2024-01'))).toBe('done');
  });

  it('a month of another year is none of this case', () => {
    expect(year().act('2024-02-10', 'submit-monthly-evidence', month('2023-12'))).toBe('bad-input');
  });

  it('policy — is reminded of 5 and 1 days before', () => {
    const one = year();
    one.until('2024-02-20');
    expect(one.sent('reminder', 'monthly-evidence/2024-01')).toEqual(['02-15 09:00 unit', '02-19 09:00 unit']);
  });

  it('policy — late is judged by the first accepted filing, whenever it is filed again', () => {
    const one = year();
    one.act('2024-02-20', 'submit-monthly-evidence', month('2024-01'));
    one.act('2024-03-05', 'submit-monthly-evidence', month('2024-01'));
    expect(one.duty('monthly-evidence/2024-01')).toMatchObject({ state: 'done', late: false });
  });
});
