import { onAuctionAct } from '../../domain/auction/acts.js';
import { announced, type Announcement } from '../../domain/auction/announcement.js';
import { proposedBy } from '../../domain/auction/asked.js';
import { blankAuction, foldAuction, type Auction, type Award } from '../../domain/auction/auction.js';
import { awaiting, announcingStep, creditIdOf, onDelivery, publish } from '../../domain/auction/delivery.js';
import { auctionDue, onAuctionInstant } from '../../domain/auction/instants.js';
import type { Brings } from '../../domain/model/brings.js';
import type { Instant } from '../../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../../domain/model/refusal.js';
import { letIn } from '../../domain/model/step.js';
import type { Database } from '../../ledger/one-row.js';
import { canonical } from '../chain.js';
import type { StoredStep } from '../posted.js';
import { noSuchCause, ofAct, ofInstant, type Anew, type Made } from './anew.js';

interface AnnouncedRow {
  readonly by: string;
  readonly approvedBy: string;
  readonly at: Instant;
  readonly brought: Brings['announce-auction'];
}
const ANNOUNCED = `select by, coalesce(approved_by, '') as "approvedBy", stamp::float8 as at, body as brought from requests
  where act_id = $1 and do_what = 'announce-auction'`;

const plain = (value: unknown): string => canonical(JSON.parse(JSON.stringify(value)));

/** 公告: as two officers asked for it, on what was kept with that. */
async function ofAnnouncement(db: Database, announcement: Announcement): Promise<Made | string> {
  const { act, caseId } = announcement;
  const [asked] = (await db.query<AnnouncedRow>({ name: 'steps-announced', text: ANNOUNCED, values: [act] })).rows;
  if (!asked) return '没有存入的请求 nobody asked for this auction';
  const { brought, ...said } = asked;
  // one that was stored before these were kept is asked by what it was opened with, and a floor by a provisional rule may stand
  const { terms, allowProvisional } = brought.restsOn ?? { terms: announcement.terms, allowProvisional: true };
  const made = announced(proposedBy(brought, { ...said, act, caseId, terms }), allowProvisional === true);
  if (isRefusal(made)) return `${made.zh} the auction is refused: ${made.en}`;
  return plain(made) === plain(announcement)
    ? announcingStep(blankAuction(announcement))
    : '公告与请求不符 it was announced otherwise than was asked';
}

interface CreditRow {
  readonly state: 'stored' | 'applied' | 'refused';
  readonly at: Instant;
  readonly refusal: Refusal | null;
}
const CREDIT = `select coalesce(a.state, r.state) as state, r.stamp::float8 as at, coalesce(a.refusal, r.refusal) as refusal
  from requests r left join acts a on a.act_id = r.act_id and a.role = 'decides' where r.asker = 'platform' and r.id = $1`;
const HAS_ACCOUNT = `select from cases where unit = $1 and cycle = $2 and kind in ('compliance-cycle', 'general-report')`;

/** What the winner's case answered to its lot, by the request for it; nobody was asked where the winner has no account. */
async function answerOf(db: Database, a: Auction, { bidder }: Award): Promise<{ readonly at: Instant } | Refusal | undefined> {
  const { caseId, terms } = a.announcement;
  const values = [creditIdOf(caseId, bidder)];
  const [credit] = (await db.query<CreditRow>({ name: 'steps-credit', text: CREDIT, values })).rows;
  if (credit) return credit.state === 'applied' ? { at: credit.at } : (credit.refusal ?? undefined);
  const account = await db.query({ name: 'steps-account', text: HAS_ACCOUNT, values: [bidder, terms.cycle] });
  return account.rowCount === 0 ? refuse('unknown-unit', '', '') : undefined;
}

const AWARD = 'award:';
async function ofAward(db: Database, a: Auction, { key, events }: StoredStep): Promise<Made | string> {
  const award = awaiting(a).find(({ bidder }) => key === `${AWARD}${bidder}`);
  const answer = award && (await answerOf(db, a, award));
  if (!award || !answer) return '没有相应的竞得或入账请求 no award waits for an answer, or none was given';
  const { because } = events[0]?.with as { readonly because?: string };
  const made = onDelivery(a, award, answer);
  // who has no account is told so by the desk, in its own words
  if (!isRefusal(answer) || answer.zh !== '' || because === undefined) return made;
  return { events: made.events.map((event) => ({ ...event, with: { ...(event.with as object), because } })) };
}

/** 有偿竞价. */
export function ofAuction(announcement: Announcement): Anew {
  const a = blankAuction(announcement);
  return {
    makes(step, { db, asked }) {
      if (step.key === 'open') return ofAnnouncement(db, announcement);
      if (step.key.startsWith(AWARD)) return ofAward(db, a, step);
      if (step.key === 'publish') return a.cleared && !a.published && awaiting(a).length === 0 ? publish(a) : noSuchCause;
      return (
        ofInstant(step, auctionDue(a), (due) => onAuctionInstant(a, due)) ??
        ofAct(step, { asked }, (act) => onAuctionAct(a, letIn(act))) ??
        noSuchCause
      );
    },
    fold: ({ key, events, head }) => foldAuction(a, key, events, head),
  };
}
