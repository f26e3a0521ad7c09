import type { Line } from '../../domain/auction/auction.js';
import { isLess, plus, times, yuan, ZERO } from '../../domain/model/amount.js';
import type { AuctionRecord } from '../../records/auctions.js';
import { UsageError } from '../failure.js';

/**
 * What a bidder's own machine can see before it seals, since the platform cannot: a line under the floor could never be
 * accepted, and is refused here (UsageError `under-floor`). Answers a warning where the cover lodged so far does not reach the
 * bid: it can still be raised before the close.
 */
export function looksSensible(
  lines: readonly Line[],
  bidder: string,
  { announcement, auction }: AuctionRecord,
): string | undefined {
  const { floor } = announcement;
  lines.forEach(({ price, quantity }, n) => {
    if (isLess(price, floor))
      throw new UsageError(
        `--line ${price}:${quantity} 低于底价 ${floor} 元，不会成交，未提交 / is under the floor of ${floor} yuan and could never be accepted: nothing was sent`,
        'under-floor',
        ['line', n],
      );
  });
  const cover = auction.bidders[bidder]?.cover;
  const worth = lines.reduce((sum, { price, quantity }) => plus(sum, times(price, quantity)), ZERO);
  if (cover === undefined || !isLess(cover, worth)) return undefined;
  return `注意：保证金 ${cover} 元不足以覆盖报价 ${yuan(worth)} 元，截止前不补足则报价无效 / the cover does not reach the bid: unless it is raised before the close, the bid will not count`;
}
