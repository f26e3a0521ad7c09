import { describe, expect, it } from 'vitest';
import { begin, allowance, ccer, confirmed } from '../one-case.js';

const CITY = 'city/a';
const basis = '依据';
const eventOf = (one: ReturnType<typeof begin>, type: string): number => one.events.findLast((event) => event.type === type)!.seq;
const held = (one: ReturnType<typeof begin>): string[] => one.account().lots.map(({ quantity }) => quantity);

describe('freezing an account (policy)', () => {
  it('stops what the unit does of its own will, and not what the law takes; unfrozen, all goes on', () => {
    const one = confirmed('100', [allowance('80')]);
    expect(one.act('2024-09-20', 'freeze-account', { basis }, CITY)).toBe('done');
    expect(one.act('2024-09-20 11:00:00', 'freeze-account', { basis }, CITY)).toBe('already-done');
    expect(one.act('2024-09-21', 'surrender', { quantity: '10' })).toBe('account-frozen');
    expect(one.act('2024-09-21', 'cancel', { quantity: '10', reason: '自愿' })).toBe('account-frozen');
    expect(one.act('2024-09-22', 'settle-trade', { from: 'BJ-0001', to: 'BJ-0002', quantity: '1', price: '1' }, 'exchange')).toBe(
      'account-frozen',
    );
    expect(one.act('2024-09-23', 'unfreeze-account', { basis }, CITY)).toBe('done');
    expect(one.act('2024-09-24', 'surrender', { quantity: '10' })).toBe('done');
    expect(one.act('2024-09-25', 'freeze-account', { basis }, CITY)).toBe('done');
    one.until('2024-11-17');
    expect(one.c.facts.collected.allowances).toBe('70');
  });
});

describe('自愿注销 (policy)', () => {
  it('what is cancelled counts towards nothing; offsets that are applied with stay', () => {
    const one = confirmed('1000', [allowance('80'), ccer('40')]);
    expect(one.act('2024-09-20', 'apply-for-offsets', { lots: [{ lot: 'BJ-0001/L2', quantity: '30' }] })).toBe('done');
    expect(one.act('2024-09-21', 'cancel', { lots: [{ lot: 'BJ-0001/L2', quantity: '11' }], reason: '自愿' })).toBe(
      'insufficient-holdings',
    );
    expect(one.act('2024-09-21', 'cancel', { lots: [{ lot: 'BJ-0001/L2', quantity: '10' }], reason: '自愿' })).toBe('done');
    expect(one.act('2024-09-22', 'cancel', { quantity: '5', reason: '自愿' })).toBe('done');
    expect(held(one)).toEqual(['75', '30']);
    expect(one.c.facts.surrendered.allowances).toBe('0');
  });
});

describe('offsets applied with are set aside (policy)', () => {
  const apply = (one: ReturnType<typeof begin>, when: string, quantity: string) =>
    one.act(when, 'apply-for-offsets', { lots: [{ lot: 'BJ-0001/L2', quantity }] });
  const reserved = (one: ReturnType<typeof begin>) => one.account().lots[1]?.reserved;
  const applicant = () => confirmed('1000', [allowance('900'), ccer('40')]);

  it('another application takes the place of the first; a rejection lets all go', () => {
    const one = applicant();
    expect([apply(one, '2024-09-20', '30'), reserved(one)]).toEqual(['done', '30']);
    expect([apply(one, '2024-09-21', '40'), reserved(one)]).toEqual(['done', '40']);
    one.act('2024-09-22', 'decide-offsets', { result: 'reject' }, CITY);
    expect(reserved(one)).toBeUndefined();
  });

  it('an accepted one is settled by the surrender, as far as it goes', () => {
    const one = applicant();
    apply(one, '2024-09-20', '30');
    one.act('2024-09-22', 'decide-offsets', { result: 'accept' }, CITY);
    expect(one.act('2024-09-23', 'surrender', { lots: [{ lot: 'BJ-0001/L2', quantity: '12' }] })).toBe('done');
    expect([reserved(one), held(one)]).toEqual(['18', ['900', '28']]);
    expect(one.act('2024-09-24', 'surrender', { lots: [{ lot: 'BJ-0001/L2', quantity: '19' }] })).toBe('not-eligible');
  });

  it('三(四) — the collection may take what was set aside, and what it leaves is free', () => {
    const one = applicant();
    apply(one, '2024-09-20', '40');
    one.until('2024-11-17');
    // 1 000 owed: 900 allowances, then 40 of the 50 that the cap allows
    expect([one.c.facts.collected.allowances, one.c.facts.collected.offsets]).toEqual(['900', '40']);
    expect([reserved(one), held(one)]).toEqual([undefined, ['0', '0']]);
    const settled = applicant();
    settled.act('2024-09-19', 'correct-emissions', { emissions: '900', basis }, CITY);
    apply(settled, '2024-09-20', '40');
    settled.act('2024-09-21', 'surrender', { quantity: '900' });
    settled.until('2024-11-17');
    expect([reserved(settled), held(settled)]).toEqual([undefined, ['0', '40']]);
  });
});

