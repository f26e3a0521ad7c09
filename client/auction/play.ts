import { announceAuction } from '../../acts/auction/announce-auction.js';
import { announced, type Proposed } from '../../domain/auction/announcement.js';
import { blankAuction, foldAuction, type Auction, type AuctionStep } from '../../domain/auction/auction.js';
import { onAuctionAct } from '../../domain/auction/acts.js';
import { announcingStep, awaiting, onDelivery, publish } from '../../domain/auction/delivery.js';
import { auctionDue, onAuctionInstant } from '../../domain/auction/instants.js';
import type { Brings } from '../../domain/model/brings.js';
import { instantFrom, isoOf, type Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal, sayRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { Rulebook } from '../../domain/model/rulebook.js';
import type { Act } from '../../domain/model/step.js';
import { auctionTermsOf } from '../../desk/auction-terms.js';
import { parse } from '../../desk/parse.js';
import { movesOf, readScript, type Move } from './script.js';

export interface Played {
  readonly auction: Auction;
  readonly refusals: readonly {
    readonly at: string;
    readonly by: string;
    readonly do: string;
    readonly code: string;
    readonly message: string;
  }[];
}

/** A move as an act, as the door would have completed it. */
function actOf({ do: what, by, at, bid, nonce, commitment }: Move, id: string, auction: string): Act {
  const { bidder, kind, cover, lines } = bid;
  const of = { id, by, at };
  if (what === 'record-cover') {
    const who = { bidder, kind, name: bidder };
    return { ...of, do: what, with: { auction, ...who, cover } };
  }
  return what === 'file-bid'
    ? { ...of, do: what, with: { auction, commitment } }
    : { ...of, do: what, with: { auction, nonce, lines, fits: commitment } };
}

const take = (a: Auction, step: AuctionStep): void =>
  foldAuction(
    a,
    step.key,
    step.events.map((event, k) => ({ ...event, seq: a.seq + k + 1 })),
    '',
  );

const playUpTo = (a: Auction, at: Instant): void => {
  for (let due = auctionDue(a); due && due.at <= at; due = auctionDue(a)) take(a, onAuctionInstant(a, due));
};

const proposedOf = (brought: Brings['announce-auction'], at: Instant, rulebook: Rulebook): Proposed => {
  const rest = JSON.parse(JSON.stringify(brought)) as Omit<Proposed, 'opensAt' | 'closesAt' | 'openingEndsAt'>;
  return {
    ...rest,
    caseId: `${String(rulebook.cycle)}/${brought.auction}/auction`,
    act: 'announcement',
    by: 'city/a',
    approvedBy: 'city/b',
    at,
    terms: auctionTermsOf(rulebook),
    opensAt: instantFrom(brought.opensAt),
    closesAt: instantFrom(brought.closesAt),
    openingEndsAt: instantFrom(brought.openingEndsAt),
  };
};

/** Plays an auction with all its bids: sealed, opened, cleared, delivered to those who do not refuse, published. */
export function playAuction(source: Json, rulebook: Rulebook): Played | Refusal {
  const script = readScript(source);
  const brought = parse(announceAuction, script.announcement);
  if (isRefusal(brought)) return brought;
  const at = instantFrom(script.announcedAt);
  const announcement = announced(proposedOf(brought.with, at, rulebook), script.allowProvisional);
  if (isRefusal(announcement)) return announcement;
  const auction = blankAuction(announcement);
  take(auction, announcingStep(auction));
  const refusals: Played['refusals'][number][] = [];
  movesOf(script, announcement.caseId, announcement.closesAt).forEach((move, n) => {
    playUpTo(auction, move.at);
    const step = onAuctionAct(auction, actOf(move, String(n), announcement.auction));
    if (!isRefusal(step)) return take(auction, step);
    refusals.push({ at: isoOf(move.at), by: move.by, do: move.do, code: step.refused, message: sayRefusal(step) });
  });
  playUpTo(auction, announcement.openingEndsAt);
  const refusing = new Set(script.bids.flatMap(({ bidder, refusesLot }) => (refusesLot ? [bidder] : [])));
  for (const award of awaiting(auction)) {
    const no: Refusal = { refused: 'overtaken', zh: '案件拒绝', en: 'the case refuses, as the file says' };
    take(auction, onDelivery(auction, award, refusing.has(award.bidder) ? no : { at: announcement.openingEndsAt }));
  }
  take(auction, publish(auction));
  return { auction, refusals };
}
