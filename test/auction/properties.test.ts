import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverOf } from '../../domain/auction/delivery.js';
import { compare, isLess, minus, plus, sum, times, wholeTonnesDown } from '../../domain/model/amount.js';
import { ANNOUNCEMENT, BIDDING, OPENING, Room } from './room.js';

const RUNS = 300;

const line = fc.record({
  price: fc.integer({ min: 9_000, max: 12_000 }).map((fen) => (fen / 100).toFixed(2)),
  quantity: fc.integer({ min: 1, max: 400 }).map(String),
});
const bid = fc.record({
  bidder: fc.constantFrom('BJ-1', 'BJ-2', 'BJ-3', 'BJ-4', 'BJ-5', 'BJ-6', 'BJ-7', 'BJ-8', ...ANNOUNCEMENT.voluntary),
  at: fc.integer({ min: 0, max: 20 }),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  cover: fc.constantFrom('1000.00', '30000.00', '1000000.00'),
  opens: fc.boolean(),
  refuses: fc.boolean(),
});
type Bid = typeof bid extends fc.Arbitrary<infer T> ? T : never;

/** Later bids of the same bidder replace earlier ones; acts come in order of their stamps. */
const play = (bids: readonly Bid[], openOrder: (list: Bid[]) => Bid[] = (list) => list): Room => {
  const room = new Room();
  const last = new Map<string, Bid>();
  for (const one of [...bids].sort((a, b) => a.at - b.at)) {
    room.cover(one.bidder, one.cover, BIDDING + one.at);
    if (room.seal(one.bidder, one.lines, BIDDING + one.at) === 'done') last.set(one.bidder, one);
  }
  for (const one of openOrder([...last.values()])) if (one.opens) expect(room.open(one.bidder, one.lines, OPENING)).toBe('done');
  room.finish([...last.values()].filter(({ refuses }) => refuses).map(({ bidder }) => bidder));
  return room;
};

const capOf = (share: string): string => wholeTonnesDown(times(ANNOUNCEMENT.lot, share));

describe('三(三)2 › what must hold of every auction', () => {
  it('never oversells, keeps every cap, sells nothing under the floor, and nobody gets more than was bid or pays more than was offered', () => {
    const { keyShare, voluntaryShare, voluntaryTotalShare } = ANNOUNCEMENT.terms.caps;
    fc.assert(
      fc.property(fc.array(bid, { maxLength: 25 }), (bids) => {
        const { auction } = play(bids);
        const { awards = [], sold = '0', price = null } = auction.cleared ?? {};
        expect(sum(awards.map(({ quantity }) => quantity))).toBe(sold);
        expect(isLess(ANNOUNCEMENT.lot, sold)).toBe(false);
        if (price !== null) expect(isLess(price, ANNOUNCEMENT.floor)).toBe(false);
        for (const { bidder, quantity, due } of awards) {
          const { kind, opened, cover } = auction.bidders[bidder]!;
          expect(isLess(capOf(kind === 'key' ? keyShare : voluntaryShare), quantity)).toBe(false);
          const willing = opened!.lines.filter((one) => compare(one.price, price ?? '0') >= 0).map((one) => one.quantity);
          expect(isLess(sum(willing), quantity)).toBe(false);
          expect(isLess(cover, due)).toBe(false);
        }
        const voluntary = awards.filter(({ bidder }) => auction.bidders[bidder]!.kind === 'voluntary');
        expect(isLess(capOf(voluntaryTotalShare), sum(voluntary.map(({ quantity }) => quantity)))).toBe(false);
      }),
      { numRuns: RUNS },
    );
  });

  it('conserves the lot and the money: delivered + kept = offered; drawn + forfeited + returned = lodged; drawn = proceeds', () => {
    fc.assert(
      fc.property(fc.array(bid, { maxLength: 25 }), (bids) => {
        const { auction } = play(bids);
        const { sold, unsold, offered, proceeds, undelivered } = auction.published!;
        expect(plus(sold, unsold)).toBe(offered);
        expect(minus(auction.cleared!.sold, sum(undelivered.map(({ quantity }) => quantity)))).toBe(sold);
        let drawn = '0';
        for (const [id, { cover }] of Object.entries(auction.bidders)) {
          const parts = coverOf(auction, id);
          expect(compare(sum([parts.drawn, parts.forfeited, parts.returned]), cover)).toBe(0);
          expect(isLess(parts.returned, '0')).toBe(false);
          drawn = plus(drawn, parts.drawn);
        }
        expect(compare(drawn, proceeds)).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });

  it('the order in which bids are opened changes nothing', () => {
    fc.assert(
      fc.property(fc.array(bid, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (bids, chance) => {
        const shuffled = (list: Bid[]): Bid[] =>
          list
            .map((one) => ({ one, key: chance.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one);
        const [one, other] = [play(bids), play(bids, shuffled)];
        expect(other.auction.cleared).toEqual(one.auction.cleared);
        expect(other.auction.published).toEqual(one.auction.published);
      }),
      { numRuns: RUNS },
    );
  });
});
