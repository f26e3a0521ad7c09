import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { blank, dueNext, fold, type Opening } from '../domain/cases/case.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import type { StoredAct } from '../records/acts.js';
import { canonical } from '../records/chain.js';
import { caseIdOf, cityCaseIdOf } from '../workflows/ids.js';
import { act as actUpdate, catchUp, type Clock, type Done } from '../workflows/messages.js';
import { admit, casesOf, judgedIn, sidesOf, type RawAct, type Register } from './admit.js';
import { CaseUnreachable } from './call.js';
import { Cases, type CasesOptions } from './cases.js';
import { badInput } from './parse.js';
import { vocableOf } from './vocabulary.js';

export interface DeskOptions extends CasesOptions {
  readonly cycle: number;
  readonly register: Register;
}

/** An act that is stored and stamped. The first case decides it; a second one, the other side of a trade, is told. */
export interface Received {
  readonly act: Act;
  readonly cases: readonly [decides: string, ...told: string[]];
  /** Further cases of the unit, each of which answers for itself: the same act, the same entry of the register, the same answer. */
  readonly also?: readonly string[];
}

/** The answer of the case that decided, the act's stamp, and when the cases concerned wake next by themselves. */
export type Answered = Done & { readonly at: Instant; readonly wakes: ReadonlyMap<string, Instant | undefined> };

const FIRST_LOOK_MS = 20;

/** The one way in: an act is parsed and authorised, stamped and stored, handed to its case, answered. Every refusal is recorded. */
export class Desk {
  private readonly options: DeskOptions;
  private readonly cases: Cases;

  constructor(options: DeskOptions) {
    this.options = options;
    this.cases = new Cases(options);
  }

  /** Opens a case and waits until it stands in the book; opened before, it answers where it stands. */
  async open(opening: Opening, clock: Clock): Promise<Done> {
    await this.cases.start({ clock, opening });
    const until = Date.now() + this.cases.patience;
    for (let wait = FIRST_LOOK_MS; Date.now() < until; wait *= 2) {
      await pause(wait);
      const done = await this.standing(opening.id);
      if (done) return done;
    }
    throw new CaseUnreachable(opening.id, 'its opening is not in the book yet');
  }

  /** Where a case stands in the book, without asking it; none where the book does not have it. */
  async standing(caseId: string): Promise<Done | undefined> {
    const record = await this.options.book.readCase(caseId);
    if (!record || record.seq === 0) return undefined;
    const folded = blank(record.opening);
    for (const step of record.steps) fold(folded, step.key, step.events, step.head);
    const next = dueNext(folded)?.at;
    return { seq: folded.seq, ...(next === undefined ? {} : { next }) };
  }

  /** Stores an act under its stamp: the database's time, unless a rehearsal names one. Refused at the door, it is recorded as refused. */
  async receive(raw: RawAct, id: string, stamp?: Instant): Promise<Received | Refusal> {
    const admitted = admit(raw, this.options.register);
    if (isRefusal(admitted)) {
      await this.refuseAtTheDoor(raw, id, admitted, stamp);
      return admitted;
    }
    const { case: its } = admitted;
    if (its === 'city') {
      const elsewhere = refuse(
        'not-allowed',
        `${raw.do} 涉及全部案件`,
        `${raw.do} concerns every case: send it by itself, not for a unit`,
      );
      await this.refuseAtTheDoor(raw, id, elsewhere, stamp);
      return elsewhere;
    }
    const caseOf = (unit: string, kind = its): string => caseIdOf(this.options.cycle, unit, kind);
    const other = admitted.other === undefined ? undefined : this.options.register.units.get(admitted.other);
    const received = await this.store(
      { ...admitted.act, id },
      [caseOf(admitted.unit), ...(other ? [caseOf(other.id, judgedIn(other))] : [])],
      stamp,
    );
    if (isRefusal(received) || !admitted.everyCase) return received;
    const unit = this.options.register.units.get(admitted.unit);
    const also = unit
      ? casesOf(unit)
          .slice(1)
          .map((kind) => caseOf(unit.id, kind))
      : [];
    for (const one of also) await this.store({ ...admitted.act, id }, [one], received.act.at);
    return { ...received, also };
  }

