import { describe, expect, it } from 'vitest';
import { begin, confirmed } from '../one-case.js';

type One = ReturnType<typeof begin>;
const extend = (one: One, when: string, duty: string, dueOn: string): string =>
  one.act(when, 'extend-deadline', { duty, dueOn, basis: '延期申请' }, 'city/a');

describe('policy — 延期 › more time for one unit', () => {
  it('moves one date of one unit and tells it; the check that hangs on it follows', () => {
    const one = begin();
    expect(extend(one, '2024-07-01', 'verified-report', '2024-07-31')).toBe('done');
    // the first check: 10 natural days after the deadline
    expect([one.duty('verified-report').dueOn, one.duty('first-check').dueOn]).toEqual(['2024-07-31', '2024-08-10']);
    expect(one.sent('decision')).toEqual(['07-01 10:00 unit']);
    one.until('2024-07-31 23:59:59');
    expect(one.duty('verified-report').state).toBe('pending');
    one.until('2024-08-01 00:00:00');
    expect(one.duty('verified-report').state).toBe('overdue');
  });

  it('never less, never into the past: a later day that is today is more, yesterday and the same day are not', () => {
    const late = begin();
    expect(extend(late, '2024-06-20', 'first-report', '2024-06-19')).toBe('revision-shortens');
    expect(extend(late, '2024-06-20', 'first-report', '2024-06-20')).toBe('done');
    const early = begin();
    expect(extend(early, '2024-06-01', 'first-report', '2024-06-14')).toBe('revision-shortens');
    expect(extend(early, '2024-06-01', 'first-report', '2024-06-15')).toBe('already-done');
    expect(extend(early, '2024-06-01', 'first-report', '2024-06-16')).toBe('done');
  });

  it('opens again what was missed or had lapsed; the referral waits for the report', () => {
    const one = begin();
    one.until('2024-07-20');
    expect(extend(one, '2024-07-20', 'first-report', '2024-07-25')).toBe('done');
    expect(extend(one, '2024-07-20', 'adjustment-application', '2024-07-25')).toBe('done');
    expect([one.duty('first-report').state, one.duty('adjustment-application').state]).toEqual(['pending', 'pending']);
    expect(one.c.facts.matters[0]).toMatchObject({ duty: 'first-report', state: 'open' });
  });

  it('not what is done, what is overtaken, the city’s own dates, or a duty the unit does not have', () => {
    const one = begin();
    one.act('2024-06-01', 'submit-first-report', { emissions: '1', sealed: true });
    expect(extend(one, '2024-06-02', 'first-report', '2024-06-30')).toBe('already-done');
    expect(extend(one, '2024-06-02', 'confirmation', '2024-10-30')).toBe('not-allowed');
    expect(extend(one, '2024-06-02', 'collection', '2024-12-30')).toBe('not-allowed');
    expect(extend(one, '2024-06-02', 'data-quality-plan', '2024-06-30')).toBe('bad-input');
    expect(extend(confirmed(), '2024-09-11', 'verified-report', '2024-09-30')).toBe('overtaken');
    expect(extend(begin({ unit: { mustSettle: false } }), '2024-09-11', 'surrender', '2024-12-30')).toBe('not-required');
  });

  it('the surrender takes its collection along, and neither a confirmation nor an amendment brings it forward', () => {
    const one = begin();
    extend(one, '2024-09-01', 'surrender', '2024-12-15');
    one.act('2024-09-10', 'confirm-emissions', { emissions: '98200', basis: '核查报告' }, 'city/a');
    const amended = { revision: 2, basis: '通告', digest: 'sha256:2', deadlines: { surrender: '2024-11-30' } };
    one.act('2024-09-11', 'adopt-revision', amended, 'city/a');
    expect([one.duty('surrender').dueOn, one.duty('collection').dueOn]).toEqual(['2024-12-15', '2024-12-16']);
    one.until('2024-12-15 23:59:59');
    expect(one.c.facts.collectedAt).toBeUndefined();
    one.until('2024-12-16 00:00:00');
    expect(one.duty('surrender').state).toBe('missing');
  });

  it('a district gets more time for a check that runs, and hears of it', () => {
    const one = begin({ kind: 'monthly-evidence' });
    one.act('2024-06-10', 'submit-monthly-evidence', { month: '2024-05', electricityMWh: '1', fuels: [], files: [] });
    expect(extend(one, '2024-06-21', 'monthly-check/2024-05', '2024-07-05')).toBe('done');
    expect(one.duty('monthly-check/2024-05').dueOn).toBe('2024-07-05');
    expect(one.sent('decision')).toEqual(['06-21 10:00 unit', '06-21 10:00 district']);
  });
});
