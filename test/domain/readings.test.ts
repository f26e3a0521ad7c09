import { describe, expect, it } from 'vitest';
import { letter } from '../../domain/letters/letter.js';
import { allowance, at, begin, ccer, confirmed } from './one-case.js';

const officers = 'city/a';
const apply = (lot: string, quantity: string) => ({ lots: [{ lot, quantity }] });

/** Readings of the notice that are settled, each in one sentence; those with a page of their own are tested there. */
describe('policy — readings settled', () => {
  it('a unit without a last cycle on file is not pre-allocated, and nobody misses it', () => {
    const one = begin({ without: 'lastCycle' });
    expect(one.duty('pre-allocation').state).toBe('not-required');
    expect(one.act('2024-07-01', 'pre-allocate', { amount: '100', basis: '预发方案' }, officers)).toBe('not-eligible');
  });

  it('the city’s own missed dates are told to the city once, as overdue', () => {
    const one = begin();
    one.until('2024-12-31');
    for (const duty of ['pre-allocation', 'confirmation', 'final-allocation'])
      expect([one.sent('overdue', duty).length, one.sent('escalation', duty)], duty).toEqual([1, []]);
    expect(one.sent('overdue', 'confirmation')).toEqual(['09-16 00:00 city']);
  });

  it('the collection stands among the duties, and is not required where nothing is owed', () => {
    const one = confirmed('100', [allowance('100')]);
    expect(one.duty('collection')).toMatchObject({ state: 'pending', dueOn: '2024-11-16' });
    one.act('2024-11-01', 'surrender', { quantity: '100' });
    one.until('2024-11-16 00:00:00');
    expect(one.duty('collection').state).toBe('not-required');
  });

  it('caps and eligibility are checked when offsets are applied for', () => {
    // 5 % of 1,000 t are 50, 2.5 % from outside are 25
    const one = confirmed('1000', [ccer('51'), ccer('26', 'outside'), ccer('10', 'beijing', '2024-12-01')]);
    expect(one.act('2024-10-01', 'apply-for-offsets', apply('BJ-0001/L1', '51'))).toBe('over-offset-limit');
    expect(one.act('2024-10-01', 'apply-for-offsets', apply('BJ-0001/L2', '26'))).toBe('over-offset-limit');
    expect(one.act('2024-10-01', 'apply-for-offsets', apply('BJ-0001/L3', '10'))).toBe('not-eligible');
    expect(one.act('2024-10-01', 'apply-for-offsets', apply('BJ-0001/L1', '50'))).toBe('done');
  });

  it('a CCER recorded after 14 March 2017 has no end date; none counts before it is recorded', () => {
    const use = (recordedOn: string, usedOn: string): string => {
      const one = confirmed('1000', [allowance('990'), ccer('10', 'beijing', recordedOn)], '2024-09-10');
      for (const duty of ['offset-application', 'surrender'])
        one.act('2024-09-20', 'extend-deadline', { duty, dueOn: '2025-06-30', basis: '延期' }, officers);
      return one.act(usedOn, 'apply-for-offsets', apply('BJ-0001/L2', '10'));
    };
    expect(use('2017-03-15', '2025-01-01')).toBe('done');
    expect(use('2017-03-14', '2025-01-01')).toBe('not-eligible');
    expect([use('2024-10-02', '2024-10-01'), use('2024-10-02', '2024-10-02')]).toEqual(['not-eligible', 'done']);
  });

  it('a credit after a collection that left a shortfall goes to what is still owed; what expires, expires after it', () => {
    const one = confirmed('100', [allowance('40')]);
    one.until('2024-11-16 00:00:00');
    expect(one.act('2024-11-20', 'credit-auction', { to: 'BJ-0001', quantity: '70', price: '104.89' }, 'exchange')).toBe('done');
    expect(one.c.facts.collected.allowances).toBe('100');
    expect(one.account().lots.map(({ quantity }) => quantity)).toEqual(['0', '0']);
    expect(one.happened('lots-expired')).toEqual(['2024-11-20T10:00:00+08:00']);
  });

  it('lots of a key unit that was never confirmed stay until its collection', () => {
    const one = begin({ holdings: [{ ...allowance('70'), expiresOn: '2024-11-15' }] });
    one.until('2024-12-20');
    expect(one.account().lots[0]?.quantity).toBe('70');
    // confirmed late, it has ten working days from the next day on: 23 to 31 December, 2 to 6 January, collected on the 7th
    one.act('2024-12-20', 'confirm-emissions', { emissions: '50', basis: '核查报告' }, officers);
    one.until('2025-01-07 00:00:00');
    expect([one.c.facts.collected.allowances, one.account().lots[0]?.quantity]).toEqual(['50', '0']);
  });

  it('a second application after an accepted one is already done', () => {
    const one = confirmed('1000', [ccer('50')]);
    one.act('2024-10-01', 'apply-for-offsets', apply('BJ-0001/L1', '50'));
    one.act('2024-10-02', 'decide-offsets', { result: 'accept' }, officers);
    expect(one.act('2024-10-03', 'apply-for-offsets', apply('BJ-0001/L1', '10'))).toBe('already-done');
  });

  it('a day that an act sets can be set right by an act: of a unit, and by a revision of all', () => {
    const one = begin();
    const extend = (dueOn: string, more: object = {}) =>
      one.act('2024-06-01', 'extend-deadline', { duty: 'first-report', dueOn, basis: '依据', ...more }, officers);
    expect([extend('2025-12-31'), extend('2024-06-30'), extend('2024-06-30', { expressly: true })]).toEqual([
      'done',
      'revision-shortens',
      'done',
    ]);
  });

  it('what is opened is told as 已立案, and 责令 stands in an order only', () => {
    const one = confirmed('100');
    one.until('2024-11-16 00:00:00');
    const subjects = one.mails
      .filter(({ template }) => template === 'rectification' || template === 'referral')
      .map(({ template, say = {} }) => letter({ at: at('2024-11-16'), unit: 'BJ-0001', template, say }).subject);
    expect(subjects.length).toBeGreaterThan(2);
    expect(subjects.filter((subject) => !subject.includes('已立案') || subject.includes('责令'))).toEqual([]);
  });
});
