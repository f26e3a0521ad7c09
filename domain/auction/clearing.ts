import { times, yuan, ZERO } from '../model/amount.js';
import { isoOf, type Instant } from '../model/instant.js';
import type { NewEvent } from '../model/step.js';
import { auction as clearByRule, type AuctionAnswer, type Bid } from '../rules/auction.js';
import type { Auction, AuctionStep, Award, Bidder } from './auction.js';
import { own } from '../model/own.js';

type Sealed = Bidder & { sealed: NonNullable<Bidder['sealed']> };

const sealedOf = (a: Auction): (readonly [string, Sealed])[] =>
  Object.entries(a.bidders)
    .filter((entry): entry is [string, Sealed] => entry[1].sealed !== undefined)
    .sort(([, one], [, other]) => one.sealed.seq - other.sealed.seq);

/**
 * What the rule is asked: every line of every opened bid, ranked in time by the stamp of its sealing, never of its opening;
 * so neither the order in which bids are opened nor the speed of anybody's mail changes anything.
 */
export const bidsOf = (a: Auction): Bid[] =>
  sealedOf(a).flatMap(([bidder, { kind, sealed, opened }]) =>
    opened && opened.void === undefined
      ? opened.lines.map(({ price, quantity }) => ({ bidder, kind, price, quantity, at: isoOf(sealed.at) }))
      : [],
  );

/** The rule's answer to the bids that were opened. */
export const clearingOf = (a: Auction): AuctionAnswer => {
  const { lot, floor, terms } = a.announcement;
  return clearByRule({ lot, floor, bids: bidsOf(a) }, terms.caps).answer;
};

/**
 * The end of the opening: the rule says who gets what at which price; what is due is drawn from the cover, which reaches it because
 * it reaches the bid; a sealed bid that stayed shut forfeits its cover (policy: without a price on silence, whoever saw the
 * others' bids could still choose).
 */
export function clear(a: Auction, at: Instant): Pick<AuctionStep, 'events' | 'mails'> {
  const answer = clearingOf(a);
  const bids = bidsOf(a);
  const awards = answer.awards.map(({ bidder, quantity }): Award => ({
    bidder,
    quantity,
    due: yuan(times(quantity, answer.price ?? ZERO)),
  }));
  const shut = sealedOf(a).filter(([, { opened }]) => !opened);
  const { terms } = a.announcement;
  const events: NewEvent[] = [
    {
      type: 'auction-cleared',
      at,
      by: 'platform',
      with: {
        price: answer.price,
        sold: answer.sold,
        awards,
        forfeited: shut.map(([id]) => id),
        rulebook: terms.digest,
        refused: answer.refused.map(({ index, because }) => ({ bidder: bids[index]?.bidder ?? '', line: index, because })),
      },
    },
    ...shut.map(([bidder, { cover }]): NewEvent => ({
      type: 'cover-forfeited',
      at,
      by: 'platform',
      with: { bidder, amount: cover },
    })),
    {
      type: 'auction-settled',
      at,
      by: 'platform',
      with: { paid: awards.map(({ bidder, due }) => ({ bidder, due, cover: own(a.bidders, bidder)?.cover ?? ZERO })) },
    },
  ];
  return { events, mails: [] };
}
