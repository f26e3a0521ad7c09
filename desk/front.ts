import { randomUUID } from 'node:crypto';
import { definitionOf } from '../acts/vocabulary.js';
import type { Day, Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { isRefusal, REFUSAL_CODES, refuse, type Refusal } from '../domain/model/refusal.js';
import type { NamedAct } from '../domain/model/step.js';
import { actorOf, type Appointment, type Caller, type PartyKind } from '../parties/caller.js';
import { entitled } from '../parties/entitled.js';
import { approvalProposedBy, approvalsAfter, readApproval, type ApprovalEntry } from '../records/approvals.js';
import { readLabel } from '../records/cases.js';
import type { RawAct } from './admit.js';
import { outcomeOf, type Outcome } from './answer.js';
import { Approvals, type ApprovalsOptions } from './approvals/approvals.js';
import type { Approving } from './approvals/looking.js';
import { propose, type Line } from './approvals/proposing.js';
import type { ApprovalAnswer } from './approvals/saying.js';
import { inOrder } from './approvals/batch.js';
import { Cases } from './cases.js';
import { concernedIn, dependentIn } from './concerned.js';
import { Door, hashOf, unreadable, type Asked, type Received } from './door.js';
import { Places, type Place } from './places.js';
import { isPeopleAct } from './people-acts.js';
import { spelt } from './readable.js';

/** What somebody who has signed in wants done. */
export interface Wish {
  /** The asker's own id of it: the same again is the same. */
  readonly id?: string;
  readonly do: string;
  readonly for?: string;
  readonly cycle?: number;
  readonly with?: Json;
  /** Which of one's parties acts, where there are several. */
  readonly as?: string;
  /** False: the answer is given once it is stored, and nobody waits for its case. */
  readonly wait?: boolean;
}

/** What was asked: the act, by whom, about which unit, what it brought. */
export interface AskedFor {
  readonly do: string;
  readonly by: string;
  readonly for?: string;
  readonly with: Json;
}

/** What it came to: what any act comes to, or a proposal that waits for another officer. */
export type Reply = { readonly id: string } & (
  Outcome | { readonly state: 'proposed'; readonly at: Instant; readonly approval: string; readonly lapsesOn: Day }
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

  constructor(options: FrontOptions) {
    this.options = options;
    this.now = options.now ?? Date.now;
    this.places = new Places(options);
    this.door = new Door(options.book);
    this.cases = new Cases(options);
    this.approvals = new Approvals(options, this.places);
  }

  /** Does what is wished, or proposes it where two people decide. Refused, it is recorded as refused. */
  async submit(caller: Caller, wish: Wish): Promise<Reply> {
    const { id = randomUUID() } = wish;
    const raw = this.rawOf(caller, wish);
    if (isRefusal(raw)) return refused(id, raw, this.now());
    const asked = this.askedOf(caller, { ...wish, id }, raw);
    const before = unreadable(asked) ?? (await this.door.lookUp(asked));
    if (before) return this.reply(id, before, wish.wait);
    const place = await this.places.of(raw, wish.cycle);
    if (isRefusal(place)) return this.turnedDown(asked, place);
    const alone = isForTwo(raw);
    const whole: Asked = {
      ...asked,
      ...(place.cycle > 0 ? { cycle: place.cycle } : {}),
      ...(place.stamp === undefined ? {} : { stamp: place.stamp }),
      ...(alone ? { alone } : {}),
    };
    const planned = await this.planned(caller, whole, place);
    if (isRefusal(planned)) return this.turnedDown(asked, planned);
    if (alone && !planned.alone) return this.propose(caller, id, asked, [planned]);
    return this.reply(id, await this.door.receive(whole, () => Promise.resolve(planned.planned), place.max), wish.wait);
  }

  /** Many decisions as one proposal. Refused: the first line that could not even be proposed. */
  async submitBatch(caller: Caller, id: string, wishes: readonly Omit<Wish, 'id' | 'wait'>[]): Promise<Reply> {
    const raw: RawAct = {
      do: 'decide-batch',
      by: actorOf(caller, 'city'),
      with: { lines: JSON.parse(JSON.stringify(wishes)) as Json },
    };
    const asked = this.askedOf(caller, { id, do: raw.do }, raw);
    const before = await this.door.lookUp(asked);
    if (before) return this.reply(id, before);
    const lines = await inOrder(wishes, (wish) => this.lineOf(caller, id, wish));
    return isRefusal(lines) ? this.turnedDown(asked, lines) : this.propose(caller, id, asked, lines);
  }

  private async lineOf(caller: Caller, id: string, wish: Omit<Wish, 'id' | 'wait'>): Promise<Line | Refusal> {
    const one = this.rawOf(caller, wish);
    if (isRefusal(one)) return one;
    if (!isForTwo(one))
      return refuse(
        'not-allowed',
        `${spelt(one.do)} 无须批准，不能列入提案`,
        `${spelt(one.do)} is no decision of two: do it by itself`,
      );
    const place = await this.places.of(one, wish.cycle);
    if (isRefusal(place)) return place;
    return this.planned(caller, { ...this.askedOf(caller, { ...wish, id }, one), alone: true }, place);
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
    return { ...{ do: found.do, by: found.by, with: found.with }, ...(unit === undefined || unit === '' ? {} : { for: unit }) };
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

  /** Whom an act is done for: the party of the kind that may do it, the one that is named where there are several. */
  private rawOf(caller: Caller, { do: what, for: whom, with: brings, as }: Omit<Wish, 'id'>): RawAct | Refusal {
    const definition = definitionOf(what);
    const kinds: readonly (PartyKind | undefined)[] = isPeopleAct(what)
      ? ['city', 'unit', 'operator']
      : [definition?.party, ...(definition?.operator === undefined ? [] : (['operator'] as const))];
    const fits = ({ party, kind }: Appointment): boolean => (as === undefined ? kinds.includes(kind) : party === as);
    const mine = caller.appointments.filter(fits).sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
    const one = mine.find(({ party }) => party === whom) ?? mine[0] ?? caller.appointments[0];
    if (!one)
      return refuse('not-allowed', `${caller.person} 未受任何单位或者机构任命`, `${caller.person} is appointed by nobody`);
    return {
      ...{ do: what, by: actorOf(caller, one.party) },
      ...(whom === undefined ? {} : { for: whom }),
      ...(brings === undefined ? {} : { with: brings }),
    };
  }

  private askedOf(caller: Caller, { id, cycle }: Wish & { readonly id: string }, raw: RawAct): Asked {
    const asked = { raw, id, asker: askerOf(caller), ...(cycle === undefined ? {} : { cycle }) };
    return { ...asked, hash: hashOf(asked) };
  }

  /** What is asked, planned where it belongs, and permitted to this person. */
  private async planned(caller: Caller, asked: Asked, place: Place): Promise<Line | Refusal> {
    const planned = await place.plan(asked);
    const party = asked.raw.by.split('/')[0] ?? '';
    const role = { what: asked.raw.do, as: party, at: this.now(), now: Date.now() };
    if (isRefusal(planned)) {
      // whose role it is not learns nothing of where the case stands
      const no = isSaidAfterRoles(planned) ? entitled(caller, role) : planned;
      return isRefusal(no) ? no : planned;
    }
    if ('no' in planned) return planned.no;
    const unit = planned.unit && (await concernedIn(this.options.book.pool, asked.raw, planned.unit));
    const dependent = await dependentIn(this.options.book.pool, asked.raw, unit?.id, role.at);
    const may = entitled(caller, { ...role, ...(unit ? { unit } : {}), dependent });
    if (isRefusal(may)) return may;
    return { asked, planned, cycle: place.cycle, ...(may.alone ? { alone: true as const } : {}) };
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
    // who has yet to show a second factor asks once more, with the same id
    if (refusal.refused === 'step-up-required') return refused(asked.id, refusal, this.now());
    const answer = await this.door.refuse(asked, refusal);
    return isRefusal(answer) ? refused(asked.id, answer, this.now()) : this.reply(asked.id, answer);
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

/** What one proposes and another approves: what the city decides, and what is decided about people; an operator does some of it alone. */
const isForTwo = ({ do: what, by }: RawAct): boolean => {
  const definition = definitionOf(what);
  if (definition?.operator === 'alone' && by.startsWith('operator/')) return false;
  return definition?.twoPeople === true || isPeopleAct(what);
};

/** By the order of the contract: whether a no comes after that to somebody who may not ask. */
const isSaidAfterRoles = ({ refused: code }: Refusal): boolean =>
  REFUSAL_CODES.indexOf(code) > REFUSAL_CODES.indexOf('not-allowed');

/** Whose id of a request it is: the person's; a test person's as scenarios spell it. */
const askerOf = ({ person, testActor, client }: Caller): string =>
  client === undefined ? (testActor?.actor ?? person) : `${person}/${client}`;

const refused = (id: string, refusal: Refusal, at: Instant): Reply => ({ id: spelt(id), state: 'refused', at, refusal });
