import { clearingOf } from '../../domain/auction/clearing.js';
import type { Auction, Line } from '../../domain/auction/auction.js';
import { compare } from '../../domain/model/amount.js';
import type { Event } from '../../domain/model/step.js';
import { commitmentOf } from '../../desk/auction-seal.js';

/** What anybody can check of a result with the events alone: every opening fits its seal, and the rule gives these awards. */
export function recomputed(auction: Auction, events: readonly Event[]): string[] {
  const { caseId } = auction.announcement;
  const wrong: string[] = [];
  for (const { type, with: brings } of events) {
    if (type !== 'bid-opened') continue;
    const { bidder, nonce, lines } = brings as { bidder: string; nonce: string; lines: readonly Line[] };
    if (commitmentOf({ caseId, bidder, nonce, lines }) !== auction.bidders[bidder]?.sealed?.commitment)
      wrong.push(`${bidder}: 开启的报价与承诺值不符 / what was opened is not what was sealed`);
  }
  if (!auction.cleared) return wrong;
  const { price, sold, awards } = clearingOf(auction);
  const is = auction.cleared;
  const same =
    price === is.price &&
    compare(sold, is.sold) === 0 &&
    awards.map(({ bidder, quantity }) => `${bidder} ${quantity}`).join() ===
      is.awards.map(({ bidder, quantity }) => `${bidder} ${quantity}`).join();
  return same ? wrong : [...wrong, '清算结果与规则重算不符 / the clearing is not what the rule gives'];
}
