import { describe, expect, it } from 'vitest';
import type { AuctionAnswer, Bid } from '../../domain/rules/auction.js';
import { answerTo } from './asking.js';

const bid = (bidder: string, price: string, quantity: string, more: Partial<Bid> = {}): Bid => ({
  bidder,
  kind: 'key',
  price,
  quantity,
  at: '2024-09-10T10:00:00+08:00',
  ...more,
});
const clear = (bids: readonly Bid[], lot = '1000', floor = '100.00'): AuctionAnswer =>
  answerTo('auction', { lot, floor, bids }) as AuctionAnswer;
const awards = (answer: AuctionAnswer): string[] => answer.awards.map(({ bidder, quantity }) => `${bidder} ${quantity}`);
const voluntary = { kind: 'voluntary' } as const;

describe('三(三)2 不定期开展有偿配额发放 › who gets what', () => {
  it('price first, then time, then the order of input', () => {
    const bids = [
      bid('early', '101', '150', { at: '2024-09-10T09:00:00+08:00' }),
      bid('late', '101', '150', { at: '2024-09-10T09:00:00.001+08:00' }),
      bid('high', '102', '150', { at: '2024-09-10T11:00:00+08:00' }),
      bid('late2', '101.0', '150', { at: '2024-09-10T01:00:00.001Z' }),
    ];
    expect(awards(clear(bids))).toEqual(['high 150', 'early 150', 'late 150', 'late2 150']);
  });
  it('a time is compared to its last digit', () => {
    const bids = [
      bid('second', '101', '150', { at: '2024-09-10T09:00:00.0005+08:00' }),
      bid('first', '101', '150', { at: '2024-09-10T09:00:00.00025+08:00' }),
      bid('same', '101', '150', { at: '2024-09-10T09:00:00.000250+08:00' }),
    ];
    expect(awards(clear(bids))).toEqual(['first 150', 'same 150', 'second 150']);
  });
  it('one price: that of the lowest accepted bid', () => {
    expect(clear([bid('a', '110', '10'), bid('b', '104.89', '10')])).toMatchObject({ price: '104.89', sold: '20' });
    expect(clear([bid('a', '110', '10'), bid('b', '104.5', '10')]).price).toBe('104.50');
  });
  it('no bid under the floor; one at the floor is good', () => {
    const answer = clear([bid('a', '99.99', '10'), bid('b', '100', '10')]);
    expect(answer).toMatchObject({ price: '100.00', sold: '10' });
    expect(answer.refused.map(({ index }) => index)).toEqual([0]);
  });
  it('the bid that meets the end of the lot is awarded what remains, and the next nothing', () => {
    const bids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((bidder, n) => bid(bidder, String(120 - n), '150'));
    // seven caps of 150 t exceed 1,000 t: six are full, the seventh gets 100
    const answer = clear(bids);
    expect(awards(answer)).toEqual(['a 150', 'b 150', 'c 150', 'd 150', 'e 150', 'f 150', 'g 100']);
    expect(answer).toMatchObject({ price: '114.00', sold: '1000' });
    expect(answer.refused.map(({ index }) => index)).toEqual([7]);
  });
  it('nothing sold, no price', () => {
    expect(clear([])).toEqual({ price: null, sold: '0', awards: [], refused: [] });
    expect(clear([bid('a', '99', '10')])).toMatchObject({ price: null, sold: '0', awards: [] });
    expect(clear([bid('a', '199', '10')], '0')).toMatchObject({ price: null, sold: '0', awards: [] });
  });
  it('a floor of zero lets every bid in', () => {
    expect(clear([bid('a', '0', '10')], '1000', '0')).toMatchObject({ price: '0.00', sold: '10' });
  });
});

describe('三(三)2 › caps', () => {
  it('a key unit has at most 15 % of the lot, over all its bids', () => {
    const answer = clear([bid('a', '110', '100'), bid('a', '105', '100'), bid('a', '104', '1'), bid('b', '103', '10')]);
    expect(awards(answer)).toEqual(['a 150', 'b 10']);
    expect(answer.refused.map(({ index }) => index)).toEqual([2]);
    expect(answer.price).toBe('103.00');
  });
  it('a voluntary bidder has at most 3 %, all of them together at most 20 %', () => {
    const bids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((bidder, n) => bid(bidder, String(120 - n), '100', voluntary));
    const answer = clear(bids);
    // 30 t each; six are 180 t, the seventh gets 20 t, the eighth nothing
    expect(awards(answer)).toEqual(['a 30', 'b 30', 'c 30', 'd 30', 'e 30', 'f 30', 'g 20']);
    expect(answer).toMatchObject({ price: '114.00', sold: '200' });
    expect(answer.refused.map(({ index }) => index)).toEqual([7]);
  });
  it('a cap is rounded down', () => {
    // 15 % of 1,006 t are 150.9 t, 3 % are 30.18 t, 20 % are 201.2 t
    expect(awards(clear([bid('a', '110', '500'), bid('v', '109', '500', voluntary)], '1006'))).toEqual(['a 150', 'v 30']);
  });
  it('what is cut is free for the next bid', () => {
    expect(awards(clear([bid('a', '110', '999'), bid('b', '109', '999'), bid('c', '108', '10')]))).toEqual([
      'a 150',
      'b 150',
      'c 10',
    ]);
  });
  it('a bid that receives nothing sets no price', () => {
    expect(clear([bid('a', '110', '150'), bid('a', '101', '5'), bid('b', '105', '5')]).price).toBe('105.00');
  });
  it('a bidder who bids in both kinds is held to the cap of each bid', () => {
    const answer = clear([bid('a', '110', '150'), bid('a', '109', '30', voluntary), bid('b', '108', '1')]);
    expect(awards(answer)).toEqual(['a 150', 'b 1']);
    expect(answer.refused.map(({ index }) => index)).toEqual([1]);
  });
  it('awards are by bidder in order of first award', () => {
    expect(awards(clear([bid('a', '110', '10'), bid('b', '109', '10'), bid('a', '108', '10')]))).toEqual(['a 20', 'b 10']);
  });
  it('key units do not use up what voluntary bidders may have', () => {
    const keys = ['a', 'b', 'c'].map((bidder) => bid(bidder, '110', '150'));
    expect(awards(clear([...keys, bid('v', '109', '30', voluntary)]))).toEqual(['a 150', 'b 150', 'c 150', 'v 30']);
  });
  it('a bid for nothing is told so, in the order of input', () => {
    const { refused } = clear([bid('z', '100', '0'), bid('y', '99', '5'), bid('a', '110', '150'), bid('a', '109', '1')]);
    expect(refused.map(({ index }) => index)).toEqual([0, 1, 3]);
    expect(refused.map(({ because }) => because.split(' / ')[1])).toEqual([
      'nothing was bid for',
      'the price is under the floor',
      'the bidder has reached its cap',
    ]);
  });
});
