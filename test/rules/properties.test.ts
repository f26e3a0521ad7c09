import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { AuctionAnswer, Bid } from '../../domain/rules/auction.js';
import type { CollectionAnswer, HeldLot } from '../../domain/rules/collection.js';
import type { OffsetLimitAnswer } from '../../domain/rules/offset-limit.js';
import { answerTo } from './asking.js';

// hundreds of questions each: slow on a busy machine, never stuck
vi.setConfig({ testTimeout: 60_000 });

const whole = (max: number): fc.Arbitrary<string> => fc.integer({ min: 0, max }).map(String);
const hundredths = (max: number): fc.Arbitrary<string> => fc.integer({ min: 0, max }).map((n) => (n / 100).toFixed(2));
const day = fc.constantFrom('2016-01-01', '2017-03-14', '2017-03-15', '2019-06-30', '2024-01-01');
const total = (amounts: readonly string[]): number => amounts.reduce((sum, amount) => sum + Number(amount), 0);

const lot: fc.Arbitrary<HeldLot> = fc.oneof(
  fc.record(
    {
      lot: fc.constant(''),
      product: fc.constant('allowance' as const),
      vintage: fc.integer({ min: 2018, max: 2024 }),
      expiresOn: fc.constantFrom('2024-11-14', '2024-11-15', '2025-11-15'),
      quantity: whole(500),
    },
    { requiredKeys: ['lot', 'product', 'vintage', 'quantity'] },
  ),
  fc.record({
    lot: fc.constant(''),
    product: fc.constantFrom('ccer' as const, 'carbon-inclusive' as const),
    origin: fc.constantFrom('beijing' as const, 'outside' as const),
    recordedOn: day,
    quantity: whole(100),
  }),
);
const account = fc.array(lot, { maxLength: 8 }).map((lots) => lots.map((one, n) => ({ ...one, lot: `L${String(n)}` })));
const question = fc.record({
  confirmed: hundredths(200_000),
  on: fc.constantFrom('2024-11-16', '2024-12-31', '2025-01-01'),
  holdings: account,
  surrendered: fc
    .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
    .map(([allowances, offsets, outside]) => ({
      allowances: String(allowances),
      offsets: String(offsets),
      offsetsOutside: String(Math.min(offsets, outside)),
    })),
});

describe('三(四) collection, whatever is held', () => {
  it('takes no more than is owed or held, keeps both caps, and its shortfall adds up', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const answer = answerTo('collection', asked) as CollectionAnswer;
        const { all, outsideBeijing } = answerTo('offset-limit', { confirmed: asked.confirmed }) as OffsetLimitAnswer;
        const { surrendered, holdings } = asked;
        const owed = Math.max(0, Number(answer.obligation) - total([surrendered.allowances, surrendered.offsets]));
        expect(total([answer.allowances, answer.offsets, answer.shortfall])).toBe(owed);
        expect(total(answer.moves.map(({ quantity }) => quantity))).toBe(owed - Number(answer.shortfall));
        for (const move of answer.moves) {
          const from = holdings.find((held) => held.lot === move.lot);
          expect(Number(move.quantity)).toBeGreaterThan(0);
          expect(Number(move.quantity)).toBeLessThanOrEqual(Number(from?.quantity));
        }
        expect(new Set(answer.moves.map(({ lot: name }) => name)).size).toBe(answer.moves.length);
        const outside = answer.moves.filter(({ lot: name }) =>
          holdings.some((held) => held.lot === name && held.product === 'ccer' && held.origin === 'outside'),
        );
        expect(Number(answer.offsets)).toBeLessThanOrEqual(Math.max(0, Number(all) - Number(surrendered.offsets)));
        expect(total(outside.map(({ quantity }) => quantity))).toBeLessThanOrEqual(
          Math.max(0, Number(outsideBeijing) - Number(surrendered.offsetsOutside)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('leaves something short only when every allowance that counts is gone', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const answer = answerTo('collection', asked) as CollectionAnswer;
        const counting = asked.holdings.filter(
          (held) => held.product === 'allowance' && (held.expiresOn ?? '9') >= '2024-11-15' && (held.vintage ?? 0) <= 2023,
        );
        if (answer.shortfall !== '0') expect(Number(answer.allowances)).toBe(total(counting.map(({ quantity }) => quantity)));
      }),
      { numRuns: 150 },
    );
  });

  it('the order of input matters for ties only: the tonnes of each product stay the same', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const one = answerTo('collection', asked) as CollectionAnswer;
        const other = answerTo('collection', { ...asked, holdings: [...asked.holdings].reverse() }) as CollectionAnswer;
        expect(other.allowances).toBe(one.allowances);
      }),
      { numRuns: 150 },
    );
  });
});

