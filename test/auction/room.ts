import { onAuctionAct } from '../../domain/auction/acts.js';
import type { Announcement } from '../../domain/auction/announcement.js';
import { blankAuction, foldAuction, type Auction, type AuctionStep, type Line } from '../../domain/auction/auction.js';
import { announcingStep, awaiting, onDelivery, publish } from '../../domain/auction/delivery.js';
import { auctionDue, onAuctionInstant } from '../../domain/auction/instants.js';
import type { ActName } from '../../domain/model/brings.js';
import { instantOf, type Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal, refuse, type Refusal } from '../../domain/model/refusal.js';
import { letIn, type NewEvent } from '../../domain/model/step.js';
import { commitmentOf } from '../../desk/auction-seal.js';
import { auctionTermsOf } from '../../desk/auction-terms.js';
import { sha256 } from '../../records/chain.js';
import { rulebookNamed } from '../../regulation/named.js';

const OPENS = instantOf('2024-09-11', '09:00:00');
/** Bids are taken on the 11th, to 23:59:59; bids are opened on the 12th, to 16:59:59. */
export const CLOSES = instantOf('2024-09-12', '00:00:00');
export const OPENING_ENDS = instantOf('2024-09-12', '17:00:00');
export const BIDDING = OPENS + 3_600_000;
export const OPENING = CLOSES + 3_600_000;

/** 1,000 t at 100 yuan or more; a key unit may have 150 t, a voluntary bidder 30 t, all of those 200 t. */
export const ANNOUNCEMENT: Announcement = {
  caseId: '2024/2024-1/auction',
  auction: '2024-1',
  act: 'announcement',
  by: 'city/a',
  approvedBy: 'city/b',
  at: instantOf('2024-09-10', '10:00:00'),
  basis: '有偿竞价发放公告',
  terms: auctionTermsOf(rulebookNamed('2024')),
  lot: '1000',
  floor: '100.00',
  opensAt: OPENS,
  closesAt: CLOSES,
  openingEndsAt: OPENING_ENDS,
  minimumCover: '1000.00',
  voluntary: ['V-1', 'V-2', 'V-3', 'V-4', 'V-5', 'V-6', 'V-7', 'V-8'],
};

/** A nonce of each bidder's own. */
export const nonceOf = (bidder: string): string => sha256(bidder);

/** An auction in memory, step by step, with what its door would let in. */
export class Room {
  readonly auction: Auction;
  readonly events: NewEvent[] = [];
  private acts = 0;

  constructor(announcement: Announcement = ANNOUNCEMENT) {
    this.auction = blankAuction(announcement);
    this.take(announcingStep(this.auction));
  }

  private take(step: AuctionStep): void {
    const { seq } = this.auction;
    foldAuction(
      this.auction,
      step.key,
      step.events.map((event, k) => ({ ...event, seq: seq + k + 1 })),
      `head ${String(seq + step.events.length)}`,
    );
    this.events.push(...step.events);
  }

  /** Plays what is due up to an instant. */
  play(at: Instant): void {
    for (let due = auctionDue(this.auction); due && due.at <= at; due = auctionDue(this.auction))
      this.take(onAuctionInstant(this.auction, due));
  }

  /** An act after every instant due at its stamp, as the shell puts it. */
  act(what: ActName, by: string, at: Instant, brings: Json): 'done' | Refusal {
    this.play(at);
    this.acts += 1;
    const step = onAuctionAct(this.auction, letIn({ id: `act-${String(this.acts)}`, do: what, by, at, with: brings }));
    if (isRefusal(step)) return step;
    this.take(step);
    return 'done';
  }

  cover(
    bidder: string,
    cover: string,
    at: Instant = BIDDING,
    kind: 'key' | 'voluntary' = bidder.startsWith('V') ? 'voluntary' : 'key',
  ) {
    return this.act('record-cover', 'exchange', at, {
      auction: '2024-1',
      bidder,
      kind,
      name: bidder,
      cover,
    });
  }
  seal(bidder: string, lines: readonly Line[], at: Instant = BIDDING) {
    const { caseId } = this.auction.announcement;
    return this.act('file-bid', bidder, at, {
      auction: '2024-1',
      commitment: commitmentOf({ caseId, bidder, nonce: nonceOf(bidder), lines }),
    });
  }
  open(bidder: string, lines: readonly Line[], at: Instant = OPENING, nonce: string = nonceOf(bidder)) {
    const { caseId } = this.auction.announcement;
    const fits = commitmentOf({ caseId, bidder, nonce, lines });
    return this.act('open-bid', bidder, at, { auction: '2024-1', nonce, lines, fits });
  }

  /** Clears, delivers to everybody but those named, publishes. */
  finish(refusing: readonly string[] = []): void {
    this.play(OPENING_ENDS);
    for (const award of awaiting(this.auction)) {
      const no = refuse('overtaken', '本周期清缴已结束', 'this cycle is settled');
      this.take(onDelivery(this.auction, award, refusing.includes(award.bidder) ? no : { at: OPENING_ENDS + 1_000 }));
    }
    this.take(publish(this.auction));
  }
}
