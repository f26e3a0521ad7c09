import { describe, expect, it } from 'vitest';
import { announced, averagePriceOf, floorOf, type Proposed } from '../../domain/auction/announcement.js';
import { instantOf, startOf } from '../../domain/model/instant.js';
import { ANNOUNCEMENT } from './room.js';

const market = { from: '2024-08-01', to: '2024-08-31' };
const { floor: _floor, ...rest } = ANNOUNCEMENT;
const proposed = (more: Partial<Proposed> = {}): Proposed => ({ ...rest, ...more });

describe('三(三)2 › the floor: k × the volume-weighted average price of a stated period', () => {
  it('weights by volume and rounds once, to the fen', () => {
    // 100 t at 100.00 and 200 t at 107.34 come to 31,468 yuan for 300 t: 104.8933…
    const trades = [
      { quantity: '100', price: '100.00' },
      { quantity: '200', price: '107.34' },
    ];
    expect(floorOf({ ...market, trades }, { floorMultiple: '1.0' })).toBe('104.89');
    expect(averagePriceOf({ ...market, trades })).toMatch(/^104\.89333/);
    // half of it is 52.44666…, not half of 104.89
    expect(floorOf({ ...market, trades }, { floorMultiple: '0.5' })).toBe('52.45');
  });
  it('a floor by the rule is a proposal while k is expected: two officers state it, or a rehearsal lets it stand', () => {
    const by = { market: { ...market, averagePrice: '104.00' } };
    expect(announced(proposed(by), false)).toMatchObject({ refused: 'provisional' });
    expect(announced(proposed(by), true)).toMatchObject({ floor: '104.00' });
    expect(announced(proposed({ ...by, floor: '110' }), false)).toMatchObject({ floor: '110.00' });
    expect(announced(proposed(), true)).toMatchObject({ refused: 'bad-input', path: ['floor'] });
    expect(announced(proposed({ ...by, terms: { ...ANNOUNCEMENT.terms, provisional: [] } }), false)).toMatchObject({
      floor: '104.00',
    });
  });
});

describe('三(三)2 › an announcement makes sense in time', () => {
  const stated = (more: Partial<Proposed>) => announced(proposed({ floor: '100', ...more }), false);
  it.each([
    ['bidding that begins before the announcement', { opensAt: ANNOUNCEMENT.at - 1 }, 'opensAt'],
    ['a close at the first instant', { closesAt: ANNOUNCEMENT.opensAt }, 'closesAt'],
    ['no time to open', { openingEndsAt: ANNOUNCEMENT.closesAt }, 'openingEndsAt'],
    ['delivery on the day after the lots expire', { openingEndsAt: startOf('2024-11-16') }, 'openingEndsAt'],
  ])('refuses %s', (_what, more, path) => {
    expect(stated(more)).toMatchObject({ refused: 'bad-input', path: [path] });
  });
  it('accepts each at its boundary', () => {
    expect(stated({ opensAt: ANNOUNCEMENT.at })).not.toHaveProperty('refused');
    expect(stated({ openingEndsAt: startOf('2024-11-16') - 1 })).not.toHaveProperty('refused');
  });
  it('refuses an auction of a cycle whose surrender deadline has passed, and says so before anything else', () => {
    const late = startOf('2024-11-16');
    const after = { opensAt: late + 1, closesAt: late + 2, openingEndsAt: late + 3 };
    expect(stated({ at: late, ...after })).toMatchObject({ refused: 'right-lapsed' });
    // on the last day itself the cycle is not over: it is the instants that are wrong
    expect(stated({ at: late - 1, ...after })).toMatchObject({ refused: 'bad-input', path: ['openingEndsAt'] });
  });
  it('refuses a period of prices that has not passed', () => {
    const at = instantOf('2024-09-01', '00:00:00');
    expect(stated({ at, market: { ...market, averagePrice: '100' } })).not.toHaveProperty('refused');
    expect(stated({ at: at - 1, market: { ...market, averagePrice: '100' } })).toMatchObject({ path: ['market', 'to'] });
  });
});