describe('撤销: a new movement the other way, history stays', () => {
  it('a collection that should not have run goes back to its lots; what is owed again has ten working days', () => {
    const one = confirmed('100', [allowance('80')]);
    one.until('2024-11-17');
    expect([held(one), one.account().shortfall]).toEqual([['0'], '20']);
    const collected = eventOf(one, 'collected');
    expect(one.act('2024-11-20', 'reverse-movement', { event: collected, basis: '申诉成立' }, CITY)).toBe('done');
    expect([held(one), one.account().shortfall, one.c.facts.collected.allowances]).toEqual([['80'], '0', '0']);
    expect(one.duty('surrender')).toMatchObject({ state: 'pending', dueOn: '2024-12-04' });
    expect(one.happened('collected')).toHaveLength(1);
    expect(one.happened('rectification-closed')).toEqual(['2024-11-20T10:00:00+08:00']);
    expect(one.act('2024-11-21', 'reverse-movement', { event: collected, basis }, CITY)).toBe('not-eligible');
    one.until('2024-12-06');
    expect([held(one), one.c.facts.collected.allowances, one.account().shortfall]).toEqual([['0'], '80', '20']);
  });

  it('a surrender goes back and is owed again', () => {
    const one = confirmed('100', [allowance('100')]);
    one.act('2024-10-08', 'surrender', { quantity: '60' });
    expect(one.act('2024-10-09', 'reverse-movement', { event: eventOf(one, 'surrendered'), basis }, CITY)).toBe('done');
    expect([held(one), one.c.facts.surrendered.allowances]).toEqual([['100'], '0']);
    expect(one.act('2024-10-10', 'surrender', { quantity: '100' })).toBe('done');
    expect(one.duty('surrender').state).toBe('done');
  });

  it('what was cancelled comes back, and first meets a debt', () => {
    const one = begin({ holdings: [] });
    one.act('2024-07-10', 'pre-allocate', { amount: '70', basis }, CITY);
    one.act('2024-07-11', 'cancel', { quantity: '70', reason: '自愿' });
    one.act('2024-09-10', 'confirm-emissions', { emissions: '100', basis }, CITY);
    one.act('2024-09-11', 'allocate', { amount: '50', basis }, CITY);
    expect([held(one), one.account().debt]).toEqual([['0'], '20']);
    expect(one.act('2024-09-12', 'reverse-movement', { event: eventOf(one, 'cancelled'), basis }, CITY)).toBe('done');
    expect([held(one), one.account().debt, one.c.facts.takenBack]).toEqual([['50'], '0', '20']);
  });

  it('an opening holding credited by mistake goes back to the authority, unless it is used', () => {
    const one = confirmed('100', [allowance('80')]);
    const credited = eventOf(one, 'credited');
    one.act('2024-10-08', 'surrender', { quantity: '1' });
    expect(one.act('2024-10-09', 'reverse-movement', { event: credited, basis }, CITY)).toBe('insufficient-holdings');
    one.act('2024-10-09', 'reverse-movement', { event: eventOf(one, 'surrendered'), basis }, CITY);
    expect(one.act('2024-10-10', 'reverse-movement', { event: credited, basis }, CITY)).toBe('done');
    expect(held(one)).toEqual(['0']);
  });

  it('an allocation is corrected, not reversed', () => {
    const one = confirmed('100');
    one.act('2024-09-11', 'allocate', { amount: '50', basis }, CITY);
    expect(one.act('2024-09-12', 'reverse-movement', { event: eventOf(one, 'credited'), basis }, CITY)).toBe('not-eligible');
  });
});
