import { definitionInAuctions } from '../acts/vocabulary.js';
import { OVER } from '../domain/auction/acts.js';
import { announced, type AuctionTerms, type Proposed } from '../domain/auction/announcement.js';
import type { Brings } from '../domain/model/brings.js';
import type { Unit } from '../domain/model/case.js';
import type { Clock } from '../domain/model/clock.js';
import { instantFrom, type Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isPartyName, unitOfActor } from '../domain/model/names.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import type { ParsedAct } from '../domain/model/step.js';
import type { StoredAct } from '../records/acts.js';
import { openAuction, readAuction, type AuctionRecord } from '../records/auctions.js';
import { rulebookNamed } from '../regulation/named.js';
import { auctionCaseIdOf } from '../workflows/ids.js';
import { parsedAct, type RawAct } from './admit.js';
import { bidderIn, notListedAnyMore } from './auction-bidders.js';
import { commitmentOf } from './auction-seal.js';
import { auctionTermsOf } from './auction-terms.js';
import { authorise } from './authorise.js';
import type { Outcome } from './answer.js';
import { Cases } from './cases.js';
import { Desk, type DeskOptions } from './desk.js';
import { spelt } from './readable.js';
import { ANNOUNCEMENT_MAX, type Asked, type Plan, type Received, type TurnedDown } from './door.js';
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
  private readonly cases: Cases;

  constructor(options: AuctionDeskOptions) {
    this.options = options;
    this.cases = new Cases(options);
    this.desk = new Desk({ ...options, cycle: options.rulebook.cycle, register: { units: new Map() } });
  }

  get door(): Desk['door'] {
    return this.desk.door;
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
  async announce(raw: RawAct, id: string, rehearsal: Rehearsal = {}): Promise<AuctionRecord | Refusal> {
    const { stamp } = rehearsal;
    const asked: Asked = { raw, id, cycle: this.options.rulebook.cycle, ...(stamp === undefined ? {} : { stamp }) };
    const received = await this.desk.door.receive(asked, this.planAnnouncement, ANNOUNCEMENT_MAX);
    return isRefusal(received) ? received : this.decideAnnouncement(received, rehearsal);
  }

  /** An announcement is decided by the desk: before it there is no case. */
  readonly planAnnouncement: Plan = async ({ raw, alone }) => {
    const parsed = this.admitted(raw, undefined, alone);
    if (isRefusal(parsed)) return parsed;
    auctionTermsOf(this.options.rulebook);
    return Promise.resolve({ act: parsed, concerns: [], state: 'stored' });
  };

  /** What the book comes to by an announcement that is stored: the auction, or its no. Done again it is done once. */
  async decideAnnouncement(
    { act, before }: Received,
    { clock, allowProvisional }: Rehearsal = {},
  ): Promise<AuctionRecord | Refusal> {
    const { book, rulebook } = this.options;
    const [stored] = before ?? [];
    if (stored?.refusal) return stored.refusal;
    if (act.do !== 'announce-auction') throw new Error(`${act.do} announces no auction`);
    const { id, by, approvedBy = '', at } = act;
    const said = { id, by, approvedBy, at };
    const proposed = this.proposed(act.with, said, auctionTermsOf(rulebook));
    const announcement = announced(proposed, allowProvisional === true);
    if (isRefusal(announcement)) {
      await book.settleRequest(id, announcement);
      return announcement;
    }
    if (!(await this.read(announcement.auction))) await openAuction(book.pool, { announcement, clock });
    const record = await this.read(announcement.auction);
    if (!record) throw new Error(`${announcement.caseId} was entered and is not in the book`);
    if (record.announcement.act === id) {
      await this.cases.start(announcement.caseId);
      return record;
    }
    const taken = refuse(
      'already-done',
      `竞价 ${announcement.auction} 已公告`,
      `auction ${announcement.auction} is announced already`,
    );
    await book.settleRequest(id, taken);
    return taken;
  }

  /** Takes cover, a sealed bid, its withdrawal or its opening. Nothing of a bid is stored before the close stands in the book. */
  async submit(raw: RawAct, id: string, stamp?: Instant): Promise<Outcome> {
    const asked: Asked = { raw, id, cycle: this.options.rulebook.cycle, ...(stamp === undefined ? {} : { stamp }) };
    return this.desk.finish(await this.desk.door.receive(asked, this.plan));
  }

  /** Cover, a sealed bid, its withdrawal, its opening: the auction decides. Of what is refused nothing is kept that could be a bid. */
  readonly plan: Plan = async ({ raw }) => {
    const name = textIn(raw.with, 'auction');
    const record = isPartyName(name) ? await this.read(name) : undefined;
    const no = (refusal: Refusal): TurnedDown => ({ no: refusal, kept: withoutBid(raw) });
    if (!record)
      return no(
        refuse('unknown-auction', `没有竞价 ${spelt(name)}`, `no auction ${spelt(name)} is announced in this cycle`, CLAUSE),
      );
    const subject = definitionInAuctions(raw.do)?.subject === undefined ? unitOfActor(raw.by) : textIn(raw.with, 'bidder');
    const { book, rulebook } = this.options;
    const unit = isPartyName(subject) ? await bidderIn(book, rulebook.cycle, subject) : undefined;
    if (!unit)
      return no(
        refuse(
          'unknown-unit',
          `本周期名单中没有单位 ${spelt(subject)}`,
          `no unit ${spelt(subject)} with an account in this cycle`,
        ),
      );
    const parsed = this.admitted(raw, unit);
    if (isRefusal(parsed)) return no(parsed);
    const known = notListedAnyMore(unit, raw.do) ?? this.outOfTime(raw.do, record);
    if (known) return no(known);
    const act = { do: raw.do, by: raw.by, with: this.completed(parsed, record, unit) };
    return { act, concerns: [{ case: record.announcement.caseId, role: 'decides' }], unit };
  };

  private admitted(raw: RawAct, unit: Unit | undefined, alone?: boolean): ParsedAct | Refusal {
    const definition = definitionInAuctions(raw.do);
    if (!definition) return refuse('unknown-act', `竞价没有名为 ${raw.do} 的事项`, `no act of an auction is called ${raw.do}`);
    const parsed = parse(definition, raw.with);
    if (isRefusal(parsed)) return parsed;
    return authorise(raw.do, definition, raw, unit ? [unit] : [], alone) ?? parsedAct(definition, raw, parsed.with);
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

  private completed(act: ParsedAct, record: AuctionRecord, unit: Unit): Json {
    const { caseId } = record.announcement;
    if (act.do === 'record-cover') {
      const { amount, ...rest } = act.with;
      const kind = unit.kind === 'key' ? 'key' : 'voluntary';
      return { ...rest, kind, name: unit.name, cover: amount };
    }
    if (act.do !== 'open-bid') return act.with;
    const { nonce, lines } = act.with;
    return { ...act.with, fits: commitmentOf({ caseId, bidder: unit.id, nonce, lines }) };
  }

  private proposed(
    brought: Brings['announce-auction'],
    { id, ...said }: { readonly id: string; readonly by: string; readonly approvedBy: string; readonly at: Instant },
    terms: AuctionTerms,
  ): Proposed {
    const { opensAt, closesAt, openingEndsAt, ...rest } = JSON.parse(JSON.stringify(brought)) as typeof brought;
    return {
      ...rest,
      ...said,
      act: id,
      caseId: this.caseId(rest.auction),
      terms,
      opensAt: instantFrom(opensAt),
      closesAt: instantFrom(closesAt),
      openingEndsAt: instantFrom(openingEndsAt),
    };
  }
}

/** Decides an announcement that was stored by somebody who was killed. */
export async function announceStored(options: Omit<AuctionDeskOptions, 'rulebook'>, stored: StoredAct): Promise<void> {
  const [cycle] = /^\d{4}/.exec(textIn(stored.with, 'auction')) ?? [];
  const desk = new AuctionDesk({ ...options, rulebook: rulebookNamed(cycle ?? '') });
  const received = await desk.door.received(stored.id);
  if (received) await desk.decideAnnouncement(received);
}
