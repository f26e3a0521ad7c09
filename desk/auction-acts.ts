import { z } from 'zod';
import { isDay, isInstant } from '../domain/model/instant.js';
import { basis, exactlyOne, money, name, wholeTonnes } from './acts/shapes.js';
import type { Vocable } from './acts/vocable.js';

/** What every act of an auction brings; sizes are bounded here, once. */

const LINES_MAX = 20;
const TRADES_MAX = 20_000;
const VOLUNTARY_MAX = 2_000;

const auction = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,40}$/, '应为字母、数字和连字符，至多 40 个 | must be up to 40 letters, digits and hyphens');
const hex64 = z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位小写十六进制 | must be 64 lower-case hexadecimal digits');
const instant = z.string().refine(isInstant, '应为带时区的 ISO 8601 时刻 | must be an ISO 8601 instant with its offset');
const day = z.string().refine(isDay, '不是日期，应为 YYYY-MM-DD | is no day: write YYYY-MM-DD');
const line = z.strictObject({ price: money, quantity: wholeTonnes });

const market = z
  .strictObject({
    from: day,
    to: day,
    averagePrice: money.optional(),
    trades: z.array(line).min(1).max(TRADES_MAX).optional(),
  })
  .superRefine(exactlyOne('averagePrice', 'trades'));

const announcement = z.strictObject({
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
});
export type AnnouncementBrought = z.infer<typeof announcement>;

const opening = z.strictObject({ auction, nonce: hex64, lines: z.array(line).min(1).max(LINES_MAX) });
export type OpeningAsBrought = z.infer<typeof opening>;

const unit = (schema: z.ZodType): Vocable => ({ party: 'unit', concerns: 'any', with: schema });

/** The acts of an auction, by name. They are not among the acts of units' cases: an auction is a case of its own. */
export const AUCTION_ACTS: Readonly<Record<string, Vocable>> = {
  'announce-auction': { party: 'city', concerns: 'city', with: announcement },
  'record-cover': {
    party: 'exchange',
    concerns: 'any',
    subject: 'bidder',
    with: z.strictObject({ auction, bidder: name, amount: money }),
  },
  'file-bid': unit(z.strictObject({ auction, commitment: hex64 })),
  'withdraw-bid': unit(z.strictObject({ auction })),
  'open-bid': unit(opening),
};
