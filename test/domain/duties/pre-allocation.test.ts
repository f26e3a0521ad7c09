import { describe, expect, it } from 'vitest';
import { begin } from '../one-case.js';

const stated = { amount: '70000', basis: '预发方案' };

describe('三(三)2 — 将于2024年7月15日前完成免费配额预发 › the pre-allocation', () => {
  it('in the last second of 15 July is in time, a second later late: the city is told, once', () => {
    const [inTime, late] = [begin(), begin()];
    inTime.act('2024-07-15 23:59:59', 'pre-allocate', stated, 'city/a');
    late.act('2024-07-16 00:00:00', 'pre-allocate', stated, 'city/a');
    expect(inTime.duty('pre-allocation')).toMatchObject({ state: 'done', late: false });
    expect(late.duty('pre-allocation')).toMatchObject({ state: 'done', late: true });
    expect(late.sent('overdue', 'pre-allocation')).toEqual(['07-16 00:00 city']);
    expect(late.sent('escalation', 'pre-allocation')).toEqual([]);
  });

  it('credits the account with allowances of the emission year, and tells the unit', () => {
    const one = begin();
    one.act('2024-07-14', 'pre-allocate', stated, 'city/a');
    expect(one.account().lots).toEqual([{ lot: 'BJ-0001/L1', n: 1, product: 'allowance', vintage: 2023, quantity: '70000' }]);
    expect(one.sent('decision')).toEqual(['07-14 10:00 unit']);
  });

  it('expected — by the rule 70 % of the last approved allowance, but only in a rehearsal that allows it', () => {
    const [service, rehearsal] = [begin(), begin({ allowProvisional: true })];
    expect(service.act('2024-07-14', 'pre-allocate', {}, 'city/a')).toBe('provisional');
    expect(rehearsal.act('2024-07-14', 'pre-allocate', {}, 'city/a')).toBe('done');
    expect(rehearsal.c.facts.preAllocated).toBe('70000');
  });

  it.each([
    ['newly listed', { newlyListed: true }],
    ['that did not settle the last cycle', { lastCycle: { approved: '100000', settled: false } }],
  ])('expected — a unit %s may have none, not even a stated amount', (_, unit) => {
    const one = begin({ unit });
    expect(one.duty('pre-allocation').state).toBe('not-required');
    expect(one.act('2024-07-14', 'pre-allocate', stated, 'city/a')).toBe('not-eligible');
  });

  it('our reading — a unit of whose last cycle nothing is known may have none', () => {
    const one = begin({ without: 'lastCycle' });
    expect(one.act('2024-07-14', 'pre-allocate', stated, 'city/a')).toBe('not-eligible');
  });

  it('is made once, and not after the final allocation', () => {
    const one = begin();
    one.act('2024-07-10', 'pre-allocate', stated, 'city/a');
    expect(one.act('2024-07-11', 'pre-allocate', stated, 'city/a')).toBe('already-done');
    one.act('2024-07-12', 'confirm-emissions', { emissions: '98200', basis: '核查报告' }, 'city/a');
    one.act('2024-07-13', 'allocate', { amount: '97000', basis: '核定意见' }, 'city/a');
    expect(one.act('2024-07-14', 'pre-allocate', stated, 'city/a')).toBe('overtaken');
  });
});
