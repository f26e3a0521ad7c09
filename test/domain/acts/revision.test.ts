import { describe, expect, it } from 'vitest';
import { allowance, begin, confirmed } from '../one-case.js';

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

  it('who has settled is not told of the day for offsets, which would serve to settle; who still owes is', () => {
    const deadlines = { 'offset-application': '2024-11-10' };
    const [settled, owing] = [confirmed('1000', [allowance('1000')]), confirmed('1000', [allowance('1000')])];
    settled.act('2024-09-20', 'surrender', { quantity: '1000' });
    owing.act('2024-09-20', 'surrender', { quantity: '999' });
    for (const one of [settled, owing]) expect(adopt(one, '2024-10-01', deadlines)).toBe('done');
    expect(settled.sent('revision-adopted')).toEqual([]);
    expect(owing.sent('revision-adopted')).toEqual(['10-01 10:00 unit']);
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

  it('a day far outside the cycle is bad input, whatever the decision says', () => {
    for (const day of ['2924-11-15', '2026-01-01', '2022-12-31'])
      expect(adopt(begin(), '2024-07-01', { surrender: day }), day).toBe('bad-input');
    const meant = { ...to({ surrender: '2924-11-15' }), expressly: true };
    expect(begin().act('2024-07-01', 'adopt-revision', meant, 'city/a')).toBe('bad-input');
    expect(adopt(begin(), '2024-07-01', { surrender: '2025-12-31' })).toBe('done');
  });

  it('puts a date into the past only where it says so expressly: what had not been done by then is missed at once', () => {
    const deadlines = { 'verified-report': '2024-06-30', surrender: '2024-11-10' };
    const one = begin();
    expect(adopt(one, '2024-07-01', deadlines)).toBe('revision-shortens');
    expect(one.act('2024-07-01', 'adopt-revision', { ...to(deadlines), expressly: true }, 'city/a')).toBe('done');
    expect(one.duty('verified-report')).toMatchObject({ state: 'overdue', dueOn: '2024-06-30' });
    expect(one.sent('overdue', 'verified-report')).toEqual(['07-01 10:00 unit', '07-01 10:00 district']);
    expect(one.duty('surrender')).toMatchObject({ state: 'pending', dueOn: '2024-11-10' });
    const owing = confirmed('1000', [allowance('1000')]);
    owing.act('2024-11-12', 'adopt-revision', { ...to({ surrender: '2024-11-10' }), expressly: true }, 'city/a');
    expect([owing.duty('surrender').state, owing.duty('collection').dueOn]).toEqual(['overdue', '2024-11-13']);
    owing.until('2024-11-13 00:00:00');
    expect(owing.c.facts.collected.allowances).toBe('1000');
  });
});

describe('who has nothing left to do about a date is not told that it moved', () => {
  it('not a unit that has settled, of the collection that finds nothing; one that owes is', () => {
    const settled = confirmed('1000', [allowance('1000')]);
    settled.act('2024-11-01', 'surrender', { quantity: '1000' });
    adopt(settled, '2024-11-02', { surrender: '2024-11-30' });
    expect(settled.duty('collection').dueOn).toBe('2024-12-01');
    expect(settled.sent('revision-adopted')).toEqual([]);
    const owing = confirmed('1000', [allowance('1000')]);
    owing.act('2024-11-01', 'surrender', { quantity: '999' });
    adopt(owing, '2024-11-02', { surrender: '2024-11-30' });
    expect(owing.sent('revision-adopted')).toEqual(['11-02 10:00 unit']);
  });

  it('not a unit that has reported, of the check of its report; one that has not yet is', () => {
    const reported = begin({ kind: 'general-report', unit: { kind: 'general' } });
    reported.act('2024-06-20', 'submit-general-report', { emissions: '1', sealed: true });
    const open = begin({ kind: 'general-report', unit: { kind: 'general' } });
    for (const one of [reported, open]) adopt(one, '2024-07-01', { 'general-report': '2024-07-31' });
    expect([reported.sent('revision-adopted'), open.sent('revision-adopted')]).toEqual([[], ['07-01 10:00 unit']]);
  });

  it('not of a right that stays lapsed', () => {
    const one = confirmed('1000', [allowance('1000')], '2024-09-10');
    one.act('2024-10-01', 'surrender', { quantity: '1000' });
    one.until('2024-10-20');
    adopt(one, '2024-10-25', { 'offset-application': '2024-10-20' });
    expect(one.duty('offset-application')).toMatchObject({ state: 'not-required', dueOn: '2024-10-20' });
    expect(one.sent('revision-adopted')).toEqual([]);
  });
});
