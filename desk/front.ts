import { randomUUID } from 'node:crypto';
import type { Day, Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { NamedAct } from '../domain/model/step.js';
import { actorOf, type Caller } from '../parties/caller.js';
import { approvalProposedBy, approvalsAfter, readApproval, type ApprovalEntry } from '../records/approvals.js';
import { readLabel } from '../records/cases.js';
import type { RawAct } from './admit.js';
import { outcomeOf, type Outcome } from './answer.js';
import { Approvals, type ApprovalsOptions } from './approvals/approvals.js';
import { foreseenForAll, type ForAll } from './approvals/for-all.js';
import { foreseen } from './approvals/foreseeing.js';
import type { Approving } from './approvals/looking.js';
import type { Preview } from './approvals/preview.js';
import { propose, type Line } from './approvals/proposing.js';
import type { ApprovalAnswer } from './approvals/saying.js';
import { inOrder } from './approvals/batch.js';
import { Cases } from './cases.js';
import { Door, hashOf, unreadable, type Asked, type Received } from './door.js';
import { officeOf } from './office.js';
import { Places } from './places.js';
import { spelt, unkeepable } from './readable.js';
import { askerOf, isForTwo, Wishes, type Wish, type WishedLine } from './wishes.js';

export type { Wish } from './wishes.js';

/** What was asked: the act, by whom, about which unit, what it brought. */
export interface AskedFor {
  readonly do: string;
  readonly by: string;
  readonly for?: string;
  readonly with: Json;
}

/** What it came to: what any act comes to, or a proposal that waits for another officer. */
export type Reply = { readonly id: string } & (
  | Outcome
  | { readonly state: 'proposed'; readonly at: Instant; readonly approval: string; readonly lapsesOn: Day }
);

export type FrontOptions = ApprovalsOptions;

/** The one door for whoever has signed in: who is asking, may they; stored and stamped; handed over, or proposed to another; answered. */
export class Front {
  readonly approvals: Approvals;
  private readonly options: FrontOptions;
  private readonly now: () => Instant;
  private readonly places: Places;
  private readonly door: Door;
  private readonly cases: Cases;
  private readonly wishes: Wishes;

  constructor(options: FrontOptions) {
    this.options = options;
    this.now = options.now ?? Date.now;
    this.places = new Places(options);
    this.door = new Door(options.book);
    this.cases = new Cases(options);
    this.approvals = new Approvals(options, this.places);
    this.wishes = new Wishes(options, this.places);
  }

  /** Does what is wished, or proposes it where two people decide. Refused, it is recorded as refused. */
  async submit(caller: Caller, wish: Wish): Promise<Reply> {
    const { id = randomUUID() } = wish;
    const raw = this.wishes.rawOf(caller, wish);
    const asked = isRefusal(raw) ? raw : this.wishes.askedOf(caller, { ...wish, id }, raw);
    const before = isRefusal(asked) ? asked : (unreadable(asked) ?? (await this.door.lookUp(asked)));
    if (before) return this.reply(id, (await this.sameAgain(caller, { ...wish, id }, before)) ?? before, wish.wait);
    if (isRefusal(raw) || isRefusal(asked)) throw new Error('what was refused was answered');
    const place = await this.places.of(raw, wish.cycle);
    if (isRefusal(place)) return this.turnedDown(asked, place);
    const alone = isForTwo(raw);
    const whole: Asked = {
      ...asked,
      ...(place.cycle > 0 ? { cycle: place.cycle } : {}),
      ...(place.stamp === undefined ? {} : { stamp: place.stamp }),
      ...(alone ? { alone } : {}),
    };
    const planned = await this.wishes.planned(caller, whole, place);
    if (isRefusal(planned)) return this.turnedDown(asked, planned);
    if (alone && !planned.alone) return this.propose(caller, id, asked, [planned]);
    const held = { ...whole, office: officeOf(caller, [planned.may]) };
    return this.answered(asked, await this.door.receive(held, () => Promise.resolve(planned.planned), place.max), wish.wait);
  }

  /**
   * The same again by somebody who is not any more as what they asked it: what was stored says as what. Undefined where it is not the same, or
   * was never asked.
   */
  private async sameAgain(
    caller: Caller,
    wish: Wish & { readonly id: string },
    said: Received | Refusal,
  ): Promise<Received | Refusal | undefined> {
    if (!isRefusal(said) || (said.refused !== 'id-used' && said.refused !== 'not-allowed')) return undefined;
    const asker = askerOf(caller);
    if (unkeepable([['id', wish.id]])) return undefined;
    const [found] = await this.options.book.actsAskedAs(wish.id, asker);
    if (!found) return undefined;
    const { as, do: what, for: whom, with: brings } = wish;
    const by = as === undefined ? found.by : actorOf(caller, as);
    const raw = { do: what, by, ...(whom === undefined ? {} : { for: whom }), ...(brings === undefined ? {} : { with: brings }) };
    const asked = this.wishes.askedOf(caller, wish, raw);
    return unreadable(asked) ?? this.door.lookUp(asked);
  }

  /** Many decisions as one proposal. Refused: the first line that could not even be proposed. */
  async submitBatch(caller: Caller, id: string, wishes: readonly WishedLine[]): Promise<Reply> {
    const raw: RawAct = {
      do: 'decide-batch',
      by: actorOf(caller, 'city'),
      with: { lines: JSON.parse(JSON.stringify(wishes)) as Json },
    };
    const asked = this.wishes.askedOf(caller, { id, do: raw.do }, raw);
    const before = await this.door.lookUp(asked);
    if (before) return this.reply(id, before);
    const lines = await inOrder(wishes, (wish) => this.wishes.lineOf(caller, id, wish));
    return isRefusal(lines) ? this.turnedDown(asked, lines) : this.propose(caller, id, asked, lines);
  }

  /** What decisions would do if they were proposed and approved now; line by line, the later ones of a case after the earlier. Writes nothing. */
  foresee(caller: Caller, wishes: readonly WishedLine[]): Promise<Preview> {
    const lines = wishes.map((wish) => ({ ...wish, plan: () => this.wishes.lineOf(caller, '', wish) }));
    return foreseen(this.options.book, lines, this.now());
  }

  /** Why an act would be refused if it were done now, by who asks alone; undefined where it would be done. Writes nothing. */
  async wouldRefuse(caller: Caller, wish: Wish): Promise<Refusal | undefined> {
    const raw = this.wishes.rawOf(caller, wish);
    if (isRefusal(raw)) return raw;
    const plan = async (): Promise<Line | Refusal> => {
      const place = await this.places.of(raw, wish.cycle);
      if (isRefusal(place)) return place;
      // by the clock of the case, where it has one of its own
      const stamped = place.stamp === undefined ? {} : { stamp: place.stamp };
      return this.wishes.planned(caller, { ...this.wishes.askedOf(caller, { ...wish, id: '' }, raw), ...stamped }, place);
    };
    const { lines } = await foreseen(this.options.book, [{ ...wish, plan }], this.now());
    const no = lines[0]?.refusal;
    return no && { refused: no.code as Refusal['refused'], ...no.message };
  }

  /** What a decision for all would do to some of the cases that it concerns. Writes nothing. */
  async foreseeForAll(
    caller: Caller,
    wish: WishedLine,
    page: { readonly from: number; readonly limit: number },
  ): Promise<ForAll | Refusal> {
    const line = await this.wishes.lineOf(caller, '', wish);
    return isRefusal(line) ? line : foreseenForAll(this.options.book, line, { ...page, now: line.asked.stamp ?? this.now() });
  }

  /** What became of a request, as it stands now; undefined where this caller has asked nothing by that id. */
  async act(caller: Caller, id: string): Promise<Reply | undefined> {
    const [found] = await this.options.book.actsAskedAs(id, askerOf(caller));
    const received = found && (await this.door.received(found.id));
    return received && this.reply(id, received, false);
  }

  /** What was asked by an id; undefined where this caller has asked nothing by it. */
  async asked(caller: Caller, id: string): Promise<AskedFor | undefined> {
    const { book } = this.options;
    const [found] = await book.actsAskedAs(id, askerOf(caller));
    if (!found) return undefined;
    const unit = (await readLabel(book.pool, found.caseId))?.unit;
    return { do: found.do, by: found.by, with: found.with, ...(unit === undefined || unit === '' ? {} : { for: unit }) };
  }

  /** Proposals by number; those that wait, those that are decided, or all. */
  list(filter: {
    readonly waiting?: boolean;
    readonly after?: string;
    readonly limit: number;
  }): Promise<readonly ApprovalEntry[]> {
    return approvalsAfter(this.options.book.pool, filter);
  }

  approve(caller: Caller, approval: string, said: Approving): Promise<ApprovalAnswer | Refusal> {
    return this.approvals.approve(caller, approval, said);
  }

  private async propose(caller: Caller, id: string, asked: Asked, lines: readonly Line[]): Promise<Reply> {
    const { asker = '', raw } = asked;
    const about = { asker, id, asked: hashOf(asked), do: raw.do, by: raw.by };
    const done = await propose(this.options.book.pool, caller, about, lines, this.options.regulation);
    if (isRefusal(done)) return this.turnedDown(asked, done);
    if ('known' in done) {
      const before = await this.door.lookUp(asked);
      if (!before) throw new Error(`request ${id} of ${asker} was stored and is not there`);
      return this.reply(id, before);
    }
    const a = await readApproval(this.options.book.pool, done.approval);
    // its workflow is started again by whoever looks for lost cases, should the server be away
    if (a) await this.cases.start(a.opening.id).catch(() => undefined);
    return { id, state: 'proposed', at: done.at, approval: done.approval, lapsesOn: done.lapsesOn };
  }

  private async turnedDown(asked: Asked, refusal: Refusal): Promise<Reply> {
    // who has yet to show a second factor, or is held up, asks once more, with the same id
    if (refusal.refused === 'step-up-required' || refusal.refused === 'moved') return refused(asked.id, refusal, this.now());
    return this.answered(asked, await this.door.refuse(asked, refusal));
  }

  /** A refusal that is kept says when it was given, as the same again does. */
  private async answered(asked: Asked, answer: Received | Refusal, wait?: boolean): Promise<Reply> {
    const kept = isRefusal(answer) ? await this.door.lookUp(asked) : answer;
    return this.reply(asked.id, kept === undefined || isRefusal(kept) ? answer : kept, isRefusal(answer) ? false : wait);
  }

  private async reply(id: string, received: Received | Refusal, wait = true): Promise<Reply> {
    if (isRefusal(received)) return refused(id, received, this.now());
    const act: NamedAct = received.act;
    const approval = act.do === 'propose' ? await approvalProposedBy(this.options.book.pool, act.id) : undefined;
    const proposed = approval === undefined ? undefined : await readApproval(this.options.book.pool, approval);
    if (proposed)
      return { id, state: 'proposed', at: act.at, approval: proposed.opening.approval, lapsesOn: proposed.opening.lapsesOn };
    if (wait) return { id, ...(await this.places.finish(received)) };
    return { id, ...(await outcomeOf(this.options.book, await this.options.book.actsById(act.id))) };
  }
}

const refused = (id: string, refusal: Refusal, at: Instant): Reply => ({ id: spelt(id), state: 'refused', at, refusal });
