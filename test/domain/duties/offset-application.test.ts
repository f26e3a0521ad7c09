import { describe, expect, it } from 'vitest';
import { begin, ccer, confirmed } from '../one-case.js';

const lots = (quantity: string, lot = 'BJ-0001/L1') => ({ lots: [{ lot, quantity }] });
const holding = () => confirmed('98200', [ccer('9000'), ccer('9000', 'outside')]);

describe('三(四) — 提交申请文件，截止日期为2024年10月15日 › the application for offsets', () => {
  it('is a right to the last second of 15 October, and lapses with the day', () => {
    const [inTime, late] = [holding(), holding()];
    expect(inTime.act('2024-10-15 23:59:59', 'apply-for-offsets', lots('100'))).toBe('done');
    expect(late.act('2024-10-16 00:00:00', 'apply-for-offsets', lots('100'))).toBe('right-lapsed');
    expect(late.duty('offset-application').state).toBe('not-required');
  });

  it('lapses with its day although it could not be used before: the confirmation came too late', () => {
    const one = begin();
    expect(one.act('2024-10-15 23:59:59', 'apply-for-offsets', lots('100'))).toBe('too-early');
    expect(one.act('2024-10-16 00:00:00', 'apply-for-offsets', lots('100'))).toBe('right-lapsed');
  });

  it('使用比例不得高于当年核定碳排放量的5%: of 98,200 t, 4,910 t, rounded down, and not a tonne more', () => {
    expect(holding().act('2024-10-01', 'apply-for-offsets', lots('4910'))).toBe('done');
    expect(holding().act('2024-10-01', 'apply-for-offsets', lots('4911'))).toBe('over-offset-limit');
  });

  it('expected — from outside Beijing 2.5 % of the same base: 2,455 t', () => {
    expect(holding().act('2024-10-01', 'apply-for-offsets', lots('2455', 'BJ-0001/L2'))).toBe('done');
    expect(holding().act('2024-10-01', 'apply-for-offsets', lots('2456', 'BJ-0001/L2'))).toBe('over-offset-limit');
  });

  it('one not yet decided is replaced; after a rejection again; an accepted one stands', () => {
    const one = holding();
    one.act('2024-10-01', 'apply-for-offsets', lots('100'));
    one.act('2024-10-02', 'apply-for-offsets', lots('200'));
    expect(one.c.facts.offsets).toEqual({ state: 'applied', lots: [{ lot: 'BJ-0001/L1', quantity: '200' }] });
    one.act('2024-10-03', 'decide-offsets', { result: 'reject', basis: '材料不全' }, 'city/a');
    expect(one.act('2024-10-03', 'decide-offsets', { result: 'accept' }, 'city/a')).toBe('too-early');
    expect(one.act('2024-10-04', 'apply-for-offsets', lots('300'))).toBe('done');
    expect(one.act('2024-10-05', 'decide-offsets', { result: 'accept' }, 'city/a')).toBe('done');
    expect(one.act('2024-10-06', 'apply-for-offsets', lots('100'))).toBe('already-done');
  });

  it('concerns offsets that are held: an allowance is none', () => {
    const one = confirmed('98200', [{ product: 'allowance', vintage: 2023, quantity: '500' }, ccer('50')]);
    expect(one.act('2024-10-01', 'apply-for-offsets', lots('100'))).toBe('not-eligible');
    expect(one.act('2024-10-01', 'apply-for-offsets', lots('51', 'BJ-0001/L2'))).toBe('insufficient-holdings');
  });
});
