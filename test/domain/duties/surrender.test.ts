import { describe, expect, it } from 'vitest';
import { allowance, begin, ccer, confirmed } from '../one-case.js';

const all = { quantity: '98200' };

describe('三(四) — 清缴截止日期为2024年11月15日 › the surrender', () => {
  it('in the last second of 15 November it is the unit that settles; a second later the platform has collected', () => {
    const [inTime, late] = [confirmed('98200', [allowance('100000')]), confirmed('98200', [allowance('100000')])];
    expect(inTime.act('2024-11-15 23:59:59', 'surrender', all)).toBe('done');
    expect(late.act('2024-11-16 00:00:00', 'surrender', all)).toBe('already-done');
    expect(inTime.duty('surrender')).toMatchObject({ state: 'done', late: false });
    expect(late.duty('surrender').state).toBe('missing');
    expect([inTime.c.facts.surrendered.allowances, late.c.facts.collected.allowances]).toEqual(['98200', '98200']);
  });

  it('may be done in parts; the last tonne fulfils the duty, none more is taken', () => {
    const one = confirmed('98200', [allowance('100000')]);
    one.act('2024-11-01', 'surrender', { quantity: '98199' });
    expect(one.duty('surrender').state).toBe('pending');
    expect(one.act('2024-11-02', 'surrender', { quantity: '2' })).toBe('over-obligation');
    expect(one.act('2024-11-02', 'surrender', { quantity: '1' })).toBe('done');
    expect(one.duty('surrender').state).toBe('done');
    expect(one.act('2024-11-03', 'surrender', { quantity: '1' })).toBe('already-done');
  });

  it('policy — by quantity it takes what expires first, then the oldest vintage; never an offset', () => {
    const one = confirmed('98200', [ccer('900'), allowance('500', 2023), allowance('400', 2022)]);
    one.act('2024-11-01', 'credit-auction', { to: 'BJ-0001', quantity: '300', price: '104.89' }, 'exchange');
    one.act('2024-11-02', 'surrender', { quantity: '800' });
    expect(one.account().lots.map((lot) => lot.quantity)).toEqual(['900', '400', '0', '0']);
    expect(one.act('2024-11-03', 'surrender', { quantity: '401' })).toBe('insufficient-holdings');
  });

  it('offsets go by lots, as far as they were accepted, the caps as they stand then', () => {
    const one = confirmed('98200', [ccer('9000'), allowance('100000')]);
    const lots = (quantity: string) => ({ lots: [{ lot: 'BJ-0001/L1', quantity }] });
    expect(one.act('2024-10-01', 'surrender', lots('100'))).toBe('not-eligible');
    one.act('2024-10-02', 'apply-for-offsets', lots('3000'));
    one.act('2024-10-03', 'decide-offsets', { result: 'accept' }, 'city/a');
    expect(one.act('2024-10-04', 'surrender', lots('2999'))).toBe('done');
    expect(one.act('2024-10-05', 'surrender', lots('2'))).toBe('not-eligible');
    expect(one.act('2024-10-05', 'surrender', lots('1'))).toBe('done');
    expect(one.c.facts.surrendered).toEqual({ allowances: '0', offsets: '3000', outside: '0' });
  });

  it('waits for the confirmation', () => {
    expect(begin().act('2024-09-01', 'surrender', all)).toBe('too-early');
  });

  it('policy — is reminded of 30, 7 and 1 days before', () => {
    const one = confirmed();
    one.until('2024-11-15');
    expect(one.sent('reminder', 'surrender')).toEqual(['10-16 09:00 unit', '11-08 09:00 unit', '11-14 09:00 unit']);
  });
});
