import { describe, expect, it } from 'vitest';
import { allowance, begin, ccer, confirmed } from '../one-case.js';

describe('三(四) — 逾期未完成的，管理平台将自动收缴 › the collection', () => {
  it('runs in the first instant of 16 November, not before, and needs no application', () => {
    const one = confirmed('98200', [allowance('100000')]);
    one.until('2024-11-15 23:59:59');
    expect(one.happened('collection-run')).toEqual([]);
    one.until('2024-11-16 00:00:00');
    expect(one.happened('collection-run')).toEqual(['2024-11-16T00:00:00+08:00']);
    expect(one.account().lots.map((lot) => lot.quantity)).toEqual(['1800']);
    expect(one.sent('collection')).toEqual(['11-16 00:00 unit']);
  });

  it('policy — takes offsets within the caps after all allowances, whether or not they were applied for', () => {
    const one = confirmed('98200', [allowance('90000'), ccer('3000', 'outside'), ccer('9000')]);
    one.until('2024-11-16 00:00:00');
    // of 8,200 t left, offsets may cover 4,910 t, of which 2,455 t from outside Beijing
    expect(one.c.facts.collected).toEqual({ allowances: '90000', offsets: '4910', outside: '2455' });
    expect(one.account().shortfall).toBe('3290');
  });

  it('expected — what stays short is to be put right within ten working days, by 29 November', () => {
    const one = confirmed('98200', [allowance('90000')]);
    one.until('2024-11-16 00:00:00');
    expect(one.c.facts.matters.at(-1)).toEqual({
      kind: 'rectification',
      openedOn: '2024-11-16',
      dueOn: '2024-11-29',
      state: 'open',
    });
    expect(one.sent('rectification')).toEqual(['11-16 00:00 unit', '11-16 00:00 city']);
    one.act('2024-11-20', 'allocate', { amount: '8200', basis: '核定意见' }, 'city/a');
    expect(one.c.facts.matters.at(-1)?.state).toBe('closed');
    expect([one.account().shortfall, one.c.facts.collected.allowances]).toEqual(['0', '98200']);
  });

  it('expected — a lot of an auction counts in it, and expires after it', () => {
    const one = confirmed('1000', [allowance('900')]);
    one.act('2024-10-20', 'credit-auction', { to: 'BJ-0001', quantity: '500', price: '104.89' }, 'exchange');
    one.until('2024-11-16 00:00:00');
    expect(one.account().lots.map((lot) => lot.quantity)).toEqual(['400', '0']);
    const settled = confirmed('1000', [allowance('1000')]);
    settled.act('2024-10-20', 'credit-auction', { to: 'BJ-0001', quantity: '500', price: '104.89' }, 'exchange');
    settled.act('2024-10-21', 'surrender', { lots: [{ lot: 'BJ-0001/L1', quantity: '1000' }] });
    settled.until('2024-11-16 00:00:00');
    expect(settled.happened('lots-expired')).toEqual(['2024-11-16T00:00:00+08:00']);
    expect(settled.account().lots.map((lot) => lot.quantity)).toEqual(['0', '0']);
  });

  it('our reading — an auction after it serves only what is still owed; the rest expires at once', () => {
    const one = confirmed('1000', [allowance('900')]);
    one.until('2024-11-16 00:00:00');
    const auction = (when: string) =>
      one.act(when, 'credit-auction', { to: 'BJ-0001', quantity: '300', price: '104.89' }, 'exchange');
    expect(auction('2024-11-20')).toBe('done');
    expect(one.account().lots.map((lot) => lot.quantity)).toEqual(['0', '0']);
    expect(one.c.facts.collected.allowances).toBe('1000');
    expect(auction('2024-11-21')).toBe('overtaken');
  });

  it('leaves alone who has surrendered, and who is not confirmed', () => {
    const settled = confirmed('1000', [allowance('1000')]);
    settled.act('2024-11-01', 'surrender', { quantity: '1000' });
    settled.until('2024-11-20');
    expect(settled.duty('collection').state).toBe('not-required');
    const open = begin({ holdings: [allowance('1000')] });
    open.until('2024-12-31');
    expect(open.duty('collection').state).toBe('pending');
    expect(open.account().lots.map((lot) => lot.quantity)).toEqual(['1000']);
  });
});
