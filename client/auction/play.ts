import { z } from 'zod';
import { announced, type Proposed } from '../../domain/auction/announcement.js';
import { blankAuction, foldAuction, type Auction, type AuctionStep } from '../../domain/auction/auction.js';
import { onAuctionAct } from '../../domain/auction/acts.js';
import { announcingStep, awaiting, onDelivery, publish } from '../../domain/auction/delivery.js';
import { auctionDue, onAuctionInstant } from '../../domain/auction/instants.js';
import { instantFrom, isoOf, type Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal, sayRefusal, type Refusal } from '../../domain/model/refusal.js';
import type { Rulebook } from '../../domain/model/rulebook.js';
import { AUCTION_ACTS, type AnnouncementBrought } from '../../desk/auction-acts.js';
import { commitmentOf } from '../../desk/auction-seal.js';
import { auctionTermsOf } from '../../desk/auction-terms.js';
import { parse } from '../../desk/parse.js';
import { sha256 } from '../../records/chain.js';
import { UsageError } from '../failure.js';

const decimal = z.string().regex(/^\d{1,15}(\.\d{1,2})?$/, 'must be a decimal amount, written as a string');
const whole = z.string().regex(/^[1-9]\d{0,17}$/, 'must be a positive whole number, written as a string');
const instant = z.iso.datetime({ offset: true });
const FILE = z.strictObject({
  announcedAt: instant,
  allowProvisional: z.boolean().default(false),
  announcement: z.record(z.string(), z.unknown()),
  bids: z.array(
    z.strictObject({
      bidder: z.string().min(1),
      kind: z.enum(['key', 'voluntary']).default('key'),
      cover: decimal,
      at: instant,
      lines: z.array(z.strictObject({ price: decimal, quantity: whole })).min(1),
      /** When the bidder opens it; never where it is left out and `opens` is false. */
      openedAt: instant.optional(),
      opens: z.boolean().default(true),
      /** Whether the bidder's case refuses the lot. */
      refusesLot: z.boolean().default(false),
    }),
  ),
});

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

interface Move {
  readonly at: Instant;
  readonly by: string;
  readonly do: string;
  readonly with: Json;
}

type Bids = z.infer<typeof FILE>['bids'];

/** Cover and seal at the stamp of the bid, the opening at its own; a nonce of the play's own, so that it plays the same every time. */
const movesOf = (bids: Bids, caseId: string, closesAt: Instant): Move[] =>
  bids
    .flatMap(({ bidder, kind, cover, at, lines, opens, openedAt }, n): Move[] => {
      const nonce = sha256(`${caseId} ${bidder} ${String(n)}`);
      const commitment = commitmentOf({ caseId, bidder, nonce, lines });
      const facts = { bidder, kind, name: bidder, mail: `${bidder}@unit.example`, cover };
      const stamp = instantFrom(at);
      const last = bids.findLastIndex((one) => one.bidder === bidder) === n;
      return [
        { at: stamp, by: 'exchange', do: 'record-cover', with: facts },
        { at: stamp, by: bidder, do: 'file-bid', with: { commitment } },
        ...(opens && last
          ? [
              {
                at: openedAt === undefined ? closesAt : instantFrom(openedAt),
                by: bidder,
                do: 'open-bid',
                with: { nonce, lines, fits: commitment },
              },
            ]
          : []),
      ];
    })
    .sort((a, b) => a.at - b.at);

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

const proposedOf = (brought: AnnouncementBrought, at: Instant, rulebook: Rulebook): Proposed => {
  const rest = JSON.parse(JSON.stringify(brought)) as Omit<Proposed, 'opensAt' | 'closesAt' | 'openingEndsAt'>;
  return {
    ...rest,
    ...{
      caseId: `${String(rulebook.cycle)}/${brought.auction}/auction`,
      act: 'announcement',
      by: 'city/a',
      approvedBy: 'city/b',
      at,
    },
    terms: auctionTermsOf(rulebook),
    opensAt: instantFrom(brought.opensAt),
    closesAt: instantFrom(brought.closesAt),
    openingEndsAt: instantFrom(brought.openingEndsAt),
  };
};

/** Plays an auction with all its bids: sealed, opened, cleared, delivered to those who do not refuse, published. */
export function playAuction(source: Json, rulebook: Rulebook): Played | Refusal {
  const read = FILE.safeParse(source);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = (issue?.path ?? []) as (string | number)[];
    throw new UsageError(`${path.join('.') || 'the file'}: ${issue?.message ?? 'is no auction'}`, 'bad-file', path);
  }
  const vocable = AUCTION_ACTS['announce-auction'];
  const brought = vocable && parse(vocable, read.data.announcement);
  if (!brought || isRefusal(brought)) return brought as Refusal;
  const at = instantFrom(read.data.announcedAt);
  const announcement = announced(
    proposedOf(brought.with as unknown as AnnouncementBrought, at, rulebook),
    read.data.allowProvisional,
  );
  if (isRefusal(announcement)) return announcement;
  const auction = blankAuction(announcement);
  take(auction, announcingStep(auction));
  const refusals: Played['refusals'][number][] = [];
  movesOf(read.data.bids, announcement.caseId, announcement.closesAt).forEach((move, n) => {
    playUpTo(auction, move.at);
    const step = onAuctionAct(auction, { id: String(n), ...move });
    if (!isRefusal(step)) return take(auction, step);
    refusals.push({ at: isoOf(move.at), by: move.by, do: move.do, code: step.refused, message: sayRefusal(step) });
  });
  playUpTo(auction, announcement.openingEndsAt);
  const refusing = new Set(read.data.bids.flatMap(({ bidder, refusesLot }) => (refusesLot ? [bidder] : [])));
  for (const award of awaiting(auction)) {
    const no: Refusal = { refused: 'overtaken', zh: '案件拒绝', en: 'the case refuses, as the file says' };
    take(auction, onDelivery(auction, award, refusing.has(award.bidder) ? no : { at: announcement.openingEndsAt }));
  }
  take(auction, publish(auction, ''));
  return { auction, refusals };
}
