import { setTimeout as pause } from 'node:timers/promises';
import { OVER } from '../domain/auction/acts.js';
import { announced, type Announcement, type AuctionTerms, type Proposed } from '../domain/auction/announcement.js';
import type { Unit } from '../domain/model/case.js';
import { instantFrom, type Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import { readAuction, type AuctionRecord } from '../records/auctions.js';
import { AUCTION_TYPE, auctionCaseIdOf, workflowIdOf } from '../workflows/ids.js';
import { IN_SERVICE, type AuctionRun, type Clock } from '../workflows/messages.js';
import { CASE_KIND, CYCLE, DISTRICT, UNIT } from '../workflows/search-attributes.js';
import type { RawAct } from './admit.js';
import { AUCTION_ACTS, type AnnouncementBrought, type OpeningAsBrought } from './auction-acts.js';
import { bidderIn } from './auction-bidders.js';
import { handOverToAuction } from './auction-hand-over.js';
import { commitmentOf } from './auction-seal.js';
import { auctionTermsOf } from './auction-terms.js';
import { authorise } from './authorise.js';
import { CaseUnreachable } from './call.js';
import { Desk, type Answered, type DeskOptions } from './desk.js';
import { parse } from './parse.js';

export type AuctionDeskOptions = Omit<DeskOptions, 'register' | 'cycle'> & {
  readonly rulebook: Rulebook;
  /** Where the result goes besides the bidders. */
  readonly city?: string;
};

/** How a rehearsal differs: its stamp and clock, and whether a floor by provisional values stands. */
export interface Rehearsal {
  readonly stamp?: Instant;
  readonly clock?: Clock;
  readonly allowProvisional?: boolean;
}

type Brought = Readonly<Record<string, Json>>;

const CITY = 'city@authority.example';
const WORKFLOW_TASK_TIMEOUT = '5s';
const PATIENCE_MS = 60_000;
const FIRST_LOOK_MS = 20;
const CLAUSE = '三(三)2';

const textIn = (brings: Json | undefined, field: string): string => {
  const value =
    typeof brings === 'object' && brings !== null && !Array.isArray(brings) ? (brings as Record<string, Json>)[field] : '';
  return typeof value === 'string' ? value : '';
};

/** What of a refused act may be kept: never what could be a bid. */
const withoutBid = (raw: RawAct): RawAct => ({ ...raw, with: { auction: textIn(raw.with, 'auction').slice(0, 40) } });

/** The door of the auctions: an act is parsed and authorised, stamped and stored, handed to its auction, answered. */
export class AuctionDesk {
  private readonly options: AuctionDeskOptions;
  private readonly desk: Desk;

  constructor(options: AuctionDeskOptions) {
    this.options = options;
    this.desk = new Desk({ ...options, cycle: options.rulebook.cycle, register: { units: new Map() } });
  }

  /** The auction's case, which a bid is sealed for. */
  static caseIdIn(cycle: number, auction: string): string {
    return auctionCaseIdOf(cycle, auction);
  }
  caseId(auction: string): string {
    return auctionCaseIdOf(this.options.rulebook.cycle, auction);
  }

  /** An auction as the book has it. */
  read(auction: string): Promise<AuctionRecord | undefined> {
    return readAuction(this.options.book.pool, this.caseId(auction));
  }

  /**
   * Announces an auction: two officers of the city, their act stamped at the door. The same id again answers the same. Throws a
   * QuestionError `not-known`, before anything is stored, where the cycle's rulebook lacks a value that an auction needs.
   */
  async announce(raw: RawAct, id: string, { stamp, clock, allowProvisional }: Rehearsal = {}): Promise<AuctionRecord | Refusal> {
    const brought = this.admitted(raw, undefined);
    if (isRefusal(brought)) return this.refused(raw, id, brought, stamp);
    const { by, approvedBy = '' } = raw;
    const { book } = this.options;
    const terms = auctionTermsOf(this.options.rulebook);
    const filing = { actId: id, caseIds: [], do: raw.do, by, approvedBy, with: brought };
    const { stamp: at } = await book.storeAct({ ...filing, ...(stamp === undefined ? {} : { stamp }) });
    const announcement = announced(
      this.proposed(brought as unknown as AnnouncementBrought, { id, by, approvedBy, at }, terms),
      allowProvisional === true,
    );
    if (isRefusal(announcement)) {
      await book.refuseAct(id, announcement);
      return announcement;
    }
    const before = await this.read(announcement.auction);
    const record = before ?? (await this.start(announcement, clock ?? IN_SERVICE));
    if (record.announcement.act === id) return record;
    const taken = refuse(
      'already-done',
      `竞价 ${announcement.auction} 已公告`,
      `auction ${announcement.auction} is announced already`,
    );
    await book.refuseAct(id, taken);
    return taken;
  }

  /** Takes cover, a sealed bid, its withdrawal or its opening. Nothing of a bid is stored before the close stands in the book. */
  async submit(raw: RawAct, id: string, stamp?: Instant): Promise<Answered | Refusal> {
    const name = textIn(raw.with, 'auction');
    const record = await this.read(name);
    if (!record) {
      const unknown = refuse('unknown-auction', `没有竞价 ${name}`, `no auction ${name} is announced in this cycle`, CLAUSE);
      return this.refused(raw, id, unknown, stamp);
    }
    const subject = AUCTION_ACTS[raw.do]?.subject === undefined ? raw.by : textIn(raw.with, 'bidder');
    const unit = await bidderIn(this.options.book, this.options.rulebook.cycle, subject);
    const brought = unit
      ? this.admitted(raw, unit)
      : refuse('unknown-unit', `本周期名单中没有单位 ${subject}`, `no unit ${subject} with an account in this cycle`);
    const known = isRefusal(brought) ? brought : this.outOfTime(raw.do, record);
    if (!unit || isRefusal(brought) || known) return this.refused(raw, id, known ?? (brought as Refusal), stamp);
    const act = { id, do: raw.do, by: raw.by, with: this.completed(raw.do, brought, record, unit) };
    const received = await this.desk.store(act, [record.announcement.caseId], stamp);
    if (isRefusal(received)) return received;
    const { book, client, prefix = '', patienceMs = PATIENCE_MS } = this.options;
    return handOverToAuction({ book, client, prefix, patienceMs }, received.act, record.announcement.caseId);
  }

  private admitted(raw: RawAct, unit: Unit | undefined): Brought | Refusal {
    const vocable = Object.hasOwn(AUCTION_ACTS, raw.do) ? AUCTION_ACTS[raw.do] : undefined;
    if (!vocable) return refuse('unknown-act', `竞价没有名为 ${raw.do} 的事项`, `no act of an auction is called ${raw.do}`);
    const parsed = parse(vocable, raw.with);
    if (isRefusal(parsed)) return parsed;
    return authorise(raw.do, vocable, raw, unit ? [unit] : []) ?? (parsed.with as Brought);
  }

  /** What the door knows by itself: an opening before the close is not even stored, and a published auction has no case any more. */
  private outOfTime(act: string, { auction }: AuctionRecord): Refusal | undefined {
    if (auction.published) return OVER;
    return act === 'open-bid' && !auction.closed
      ? refuse(
          'too-early',
          '竞价尚未截止，请保持密封',
          'bidding is not closed yet: keep the bid sealed, and open it after the close',
          CLAUSE,
        )
      : undefined;
  }

  private completed(act: string, brought: Brought, record: AuctionRecord, unit: Unit): Json {
    const { caseId } = record.announcement;
    if (act === 'record-cover') {
      const { amount = null, ...rest } = brought;
      const kind = unit.kind === 'key' ? 'key' : 'voluntary';
      return { ...rest, kind, name: unit.name, mail: unit.mail, cover: amount };
    }
    if (act !== 'open-bid') return brought;
    const { nonce, lines } = brought as unknown as OpeningAsBrought;
    return { ...brought, fits: commitmentOf({ caseId, bidder: unit.id, nonce, lines }) };
  }

  private proposed(
    brought: AnnouncementBrought,
    { id, ...said }: { readonly id: string; readonly by: string; readonly approvedBy: string; readonly at: Instant },
    terms: AuctionTerms,
  ): Proposed {
    const { opensAt, closesAt, openingEndsAt, ...rest } = JSON.parse(JSON.stringify(brought)) as AnnouncementBrought;
    return {
      ...(rest as unknown as Omit<Proposed, 'opensAt' | 'closesAt' | 'openingEndsAt'>),
      ...said,
      act: id,
      caseId: this.caseId(rest.auction),
      terms,
      opensAt: instantFrom(opensAt),
      closesAt: instantFrom(closesAt),
      openingEndsAt: instantFrom(openingEndsAt),
    };
  }

  private async start(announcement: Announcement, clock: Clock): Promise<AuctionRecord> {
    const { client, taskQueue, prefix = '', city = CITY, patienceMs = PATIENCE_MS } = this.options;
    const { caseId, auction, terms } = announcement;
    await client.start<(input: AuctionRun) => Promise<unknown>>(AUCTION_TYPE, {
      workflowId: workflowIdOf(caseId, prefix),
      workflowIdConflictPolicy: 'USE_EXISTING',
      taskQueue,
      args: [{ clock, announcement, prefix, city }],
      workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
      typedSearchAttributes: [
        { key: UNIT, value: auction },
        { key: DISTRICT, value: 'city' },
        { key: CASE_KIND, value: 'auction' },
        { key: CYCLE, value: terms.cycle },
      ],
      staticSummary: `有偿竞价发放 ${auction}`,
    });
    const until = Date.now() + patienceMs;
    for (let wait = FIRST_LOOK_MS; Date.now() < until; wait *= 2) {
      const record = await this.read(auction);
      if (record) return record;
      await pause(wait);
    }
    throw new CaseUnreachable(caseId, 'its announcement is not in the book yet');
  }

  private async refused(raw: RawAct, id: string, refusal: Refusal, stamp?: Instant): Promise<Refusal> {
    await this.desk.refuseAtTheDoor(withoutBid(raw), id, refusal, stamp);
    return refusal;
  }
}
