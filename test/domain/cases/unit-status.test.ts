import { describe, expect, it } from 'vitest';
import { UNIT_STATUSES, unitStatus } from '../../../domain/cases/unit-status.js';
import { allowance, begin, confirmed } from '../one-case.js';

/** Confirmed at 98 200 t on 10 September; surrender is due on 15 November, the collection follows at midnight. */
const AFTER_THE_COLLECTION = '2024-11-16 00:00:01';

describe('三(四) — where a unit stands with its obligation', () => {
  it('knows five answers', () => {
    expect(UNIT_STATUSES).toEqual(['open', 'settled', 'settled-by-collection', 'short', 'not-required']);
  });

  it('open while nothing is confirmed, and while something is owed that nobody has collected yet', () => {
    expect(unitStatus(begin().c)).toBe('open');
    const one = confirmed('98200', [allowance('98199')]);
    expect(unitStatus(one.c)).toBe('open');
    expect(one.act('2024-11-15 23:59:59', 'surrender', { quantity: '98199' })).toBe('done');
    expect(unitStatus(one.c)).toBe('open');
  });

  it('settled by the last tonne surrendered, and still so after a collection that found nothing owed', () => {
    const one = confirmed('98200', [allowance('98200')]);
    one.act('2024-11-14', 'surrender', { quantity: '98199' });
    expect(unitStatus(one.c)).toBe('open');
    one.act('2024-11-15 23:59:59', 'surrender', { quantity: '1' });
    expect(unitStatus(one.c)).toBe('settled');
    one.until(AFTER_THE_COLLECTION);
    expect(one.c.facts.collectedAt).toBeDefined();
    expect(unitStatus(one.c)).toBe('settled');
  });

  it('settled-by-collection where one tonne had to be taken', () => {
    const one = confirmed('98200', [allowance('98200')]);
    one.act('2024-11-15', 'surrender', { quantity: '98199' });
    one.until(AFTER_THE_COLLECTION);
    expect(one.c.facts.collected.allowances).toBe('1');
    expect(unitStatus(one.c)).toBe('settled-by-collection');
  });

  it('short where the collection found too little, until a later credit makes it good', () => {
    const one = confirmed('98200', [allowance('98199')]);
    one.until(AFTER_THE_COLLECTION);
    expect(unitStatus(one.c)).toBe('short');
    one.act('2024-11-20', 'allocate', { amount: '1', basis: '核定意见' }, 'city/a');
    expect(unitStatus(one.c)).toBe('settled-by-collection');
  });

  it('not-required of a general reporting unit, of a key unit that need not settle, and of one that has left before its confirmation', () => {
    expect(unitStatus(begin({ kind: 'general-report', unit: { kind: 'general' } }).c)).toBe('not-required');
    expect(unitStatus(begin({ unit: { mustSettle: false } }).c)).toBe('not-required');
    const left = begin();
    expect(left.act('2024-06-10', 'leave', { to: 'none', basis: '关停' }, 'city/a')).toBe('done');
    expect(unitStatus(left.c)).toBe('not-required');
    const late = confirmed('10', [allowance('10')]);
    late.act('2024-09-11', 'leave', { to: 'none', basis: '关停' }, 'city/a');
    expect(unitStatus(late.c)).toBe('open');
  });
});
