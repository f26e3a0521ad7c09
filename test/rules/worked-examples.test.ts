import { describe, expect, it } from 'vitest';
import { times, yuan } from '../../domain/model/amount.js';
import type { AuctionAnswer, Bid } from '../../domain/rules/auction.js';
import { answerTo } from './asking.js';

/** Results that somebody else published. They are never rewritten to be green. */
describe('2024年9月有偿竞价发放 › as far as published', () => {
  // 1.5 Mt offered, floor 1.0 × the average, 68 bidders, 63 winners, 348,304 t at 104.89 yuan, 36.5336 million yuan
  it('348,304 t at 104.89 yuan are 36.5336 million yuan', () => {
    expect(yuan(times('348304', '104.89'))).toBe('36533606.56');
  });
  it('68 bids of which 5 are under the floor, for 348,304 t in all, clear at the lowest good one', () => {
    // the bids are not published: 63 of 5,528 t and 40 t more by the first give the published total
    const price = (n: number): string => `${String(104 + 63 - n)}.89`;
    const bids: Bid[] = Array.from({ length: 68 }, (_, n) => ({
      bidder: `B${String(n)}`,
      kind: 'key',
      price: n < 63 ? price(n + 0) : '90.00',
      quantity: n === 0 ? '5568' : '5528',
      at: '2024-09-10T10:00:00+08:00',
    }));
    const last = bids[62] as Bid;
    bids[62] = { ...last, price: '104.89' };
    const answer = answerTo('auction', { lot: '1500000', floor: '104.00', bids }) as AuctionAnswer;
    expect([answer.price, answer.sold, answer.awards.length, answer.refused.length]).toEqual(['104.89', '348304', 63, 5]);
  });
});

describe('published emission factors per unit', () => {
  it.each([
    ['natural-gas', '21.622', 3],
    ['gasoline', '2.9251', 4],
    ['diesel', '3.0959', 4],
    ['lpg', '3.1013', 4],
  ] as const)('%s: %s t', (fuel, published, places) => {
    const input = {
      fuels: [{ fuel, consumption: '1000000' }],
      electricityMWh: '0',
      greenElectricityMWh: '0',
      heatGJ: '0',
      process: '0',
    };
    const { fossil } = answerTo('emissions', input) as { fossil: string };
    expect((Number(fossil) / 1_000_000).toFixed(places)).toBe(published);
  });
});
