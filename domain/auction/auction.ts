import type { Amount } from '../model/amount.js';
import type { Instant } from '../model/instant.js';
import type { Event, MailTo, TellingStep } from '../model/step.js';
import { foldStep, type FoldedActs } from '../model/fold.js';
import type { Bid } from '../rules/auction.js';
import type { Announcement } from './announcement.js';
import { own } from '../model/own.js';

/** One line of a bid: so many tonnes at so much a tonne. */
export type Line = { readonly price: Amount; readonly quantity: Amount };

export type Phase = 'announced' | 'bidding' | 'opening' | 'delivering' | 'delivered' | 'published';

/** Whoever lodged cover, and the one bid that stands for it. */
export interface Bidder {
  readonly kind: Bid['kind'];
  readonly name: string;
  /** Yuan lodged at the exchange. */
  cover: Amount;
  /** The latest sealed bid: a hash that tells nothing, the stamp that ranks it, its place where stamps are the same. */
  sealed?: { commitment: string; at: Instant; seq: number };
  /** What was in it, once opened; `void` says why it does not count. */
  opened?: { at: Instant; lines: readonly Line[]; void?: string };
}

/** What a winner gets and pays. */
export type Award = {
  readonly bidder: string;
  readonly quantity: Amount;
  /** Yuan: the quantity at the one price, taken from the cover. */
  readonly due: Amount;
};

export type Cleared = {
  /** Yuan a tonne; none where nothing was sold. */
  price: Amount | null;
  sold: Amount;
  awards: readonly Award[];
  /** Bidders whose sealed bid stayed shut. */
  forfeited: readonly string[];
};

export type Delivery = { readonly delivered: boolean; readonly at: Instant; readonly because?: string };

/** 有偿竞价发放, one auction: the fold of its events. */
export interface Auction extends FoldedActs {
  readonly announcement: Announcement;
  /** Of the deadlines, those that are played. */
  closed: boolean;
  bidders: Record<string, Bidder>;
  cleared?: Cleared;
  deliveries: Record<string, Delivery>;
  published?: Result;
}

/** 竞价结果, as it is made known. */
export type Result = {
  readonly price: Amount | null;
  readonly offered: Amount;
  /** What was delivered; the rest stays with the authority. */
  readonly sold: Amount;
  readonly unsold: Amount;
  readonly bidders: number;
  readonly winners: number;
  /** Yuan. */
  readonly proceeds: Amount;
  readonly undelivered: readonly { readonly bidder: string; readonly quantity: Amount; readonly because: string }[];
};

/** A mail of an auction: to one bidder or to the city. */
export type AuctionMail = MailTo<'auction-receipt' | 'auction-opening' | 'auction-result'>;

/** What an act, an instant or a delivery does to an auction. */
export type AuctionStep = TellingStep<AuctionMail['template']>;

/** An auction before its first event. */
export const blankAuction = (announcement: Announcement): Auction => ({
  announcement,
  seq: 0,
  head: '',
  playedTo: announcement.at,
  closed: false,
  bidders: {},
  deliveries: {},
  taken: {},
});

/** How far an auction has come. `announced` and `bidding` are told apart by an instant. */
export function phaseOf(a: Auction, at: Instant): Phase {
  if (a.published) return 'published';
  if (a.cleared) return a.cleared.awards.every(({ bidder }) => own(a.deliveries, bidder)) ? 'delivered' : 'delivering';
  if (a.closed) return 'opening';
  return at < a.announcement.opensAt ? 'announced' : 'bidding';
}

type Told = {
  readonly bidder: string;
  readonly kind: Bid['kind'];
  readonly name: string;
  readonly cover: Amount;
  readonly commitment: string;
  readonly lines: readonly Line[];
  readonly void?: string;
  readonly because: string;
};

const bidderOf = (a: Auction, id: string): Bidder => {
  const found = own(a.bidders, id);
  if (!found) throw new Error(`${a.announcement.caseId}: ${id} has lodged no cover`);
  return found;
};

/** What each event changes. Whatever is not here only happened. */
const TELLS: Readonly<Record<string, (a: Auction, told: Told, event: Event) => void>> = {
  'cover-recorded': (a, { bidder, kind, name, cover }) => {
    a.bidders[bidder] = { ...own(a.bidders, bidder), kind, name, cover };
  },
  'bid-sealed': (a, { bidder, commitment }, { at, seq }) => {
    bidderOf(a, bidder).sealed = { commitment, at, seq };
  },
  'bid-withdrawn': (a, { bidder }) => {
    delete bidderOf(a, bidder).sealed;
  },
  'bidding-closed': (a) => {
    a.closed = true;
  },
  'bid-opened': (a, { bidder, lines, void: because }, { at }) => {
    bidderOf(a, bidder).opened = { at, lines, ...(because === undefined ? {} : { void: because }) };
  },
  'auction-cleared': (a, _told, event) => {
    const { price, sold, awards, forfeited } = event.with as Cleared;
    a.cleared = { price, sold, awards, forfeited };
  },
  'award-delivered': (a, { bidder }, { at }) => {
    a.deliveries[bidder] = { delivered: true, at };
  },
  'award-refused': (a, { bidder, because }, { at }) => {
    a.deliveries[bidder] = { delivered: false, at, because };
  },
  'result-published': (a, _told, event) => {
    a.published = event.with as Result;
  },
};

/** Folds the events of one step into the auction, in place; `head` is the hash of the last one. */
export function foldAuction(a: Auction, key: string, events: readonly Event[], head: string): void {
  foldStep(a, a.announcement.caseId, { key, events, head }, (event) => TELLS[event.type]?.(a, event.with as Told, event));
}
