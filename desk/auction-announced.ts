import { announced, type AuctionTerms } from '../domain/auction/announcement.js';
import { proposedBy } from '../domain/auction/asked.js';
import type { Brings } from '../domain/model/brings.js';
import type { Clock } from '../domain/model/clock.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { StoredAct } from '../records/acts.js';
import { openAuction, readAuction, type AuctionRecord } from '../records/auctions.js';
import { currentCycle, rulebookNamed } from '../regulation/named.js';
import { auctionCaseIdOf } from '../workflows/ids.js';
import { auctionTermsOf } from './auction-terms.js';
import { Cases, type CasesOptions } from './cases.js';
import { Door, type Received } from './door.js';

/** How a rehearsal differs: its stamp and clock, and whether a floor by provisional values stands. */
export interface Rehearsal {
  readonly stamp?: Instant;
  readonly clock?: Clock;
  readonly allowProvisional?: boolean;
}

type Announced = Brings['announce-auction'];
type RestsOn = NonNullable<Announced['restsOn']>;

/** What an announcement is decided on, whoever decides it and when, as it is kept with the request. */
export const restsOn = (terms: AuctionTerms, { clock, allowProvisional }: Rehearsal): RestsOn => ({
  terms: { ...terms, caps: { ...terms.caps } },
  ...(clock ? { clock: { ...clock } } : {}),
  ...(allowProvisional === true ? { allowProvisional } : {}),
});

/** One that was stored before these were kept rests on the cycle that it is named after. */
function resting({ auction, restsOn: kept }: Announced, regulation?: string): RestsOn {
  if (kept) return kept;
  const cycle = /^\d{4}/.exec(auction)?.[0] ?? String(currentCycle(regulation));
  return { terms: auctionTermsOf(rulebookNamed(cycle, regulation)) };
}

/** What the book comes to by an announcement that is stored: the auction, or its no. Done again, by whomever, it is done once. */
export async function decideAnnouncement(
  options: CasesOptions & { readonly regulation?: string },
  { act, before }: Received,
): Promise<AuctionRecord | Refusal> {
  const { book, regulation } = options;
  const [stored] = before ?? [];
  if (stored?.refusal) return stored.refusal;
  if (act.do !== 'announce-auction') throw new Error(`${act.do} announces no auction`);
  const { id, by, approvedBy = '', at } = act;
  const { terms, clock, allowProvisional } = resting(act.with, regulation);
  const caseId = auctionCaseIdOf(terms.cycle, act.with.auction);
  const announcement = announced(proposedBy(act.with, { act: id, by, approvedBy, at, caseId, terms }), allowProvisional === true);
  if (isRefusal(announcement)) {
    await book.settleRequest(id, announcement);
    return announcement;
  }
  const { auction } = announcement;
  if (!(await readAuction(book.pool, caseId))) await openAuction(book.pool, { announcement, clock });
  const record = await readAuction(book.pool, caseId);
  if (!record) throw new Error(`${caseId} was entered and is not in the book`);
  if (record.announcement.act === id) {
    await new Cases(options).start(caseId);
    return record;
  }
  const taken = refuse('already-done', `竞价 ${auction} 已公告`, `auction ${auction} is announced already`);
  await book.settleRequest(id, taken);
  return taken;
}

/** Decides an announcement that was stored by somebody who was killed. */
export async function announceStored(options: CasesOptions, { id }: StoredAct): Promise<void> {
  const received = await new Door(options.book).received(id);
  if (received) await decideAnnouncement(options, received);
}