  /** Stamps and stores an act for its cases. Refuses an id that stands for another act. */
  async store(act: Omit<Act, 'at'>, cases: Received['cases'], stamp?: Instant): Promise<Received | Refusal> {
    const { book } = this.options;
    const { id, ...rest } = act;
    const stored = await book.storeAct({ ...rest, actId: id, caseIds: cases, ...(stamp === undefined ? {} : { stamp }) });
    if (stored.known && !(await book.actsById(id)).some((known) => isSame(known, act)))
      return badInput(['id'], '已用于另一事项', 'was used for another act');
    return { act: { ...act, at: stored.stamp }, cases };
  }

  async refuseAtTheDoor(raw: RawAct, id: string, refusal: Refusal, stamp?: Instant): Promise<void> {
    const { by, approvedBy, do: what, with: brings = {} } = raw;
    const filing = { actId: id, caseIds: [], do: what, by, with: brings };
    await this.options.book.storeAct({
      ...filing,
      ...(approvedBy === undefined ? {} : { approvedBy }),
      ...(stamp === undefined ? {} : { stamp }),
    });
    await this.options.book.refuseAct(id, refusal);
  }

  /** Puts a stored act before its case, after whatever was stamped before it and nobody has decided yet. */
  async handOver(received: Received): Promise<Answered | Refusal> {
    const { act, cases } = received;
    for (const one of cases)
      for (const earlier of await this.options.book.actsWaiting(one))
        if (earlier.at < act.at) await this.decide(this.receivedBefore(earlier));
    const answer = await this.decide(received);
    for (const one of received.also ?? []) await this.handOver({ act, cases: [one] });
    return answer;
  }

  /** Puts an act before its case that was stored some time ago. */
  handOverStored(stored: StoredAct): Promise<Answered | Refusal> {
    return this.handOver(this.receivedBefore(stored));
  }

  /** Receives an act and hands it over. */
  async submit(raw: RawAct, id: string = randomUUID()): Promise<Answered | Refusal> {
    const received = await this.receive(raw, id);
    return isRefusal(received) ? received : this.handOver(received);
  }

  /** Has a case play every instant up to a stamp and read what the book holds of it. */
  async catchUp(caseId: string, stamp: Instant): Promise<Done> {
    const done = await this.cases.ask(caseId, catchUp, stamp, randomUUID());
    if (isRefusal(done)) throw new Error(`${caseId}: catching up was refused: ${done.en}`);
    return done;
  }

  /** An act of the city for all cases is decided by the city's own case before any other. A refusal there is one everywhere. */
  private async cityFirst({ act, cases: [decides] }: Received): Promise<Refusal | undefined> {
    const city = cityCaseIdOf(this.options.cycle);
    if (vocableOf(act.do)?.concerns !== 'city' || decides === city) return undefined;
    const own = (await this.options.book.actsById(act.id)).find(({ caseId }) => caseId === city);
    if (!own || own.state === 'applied') return undefined;
    const answer = await this.decide({ act, cases: [city] });
    return isRefusal(answer) ? answer : undefined;
  }

  private async decide(received: Received): Promise<Answered | Refusal> {
    const refused = await this.cityFirst(received);
    if (refused) return refused;
    const { act, cases } = received;
    const [decides, ...told] = cases;
    const alone = told.length === 0 && decides !== cityCaseIdOf(this.options.cycle);
    const wakes = new Map<string, Instant | undefined>();
    for (const one of told) await this.catchUp(one, act.at);
    const done = await this.cases.ask(decides, actUpdate, act, act.id);
    if (isRefusal(done)) {
      // sent again long after it was taken, it has been forgotten by the case and not by the book
      const taken = await this.options.book.appliedAct(act.id, decides);
      if (taken) return { seq: taken.seq, at: taken.at, wakes };
      await this.options.book.refuseAct(act.id, done, alone ? decides : undefined);
      return done;
    }
    for (const one of told) wakes.set(one, (await this.catchUp(one, act.at)).next);
    return { ...done, at: act.at, wakes: wakes.set(decides, done.next) };
  }

  /** A stored act again as it was received: a trade is the seller's, and its buyer's case is told. */
  private receivedBefore({ caseId, state: _state, refusal: _refusal, ...act }: StoredAct): Received {
    const sides = sidesOf(act.do, act.with).flatMap((id) => this.options.register.units.get(id) ?? []);
    const [decides = caseId, ...told] = sides.map((unit) => caseIdOf(this.options.cycle, unit.id, judgedIn(unit)));
    return { act, cases: [decides, ...told] };
  }
}

const isSame = (known: StoredAct, act: Omit<Act, 'at'>): boolean =>
  known.do === act.do && known.by === act.by && canonical(known.with) === canonical(act.with);
