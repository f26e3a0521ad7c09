import { describe, expect, it } from 'vitest';
import { begin, confirmed } from '../one-case.js';

const to = (deadlines: Readonly<Record<string, string>>) => ({ revision: 2, basis: '通告', digest: 'sha256:2', deadlines });
const adopt = (one: ReturnType<typeof begin>, when: string, deadlines: Readonly<Record<string, string>>): string =>
  one.act(when, 'adopt-revision', to(deadlines), 'city/a');

describe('an amendment in flight', () => {
  it('moves the dates it names, and what hangs on them; tells the unit once', () => {
    const one = begin();
    expect(adopt(one, '2024-07-01', { 'verified-report': '2024-07-31', surrender: '2024-11-30' })).toBe('done');
    const due = (name: string) => one.duty(name).dueOn;
    expect([due('verified-report'), due('first-check'), due('surrender'), due('collection')]).toEqual([
      '2024-07-31',
      '2024-08-10',
      '2024-11-30',
      '2024-12-01',
    ]);
    expect(one.sent('revision-adopted')).toEqual(['07-01 10:00 unit']);
    expect(adopt(one, '2024-07-02', {})).toBe('already-done');
  });

  it('may not put a date to come into the past: today is still to come, yesterday is not', () => {
    expect(adopt(begin(), '2024-07-01', { 'verified-report': '2024-06-30' })).toBe('revision-shortens');
    expect(adopt(begin(), '2024-07-01', { 'verified-report': '2024-07-01' })).toBe('done');
  });

  it('opens again what was missed or had lapsed, if the new date has not passed; the referral waits for the report', () => {
    const one = begin();
    one.until('2024-07-20');
    adopt(one, '2024-07-20', {
      'first-report': '2024-07-20',
      'verified-report': '2024-07-19',
      'adjustment-application': '2024-07-31',
    });
    const state = (name: string) => one.duty(name).state;
    expect([state('first-report'), state('verified-report'), state('adjustment-application')]).toEqual([
      'pending',
      'overdue',
      'pending',
    ]);
    expect(one.c.facts.matters).toMatchObject([
      { duty: 'first-report', state: 'open' },
      { duty: 'verified-report', state: 'open' },
    ]);
  });

  it('lots that expire with the cycle follow its surrender deadline', () => {
    const one = confirmed('1000');
    one.act('2024-10-20', 'credit-auction', { to: 'BJ-0001', quantity: '500', price: '104.89' }, 'exchange');
    adopt(one, '2024-11-01', { surrender: '2024-11-30' });
    expect(one.account().lots.map((lot) => lot.expiresOn)).toEqual(['2024-11-30']);
  });

  it('leaves the window that a correction gave, unless it moves the date beyond it', () => {
    // ten working days from the day after 2 December: the 16th
    const corrected = () => {
      const one = confirmed('1000');
      one.act('2024-11-20', 'surrender', { quantity: '1000' });
      one.until('2024-12-02');
      one.act('2024-12-02', 'correct-emissions', { emissions: '1500', basis: '复查意见' }, 'city/a');
      return one;
    };
    const due = (one: ReturnType<typeof begin>) => [one.duty('surrender').dueOn, one.duty('collection').dueOn];
    const [kept, moved] = [corrected(), corrected()];
    expect(due(kept)).toEqual(['2024-12-16', '2024-12-17']);
    adopt(kept, '2024-12-05', { surrender: '2024-11-30' });
    expect(due(kept)).toEqual(['2024-12-16', '2024-12-17']);
    adopt(moved, '2024-12-05', { surrender: '2024-12-31' });
    expect(due(moved)).toEqual(['2024-12-31', '2025-01-01']);
  });
});
