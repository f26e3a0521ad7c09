import { describe, expect, it } from 'vitest';
import { allowance, at, begin, confirmed, TERMS } from '../one-case.js';

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

  it('a day far outside the cycle is bad input: before the emission year, or after the year that follows the decision', () => {
    for (const day of ['2924-11-15', '2026-01-01', '2022-12-31', '1924-06-30'])
      expect(extend(begin(), '2024-06-01', 'first-report', day), day).toBe('bad-input');
    expect(extend(begin(), '2024-06-01', 'first-report', '2025-12-31')).toBe('done');
    // terms of before there was a bound are bound all the same
    const { yearsAhead: _bound, ...before } = TERMS;
    expect(extend(begin({ terms: before }), '2024-06-01', 'first-report', '2026-01-01')).toBe('bad-input');
  });
});

const expressly = (one: One, when: string, duty: string, dueOn: string): string =>
  one.act(when, 'extend-deadline', { duty, dueOn, basis: '更正', expressly: true }, 'city/a');

describe('policy — 期限调整 › what was set by mistake is put right by a decision that says so expressly', () => {
  it('a date extended too far comes back, with what hangs on it; its reminders are those of the day now in force', () => {
    const one = confirmed('1000');
    extend(one, '2024-10-01', 'surrender', '2025-12-31');
    expect(extend(one, '2024-10-02', 'surrender', '2024-11-30')).toBe('revision-shortens');
    expect(expressly(one, '2024-10-02', 'surrender', '2024-11-30')).toBe('done');
    expect([one.duty('surrender').dueOn, one.duty('collection').dueOn]).toEqual(['2024-11-30', '2024-12-01']);
    expect(one.events.at(-2)).toMatchObject({ type: 'deadline-shortened', with: { from: '2025-12-31', expressly: true } });
    one.until('2024-12-01 00:00:00');
    // 30, 7 and 1 days before 30 November
    expect(one.sent('reminder', 'surrender')).toEqual(['10-31 09:00 unit', '11-23 09:00 unit', '11-29 09:00 unit']);
    expect([one.duty('surrender').state, one.c.facts.collectedAt]).toEqual(['missing', at('2024-12-01 00:00:00')]);
  });

  it('a day that has passed ends the duty at once, and nothing of it twice', () => {
    const one = begin();
    extend(one, '2024-06-10', 'first-report', '2024-08-31');
    expect(expressly(one, '2024-07-01', 'first-report', '2024-06-15')).toBe('done');
    expect(one.duty('first-report')).toMatchObject({ state: 'overdue', dueOn: '2024-06-15' });
    expect(one.sent('overdue', 'first-report')).toEqual(['07-01 10:00 unit', '07-01 10:00 district']);
    expect(one.c.facts.matters).toMatchObject([{ duty: 'first-report', openedOn: '2024-07-01', state: 'open' }]);
    one.until('2024-09-30');
    expect(one.happened('overdue', 'first-report')).toHaveLength(1);
  });

  it('a surrender whose day is put into the past is collected with the next midnight', () => {
    const one = confirmed('1000', [allowance('400')]);
    extend(one, '2024-11-01', 'surrender', '2024-12-31');
    expect(expressly(one, '2024-11-20', 'surrender', '2024-11-15')).toBe('done');
    expect([one.duty('surrender').state, one.duty('collection').dueOn]).toEqual(['overdue', '2024-11-21']);
    one.until('2024-11-20 23:59:59');
    expect(one.c.facts.collectedAt).toBeUndefined();
    one.until('2024-11-21 00:00:00');
    expect(one.c.facts.collected.allowances).toBe('400');
  });

  it('a right that is put into the past lapses; a day before the confirmation is kept by the confirmation', () => {
    const one = begin();
    extend(one, '2024-07-10', 'adjustment-application', '2024-08-15');
    expressly(one, '2024-07-20', 'adjustment-application', '2024-07-18');
    expect(one.act('2024-07-20', 'apply-for-adjustment', { ground: '新增', tonnes: '1', sealed: true })).toBe('right-lapsed');
    expressly(one, '2024-08-01', 'surrender', '2024-10-31');
    one.act('2024-09-10', 'confirm-emissions', { emissions: '100', basis: '核查报告' }, 'city/a');
    expect([one.duty('surrender').dueOn, one.duty('collection').dueOn]).toEqual(['2024-10-31', '2024-11-01']);
  });
});
