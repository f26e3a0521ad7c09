import { minus, sum, yuan, ZERO, type Amount } from '../model/amount.js';
import type { Instant } from '../model/instant.js';
import { own } from '../model/own.js';
import { CITY_AUTHORITY, unitNamed, type Party } from '../model/party.js';
import { isRefusal, sayRefusal, type Refusal } from '../model/refusal.js';
import { bidsOf, clearingOf } from './clearing.js';
import type { Auction, AuctionMail, AuctionStep, Award, Result } from './auction.js';

/** A lot for a winner, on its way to the winner's case. */
export interface Credit {
  readonly cycle: number;
  readonly award: Award;
  readonly price: string;
  /** The act's id: the same for every attempt. */
  readonly act: string;
  /** The act that announced the auction: what makes the platform ask. */
  readonly announcedBy?: string;
  /** In a rehearsal, whose clock is its own; else the door stamps. */
  readonly stamp?: Instant;
  /** Before every workflow id, where several platforms share a server. */
  readonly prefix: string;
}

/** Brings a lot to its winner's case through the door. Rejects where the case does not answer: it is tried again. */
export type CreditAward = (credit: Credit) => Promise<{ readonly at: Instant } | Refusal>;

/** The awards that nobody has an answer for yet, in the order of the clearing. */
export const awaiting = (a: Auction): Award[] => a.cleared?.awards.filter(({ bidder }) => !own(a.deliveries, bidder)) ?? [];

/** The act by which a lot reaches a winner: the same name however often it is tried, so it is credited once. */
export const creditIdOf = (caseId: string, bidder: string): string => `${caseId}/credit/${bidder}`;

/**
 * What a winner's case answered. Its no leaves the lot with the authority and gives the money back; the price stays, since
 * the others bought at it (policy). Key `award:BIDDER`.
 */
export function onDelivery(a: Auction, award: Award, answer: { readonly at: Instant } | Refusal): AuctionStep {
  const { bidder, quantity, due } = award;
  const at = Math.max(a.playedTo, isRefusal(answer) ? a.playedTo : answer.at);
  const brings = { bidder, quantity, price: a.cleared?.price ?? ZERO, act: creditIdOf(a.announcement.caseId, bidder) };
  return {
    key: `award:${bidder}`,
    at,
    by: 'platform',
    events: [
      isRefusal(answer)
        ? {
            type: 'award-refused',
            at,
            by: 'platform',
            with: { ...brings, refunded: due, refused: answer.refused, because: sayRefusal(answer) },
          }
        : { type: 'award-delivered', at, by: 'platform', with: { ...brings, due } },
    ],
    mails: [],
  };
}

/** 竞价结果, once every award is delivered or refused. */
export function resultOf(a: Auction): Result {
  const { lot } = a.announcement;
  const awards = a.cleared?.awards ?? [];
  const delivered = awards.filter(({ bidder }) => own(a.deliveries, bidder)?.delivered === true);
  const sold = sum(delivered.map(({ quantity }) => quantity));
  return {
    price: a.cleared?.price ?? null,
    offered: lot,
    sold,
    unsold: minus(lot, sold),
    bidders: Object.values(a.bidders).filter(({ sealed }) => sealed).length,
    winners: delivered.length,
    proceeds: yuan(sum(delivered.map(({ due }) => due))),
    undelivered: awards
      .filter(({ bidder }) => own(a.deliveries, bidder)?.delivered === false)
      .map(({ bidder, quantity }) => ({ bidder, quantity, because: own(a.deliveries, bidder)?.because ?? '' })),
  };
}

/** What becomes of each bidder's cover: drawn for what was delivered, forfeited for silence, the rest returned. */
export function coverOf(
  a: Auction,
  id: string,
): { readonly drawn: Amount; readonly forfeited: Amount; readonly returned: Amount } {
  const cover = own(a.bidders, id)?.cover ?? ZERO;
  const shut = a.cleared?.forfeited.includes(id) === true;
  const award = a.cleared?.awards.find(({ bidder }) => bidder === id);
  const drawn = award && own(a.deliveries, id)?.delivered === true ? award.due : ZERO;
  return { drawn: yuan(drawn), forfeited: yuan(shut ? cover : ZERO), returned: yuan(shut ? ZERO : minus(cover, drawn)) };
}

/**
 * Why bidders have nothing, or less than they bid for: undelivered, not opened, beyond the cover, or what the rule says of their
 * lines. The rule is asked once for all of them.
 */
export function reasonsOf(a: Auction): ReadonlyMap<string, string> {
  const byRule = new Map<string, Set<string>>();
  if (a.cleared) {
    const bids = bidsOf(a);
    for (const { index, because } of clearingOf(a).refused) {
      const { bidder = '' } = bids[index] ?? {};
      byRule.set(bidder, (byRule.get(bidder) ?? new Set()).add(because));
    }
  }
  const reasons = new Map<string, string>();
  for (const [id, { sealed, opened }] of Object.entries(a.bidders)) {
    const shut = a.cleared && sealed && !opened ? '逾期未开启 / not opened in time' : undefined;
    const because = own(a.deliveries, id)?.because ?? opened?.void ?? shut ?? [...(byRule.get(id) ?? [])].join('; ');
    if (because !== '') reasons.set(id, because);
  }
  return reasons;
}

const mailTo = (a: Auction, id: string, result: Result, because: string): AuctionMail => {
  const { name = '' } = own(a.bidders, id) ?? {};
  const award = a.cleared?.awards.find(({ bidder }) => bidder === id);
  const got = award && own(a.deliveries, id)?.delivered === true ? award.quantity : ZERO;
  const { drawn, forfeited, returned } = coverOf(a, id);
  return {
    ...mailOfResult(a, id, unitNamed(id), result),
    say: { ...sayResult(a, result), name, got, drawn, forfeited, returned, because },
  };
};

const sayResult = (a: Auction, result: Result): Record<string, string> => ({
  auction: a.announcement.auction,
  price: result.price ?? '',
  offered: result.offered,
  sold: result.sold,
  winners: String(result.winners),
  bidders: String(result.bidders),
});

const mailOfResult = (a: Auction, unit: string, party: Party, result: Result): AuctionMail => ({
  unit,
  party,
  template: 'auction-result',
  say: sayResult(a, result),
});

/** The last step: the result is known to all, and everybody who bid is told what became of the bid and of the cover. */
export function publish(a: Auction): AuctionStep {
  const result = resultOf(a);
  const told = Object.entries(a.bidders).filter(([, { sealed }]) => sealed);
  const reasons = reasonsOf(a);
  return {
    key: 'publish',
    at: a.playedTo,
    by: 'platform',
    events: [{ type: 'result-published', at: a.playedTo, by: 'platform', with: result }],
    mails: [
      ...told.map(([id]) => mailTo(a, id, result, reasons.get(id) ?? '')),
      mailOfResult(a, a.announcement.auction, CITY_AUTHORITY, result),
    ],
  };
}

/** The first step, key `open`: the announcement as it stands. */
export function announcingStep(a: Auction): AuctionStep {
  const { at, by, act, approvedBy, basis, lot, floor, opensAt, closesAt, openingEndsAt, terms } = a.announcement;
  const brings = { act, approvedBy, basis, lot, floor, opensAt, closesAt, openingEndsAt, rulebook: terms.digest };
  return { key: 'open', at, by, events: [{ type: 'auction-announced', at, by, with: brings }], mails: [] };
}
