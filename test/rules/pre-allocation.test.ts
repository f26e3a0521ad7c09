import { describe, expect, it } from 'vitest';
import { noPreAllocationBecause } from '../../domain/rules/pre-allocation.js';
import { answerTo, asked } from './asking.js';

const amount = (lastApproved: string, settledLastCycle = true, newlyListed = false): unknown =>
  answerTo('pre-allocation', { lastApproved, settledLastCycle, newlyListed });

describe('三(三)2 免费配额预发', () => {
  it("70 % of the last cycle's approved allowance", () => {
    expect(amount('100000')).toEqual({ amount: '70000' });
  });
  it('in whole tonnes, half up', () => {
    // 0.7 × 5 = 3.5; 0.7 × 2 = 1.4
    expect([amount('5'), amount('2'), amount('0')]).toEqual([{ amount: '4' }, { amount: '1' }, { amount: '0' }]);
  });
  it('none for a unit that did not settle, none for a newly listed one whatever else is said', () => {
    expect(amount('100000', false)).toEqual({ amount: '0' });
    expect(amount('100000', true, true)).toEqual({ amount: '0' });
    expect(answerTo('pre-allocation', { newlyListed: true })).toEqual({ amount: '0' });
  });
  it('says why there is none', () => {
    const why = (more: object): string | undefined =>
      asked('pre-allocation', { newlyListed: false, settledLastCycle: true, ...more }).working[0]?.step;
    expect(why({ newlyListed: true })).toMatch(/newly listed/);
    expect(why({ settledLastCycle: false })).toMatch(/not settled/);
  });
  it('needs the last amount of a unit that may have one', () => {
    expect(() => answerTo('pre-allocation', { newlyListed: false, settledLastCycle: true })).toThrow(
      /lastApproved|approved allowance/,
    );
  });
  it('who may have one binds stated amounts too', () => {
    expect(noPreAllocationBecause({ newlyListed: true, settledLastCycle: true })).toBe('newly-listed');
    expect(noPreAllocationBecause({ newlyListed: false, settledLastCycle: false })).toBe('not-settled');
    expect(noPreAllocationBecause({ newlyListed: false })).toBe('not-settled');
    expect(noPreAllocationBecause({ newlyListed: false, settledLastCycle: true })).toBeUndefined();
  });
});
