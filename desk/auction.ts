import { definitionInAuctions } from '../acts/vocabulary.js';
import { OVER } from '../domain/auction/acts.js';
import { comesIn, notListedAnyMore } from '../domain/auction/coming-in.js';
import type { Unit } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isPartyName, unitOfActor } from '../domain/model/names.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import type { ParsedAct } from '../domain/model/step.js';
import { readAuction, type AuctionRecord } from '../records/auctions.js';
import { auctionCaseIdOf } from '../workflows/ids.js';
import { parsedAct, type RawAct } from './admit.js';
import { decideAnnouncement, restsOn, type Rehearsal } from './auction-announced.js';
import { bidderIn } from './auction-bidders.js';
import { commitmentOf } from './auction-seal.js';
import { auctionTermsOf } from './auction-terms.js';
import { authorise } from './authorise.js';
import type { Outcome } from './answer.js';
import { Desk, type DeskOptions } from './desk.js';
import { spelt } from './readable.js';
import { ANNOUNCEMENT_MAX, type Asked, type Plan, type TurnedDown } from './door.js';
import { parse } from './parse.js';

export type AuctionDeskOptions = Omit<DeskOptions, 'register' | 'cycle'> & {
  readonly rulebook: Rulebook;
  /** Where the result goes besides the bidders. */
  readonly city?: string;
};

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
    const received = await this.desk.door.receive(asked, this.planAnnouncement(rehearsal), ANNOUNCEMENT_MAX);
    return isRefusal(received) ? received : decideAnnouncement(this.options, received);
  }

  /** An announcement is decided by the desk: before it there is no case. What it is decided on is kept with it, for whoever decides it. */
  planAnnouncement(rehearsal: Rehearsal = {}): Plan {
    return ({ raw, alone }) => {
      const parsed = this.admitted(raw, undefined, alone);
      if (isRefusal(parsed)) return Promise.resolve(parsed);
      const brings = { ...parsed.with, restsOn: restsOn(auctionTermsOf(this.options.rulebook), rehearsal) };
      return Promise.resolve({ act: { ...parsed, with: brings }, concerns: [], state: 'stored' });
    };
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
    const known = this.notListed(raw.do, unit) ?? this.outOfTime(raw.do, record);
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

  /** Known at the door; what is being decided about it meanwhile the book looks at once more, by the stamps. */
  private notListed(act: string, { id, left, mergedInto }: Unit): Refusal | undefined {
    return comesIn(act) && (left !== undefined || mergedInto !== undefined) ? notListedAnyMore(id) : undefined;
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
}
