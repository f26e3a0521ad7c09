import { coverOf, reasonsOf, resultOf } from '../../domain/auction/delivery.js';
import { phaseOf, type Auction } from '../../domain/auction/auction.js';
import { isoOf, type Instant } from '../../domain/model/instant.js';
import type { Played } from './play.js';

const clockOf = (at: Instant): string => isoOf(at).replace('T', ' ').slice(0, 19);

/** What came of an auction that was played, for people. */
export const sayPlayed = (auction: Auction, refusals: Played['refusals']): string[] => [
  sayAuction(auction, auction.playedTo),
  ...awardsOf(auction).map(sayBid),
  ...refusals.map(({ at, by, do: what, code, message }) => `  拒绝 refused ${at} ${by} ${what}: ${code}: ${message}`),
];

/** What everybody may know of an auction now, as JSON. */
export function viewOf(auction: Auction, now: Instant) {
  const { announcement, bidders, cleared, published } = auction;
  const all = Object.entries(bidders);
  return {
    auction: announcement.auction,
    cycle: announcement.terms.cycle,
    phase: phaseOf(auction, now),
    lot: announcement.lot,
    floor: announcement.floor,
    minimumCover: announcement.minimumCover,
    opensAt: isoOf(announcement.opensAt),
    closesAt: isoOf(announcement.closesAt),
    openingEndsAt: isoOf(announcement.openingEndsAt),
    covered: all.length,
    sealed: all.filter(([, { sealed }]) => sealed).length,
    opened: all.filter(([, { opened }]) => opened).length,
    result: published ?? (cleared ? resultOf(auction) : null),
  };
}

/** The same for people. */
export function sayAuction(auction: Auction, now: Instant): string {
  const view = viewOf(auction, now);
  const { result } = view;
  return [
    `有偿竞价 auction ${view.auction} (${view.cycle}): ${view.phase}`,
    `  发放总量 lot          ${view.lot} t, 底价 floor ${view.floor} 元/t, 最低保证金 minimum cover ${view.minimumCover} 元`,
    `  报价 bids            ${clockOf(auction.announcement.opensAt)} – ${clockOf(auction.announcement.closesAt)} (不含 exclusive)`,
    `  开标 opened until    ${clockOf(auction.announcement.openingEndsAt)} (不含 exclusive)`,
    `  已缴保证金 ${view.covered}, 密封报价 sealed ${view.sealed}, 已开启 opened ${view.opened}`,
    ...(result
      ? [
          `  成交价 price ${result.price ?? '–'} 元/t, 成交 sold ${result.sold} t, 未成交 unsold ${result.unsold} t, 成交单位 winners ${result.winners} / ${result.bidders}, 金额 proceeds ${result.proceeds} 元`,
        ]
      : []),
    ...(result?.undelivered ?? []).map(
      ({ bidder, quantity, because }) => `  未能交付 not delivered: ${bidder} ${quantity} t: ${because}`,
    ),
  ].join('\n');
}

/** What each bidder got, paid, lost and gets back, and why it got nothing where it did not. */
export const awardsOf = (auction: Auction) => {
  const reasons = reasonsOf(auction);
  return Object.entries(auction.bidders)
    .filter(([, { sealed }]) => sealed)
    .map(([bidder, { opened }]) => {
      const quantity = auction.cleared?.awards.find((award) => award.bidder === bidder)?.quantity ?? '0';
      const delivered = auction.deliveries[bidder]?.delivered === true;
      return {
        bidder,
        quantity,
        delivered,
        opened: opened !== undefined,
        void: opened?.void ?? null,
        ...coverOf(auction, bidder),
        because: reasons.get(bidder) ?? null,
      };
    });
};

/** One line about what became of a bid. */
const sayBid = ({ bidder, quantity, drawn, forfeited, returned, because }: ReturnType<typeof awardsOf>[number]): string =>
  `  ${bidder.padEnd(12)} ${quantity.padStart(10)} t  支付 paid ${drawn}  没收 forfeited ${forfeited}  退还 returned ${returned}${because === null ? '' : `  ${because}`}`;