const bid: fc.Arbitrary<Bid> = fc.record({
  bidder: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  kind: fc.constant('key' as const),
  price: hundredths(20_000),
  quantity: whole(400),
  at: fc.integer({ min: 0, max: 59 }).map((second) => `2024-09-10T10:00:${String(second).padStart(2, '0')}+08:00`),
});
const bids = fc
  .array(bid, { maxLength: 12 })
  .map((all) => all.map((one) => ({ ...one, kind: 'de'.includes(one.bidder) ? ('voluntary' as const) : one.kind })));

describe('三(三)2 auction, whatever is bid', () => {
  it('never sells more than the lot, nor to anybody more than the caps, nor under the floor', () => {
    fc.assert(
      fc.property(whole(3_000), hundredths(15_000), bids, (size, floor, all) => {
        const answer = answerTo('auction', { lot: size, floor, bids: all }) as AuctionAnswer;
        const held = (names: string): number =>
          total(answer.awards.filter(({ bidder }) => names.includes(bidder)).map(({ quantity }) => quantity));
        expect(Number(answer.sold)).toBeLessThanOrEqual(Number(size));
        expect(held('abcde')).toBe(Number(answer.sold));
        for (const key of 'abc') expect(held(key)).toBeLessThanOrEqual(Math.floor((Number(size) * 15) / 100));
        for (const other of 'de') expect(held(other)).toBeLessThanOrEqual(Math.floor((Number(size) * 3) / 100));
        expect(held('de')).toBeLessThanOrEqual(Math.floor((Number(size) * 20) / 100));
        if (answer.price === null) expect(answer.sold).toBe('0');
        else expect(Number(answer.price)).toBeGreaterThanOrEqual(Number(floor));
        for (const { bidder, quantity } of answer.awards)
          expect(Number(quantity)).toBeLessThanOrEqual(
            total(all.filter((one) => one.bidder === bidder).map((one) => one.quantity)),
          );
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of input where no two bids share price and time', () => {
    const distinct = bids.filter((all) => new Set(all.map(({ price, at }) => `${price} ${at}`)).size === all.length);
    fc.assert(
      fc.property(distinct, (all) => {
        const one = answerTo('auction', { lot: '1000', floor: '50', bids: all }) as AuctionAnswer;
        const other = answerTo('auction', { lot: '1000', floor: '50', bids: [...all].reverse() }) as AuctionAnswer;
        expect([other.price, other.sold, other.awards]).toEqual([one.price, one.sold, one.awards]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('二(二) allocation, whatever the parts', () => {
  it('stays within a fifth of the confirmed emissions, to half a tonne, and says on which side it was bound', () => {
    fc.assert(
      fc.property(hundredths(10_000_000), hundredths(10_000_000), hundredths(1_000_000), (amount, confirmed, deduction) => {
        const asked = { parts: [], newFacilities: [amount], deductions: [deduction], confirmed };
        const { afterLimit, bound } = answerTo('allocation', asked) as { afterLimit: string; bound: string };
        const [a, e, n] = [Number(amount) - Number(deduction), Number(confirmed), Number(afterLimit)];
        expect(n).toBeGreaterThanOrEqual(0.8 * e - 0.5 - 1e-6);
        expect(n).toBeLessThanOrEqual(1.2 * e + 0.5 + 1e-6);
        if (bound === 'upper') expect(a).toBeGreaterThan(1.2 * e - 1e-6);
        if (bound === 'lower') expect(a).toBeLessThan(0.8 * e + 1e-6);
        if (bound === 'none') expect(Math.abs(n - a)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
      { numRuns: 200 },
    );
  });
});

describe('三(四) offset caps, whatever was emitted', () => {
  it('are whole tonnes that never exceed their shares, one inside the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (hundredth) => {
        const { all, outsideBeijing } = answerTo('offset-limit', {
          confirmed: (hundredth / 100).toFixed(2),
        }) as OffsetLimitAnswer;
        expect(Number(all)).toBe(Math.floor(hundredth / 2_000));
        expect(Number(outsideBeijing)).toBe(Math.floor(hundredth / 4_000));
      }),
    );
  });
});
