import { isoOf, type Instant } from '../model/instant.js';
import { unitNamed } from '../model/party.js';
import type { NewEvent } from '../model/step.js';
import { clear } from './clearing.js';
import type { Auction, AuctionMail, AuctionStep } from './auction.js';

/** The next instant at which an auction does anything by itself. */
export interface AuctionDue {
  readonly at: Instant;
  readonly what: 'close' | 'clear';
}

/** The close, then the end of the time for opening bids, at which the auction is cleared; then none. */
export function auctionDue(a: Auction): AuctionDue | undefined {
  if (!a.closed) return { at: a.announcement.closesAt, what: 'close' };
  return a.cleared ? undefined : { at: a.announcement.openingEndsAt, what: 'clear' };
}

/** 截止: from here on no bid is taken; whoever has a sealed one is asked to open it, and told what silence costs. */
function close(a: Auction, at: Instant): Pick<AuctionStep, 'events' | 'mails'> {
  const sealed = Object.entries(a.bidders).filter(([, bidder]) => bidder.sealed);
  const events: NewEvent[] = [{ type: 'bidding-closed', at, by: 'platform', with: { bids: sealed.length } }];
  const mails = sealed.map(([id, { name, cover }]): AuctionMail => ({
    unit: id,
    party: unitNamed(id),
    template: 'auction-opening',
    say: { name, auction: a.announcement.auction, until: isoOf(a.announcement.openingEndsAt), cover },
  }));
  return { events, mails };
}

/** Plays the instant that is due. Key `at:INSTANT`. */
export function onAuctionInstant(a: Auction, due: AuctionDue): AuctionStep {
  const { at, what } = due;
  return { key: `at:${String(at)}`, at, by: 'platform', ...(what === 'close' ? close(a, at) : clear(a, at)) };
}
