import { proxyActivities } from '@temporalio/workflow';
import type { AuctionActivities } from '../activities/auction.js';
import type { Auction, AuctionStep, Award } from '../domain/auction/auction.js';
import { awaiting, creditIdOf, onDelivery, publish } from '../domain/auction/delivery.js';
import { ZERO } from '../domain/model/amount.js';
import type { Instant } from '../domain/model/instant.js';
import type { Refusal } from '../domain/model/refusal.js';
import type { Clock } from '../domain/model/clock.js';

/**
 * Another case answers when it can: no lot is lost because its winner's case is away for a day. An attempt is short, so that one
 * whose worker was killed is not waited for long.
 */
const { creditAward } = proxyActivities<AuctionActivities>({
  startToCloseTimeout: '20s',
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});

/** The lots on their way to their winners. */
export interface Deliveries {
  /** What can be recorded now: an answer, in the order of the awards whoever answers first; at the end, the result. */
  next(): AuctionStep | undefined;
  /** Whether the answer waited for has come. */
  answered(): boolean;
}

/** What the deliveries of an auction are made with. */
export interface Delivering {
  readonly clock: Clock;
  readonly prefix: string;
}

/** Asks every winner's case at once, each until it answers; a new run asks again by the same act, which is done once. */
export function makeDeliveries(a: Auction, { clock, prefix }: Delivering): Deliveries {
  const answers = new Map<string, { readonly at: Instant } | Refusal>();
  const asked = new Set<string>();
  const { caseId, openingEndsAt, terms } = a.announcement;
  // in a rehearsal, whose clock nobody else has, the nominal instant; in service the door stamps
  const stamp = clock.wall0 === clock.business0 ? {} : { stamp: openingEndsAt };
  const send = async (award: Award): Promise<void> => {
    const { bidder } = award;
    const price = a.cleared?.price ?? ZERO;
    const act = creditIdOf(caseId, bidder);
    const announcedBy = a.announcement.act;
    answers.set(bidder, await creditAward({ cycle: terms.cycle, award, price, act, announcedBy, prefix, ...stamp }));
  };
  return {
    next() {
      if (!a.cleared || a.published) return undefined;
      const open = awaiting(a);
      for (const award of open)
        if (!asked.has(award.bidder)) {
          asked.add(award.bidder);
          void send(award);
        }
      const [first] = open;
      if (!first) return publish(a);
      const answer = answers.get(first.bidder);
      return answer && onDelivery(a, first, answer);
    },
    answered() {
      const [first] = awaiting(a);
      return first !== undefined && answers.has(first.bidder);
    },
  };
}
