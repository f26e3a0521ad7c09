import { z } from 'zod';
import { define } from '../definition.js';
import { auction, basis, bidLine, day, exactlyOne, instant, money, name, wholeTonnes } from '../shapes.js';

const TRADES_MAX = 20_000;
const VOLUNTARY_MAX = 2_000;

const market = z
  .strictObject({
    from: day,
    to: day,
    averagePrice: money.optional(),
    trades: z.array(bidLine).min(1).max(TRADES_MAX).optional(),
  })
  .superRefine(exactlyOne('averagePrice', 'trades'));

/** 三(三)2: what is offered, from when to when, on which terms. The floor is stated, or taken from a market. */
export const announceAuction = define({
  name: 'announce-auction',
  words: { zh: '公告竞价', en: 'announce an auction' },
  party: 'city',
  concerns: 'auction',
  case: 'auction',
  twoPeople: true,
  with: z.strictObject({
    auction,
    lot: wholeTonnes,
    floor: money.optional(),
    market: market.optional(),
    opensAt: instant,
    closesAt: instant,
    openingEndsAt: instant,
    minimumCover: money,
    voluntary: z.array(name).max(VOLUNTARY_MAX).default([]),
    basis,
  }),
});
