import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ALARMS } from '../domain/alarms/alarms.js';
import { PEOPLE } from '../domain/people/people.js';
import { definitionInCases } from '../acts/vocabulary.js';
import type { Opening } from '../domain/cases/case.js';
import type { Clock } from '../domain/model/clock.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import type { Concern, StoredAct } from '../records/acts.js';
import { judge } from '../records/any-case.js';
import { casesClaiming } from '../records/cases.js';
import { decidePeopleAct } from '../records/people-acts.js';
import { refuseChecked } from '../records/refusing.js';
import { caseIdOf, verificationIdOf } from '../workflows/ids.js';
import type { Done } from '../workflows/messages.js';
import { admit, casesOf, judgedIn, type RawAct, type Register } from './admit.js';
import { AlarmDesk } from './alarms.js';
import { outcomeOf, type Outcome } from './answer.js';
import { CaseUnreachable, orUnreachable } from './unreachable.js';
import { Cases, type CasesOptions } from './cases.js';
import { actFiling } from './filing-act.js';
import { filingFor, notFiled } from './filing.js';
import { verifying } from './verifications.js';
import { Door, type Asked, type Plan, type Received } from './door.js';

export interface DeskOptions extends CasesOptions {
  readonly cycle: number;
  readonly register: Register;
  readonly regulation?: string;
}

/** The answer of the case that decided, the act's stamp, and when the cases concerned wake next by themselves. */
export type Answered = Done & { readonly at: Instant; readonly wakes: ReadonlyMap<string, Instant | undefined> };

const AGAIN_MS = 50;

/** The one way in: an act is parsed and authorised, stamped and stored, handed to its case, answered. Every refusal is recorded. */
export class Desk {
  readonly door: Door;
  private readonly options: DeskOptions;
  private readonly cases: Cases;
  private readonly alarms: AlarmDesk;

  constructor(options: DeskOptions) {
    this.options = options;
    this.cases = new Cases(options);
    this.door = new Door(options.book);
    this.alarms = new AlarmDesk(options.book, this.cases);
  }

  get pool(): DeskOptions['book']['pool'] {
    return this.options.book.pool;
  }

  /** Opens a case: it stands in the book when this answers; its workflow is started, or found running, or left to whoever revives. */
  async open(opening: Opening, clock?: Clock): Promise<Done> {
    await this.options.book.open(opening, clock);
    await this.cases.start(opening.id);
    const done = await this.standing(opening.id);
    if (!done) throw new Error(`case ${opening.id} was entered and is not in the book`);
    return done;
  }

  /** Where a case stands in the book, without asking it; none where the book does not have it. */
  async standing(caseId: string): Promise<Done | undefined> {
    const judged = await judge(this.options.book.pool, caseId);
    return judged && { seq: judged.seq, ...(judged.next === undefined ? {} : { next: judged.next }) };
  }

  /** Stores an act under its stamp: the database's time, unless a rehearsal names one. Refused at the door, it is recorded as refused. */
  async receive(raw: RawAct, id: string, stamp?: Instant): Promise<Received | Refusal> {
    const asked: Asked = { raw, id, ...(stamp === undefined ? {} : { stamp }) };
    return this.take(asked);
  }

  /** The same for whatever is asked, by whomever. */
  async take(asked: Asked): Promise<Received | Refusal> {
    return this.door.receive(asked, this.plan);
  }

  /** An act about a unit: its case decides, the other side of a trade and whoever claims are told, the unit's further cases answer too. */
  readonly plan: Plan = async (asked) => {
    const { raw, alone } = asked;
    const { register, book, cycle } = this.options;
    const filing = await filingFor(raw, this.options);
    if (isRefusal(filing)) return filing;
    const admitted = admit(filing ? { ...raw, with: filing.brings } : raw, register, alone);
    if (isRefusal(admitted)) return admitted;
    const { case: its } = admitted;
    const no = await notFiled(this.options, admitted, { filing, by: raw.by });
    if (no) return no;
    if (its === 'alarms') return this.alarms.plan(asked);
    if (its === 'city')
      return refuse('not-allowed', `${raw.do} 涉及全部案件`, `${raw.do} concerns every case: send it by itself, not for a unit`);
    const other = admitted.other === undefined ? undefined : register.units.get(admitted.other);
    const unit = register.units.get(admitted.unit);
    const each = admitted.everyCase && unit ? casesOf(unit).slice(1) : [];
    const { verifier } = admitted;
    const caseOf = (of: string, kind = its): string =>
      kind === 'verification' ? verificationIdOf(cycle, of, verifier ?? '') : caseIdOf(cycle, of, kind);
    const around = await verifying(book, cycle, admitted, asked, this.options.regulation);
    if (isRefusal(around)) return around;
    const concerns: Concern[] = [
      { case: caseOf(admitted.unit), role: 'decides' },
      ...(other ? [{ case: caseOf(other.id, judgedIn(other)), role: 'told' } as const] : []),
      ...each.map((kind) => ({ case: caseOf(admitted.unit, kind), role: 'each' }) as const),
      ...around.concerns,
    ];
    const units = [admitted.unit, ...(other ? [other.id] : [])];
    for (const claims of await casesClaiming(book.pool, units))
      if (!concerns.some((one) => one.case === claims)) concerns.push({ case: claims, role: 'told' });
    return {
      act: actFiling(admitted.act, filing),
      concerns,
      ...(unit ? { unit } : {}),
      ...(around.opens ? { opens: around.opens } : {}),
    };
  };

  /** Puts a stored act before its cases, each after whatever was stamped before it. Throws CaseUnreachable where one does not answer in time. */
  async handOver({ act, concerns }: Received): Promise<Answered | Refusal> {
    const wakes = new Map<string, Instant | undefined>();
    const told = concerns.flatMap((one) => (one.role === 'told' ? [one.case] : []));
    const decides = concerns.find(({ role }) => role === 'decides')?.case;
    if (decides === undefined) throw new Error(`act ${act.id}: no case decides it`);
    for (const one of told) await this.catchUp(one);
    const done = await this.decide(act, decides);
    if (!isRefusal(done)) for (const one of told) wakes.set(one, (await this.catchUp(one)).next);
    for (const one of concerns) if (one.role === 'each') await this.decide(act, one.case);
    // what the city decides for all is brought to every case by its own workflow
    const isForAll = definitionInCases(act.do)?.concerns === 'city';
    if (!isRefusal(done) && !isForAll) for (const one of concerns) if (one.role === 'after') await this.decide(act, one.case);
    return isRefusal(done) ? done : { ...done, at: act.at, wakes: wakes.set(decides, done.next) };
  }

  /** Puts an act before one case that was to decide it some time ago. */
  async handOverStored({ id, caseId, role }: StoredAct): Promise<Done | Refusal> {
    const received = await this.door.received(id);
    if (!received) throw new Error(`act ${id} is not in the book`);
    return role === 'decides' ? this.handOver(received) : this.decide(received.act, caseId);
  }

  /** Receives an act and hands it over; past the patience with its case it is stored, and decided later. */
  async submit(raw: RawAct, id: string = randomUUID(), stamp?: Instant): Promise<Outcome> {
    return this.finish(await this.receive(raw, id, stamp));
  }

  /** What a request comes to that was received: decided before or now, or stored. */
  async finish(received: Received | Refusal): Promise<Outcome> {
    if (isRefusal(received)) return { state: 'refused', at: (this.options.now ?? Date.now)(), refusal: received };
    const { book } = this.options;
    const { act, before } = received;
    const undecided = !before || before.some(({ state, role }) => state === 'stored' && role !== 'told');
    const away = undecided ? await this.unanswered(received) : undefined;
    const outcome = await outcomeOf(book, await book.actsById(act.id));
    return away?.suspended === true && outcome.state === 'stored' ? { ...outcome, suspended: true } : outcome;
  }

  /** Hands a request over. Answers which case did not answer in time, if one did not. */
  private async unanswered(received: Received): Promise<CaseUnreachable | undefined> {
    try {
      await this.handOver(received);
      return undefined;
    } catch (error) {
      if (error instanceof CaseUnreachable) return error;
      throw error;
    }
  }

  /** Has a case read the book, and play up to what it is told of. */
  async catchUp(caseId: string): Promise<Done> {
    const done = await this.cases.ask(caseId);
    if (isRefusal(done)) throw new Error(`${caseId}: catching up was refused: ${done.en}`);
    return done;
  }

  /** Has a case decide. Its no is one when the pure check on the book's own events says it too; then it is recorded. */
  private async decide(act: Act, caseId: string): Promise<Done | Refusal> {
    const { book } = this.options;
    if (caseId === ALARMS) return orUnreachable(caseId, () => this.alarms.decide(act));
    if (caseId === PEOPLE) return orUnreachable(caseId, () => decidePeopleAct(book.pool, act));
    for (const until = Date.now() + this.cases.patience; ; await pause(AGAIN_MS)) {
      const done = await this.cases.ask(caseId, act);
      if (!isRefusal(done)) return done;
      const confirmed = await refuseChecked(book.pool, caseId, act);
      if (isRefusal(confirmed)) return confirmed;
      if ('taken' in confirmed) return { ...(await this.standing(caseId)), seq: confirmed.taken };
      if ('unknown' in confirmed || Date.now() > until)
        throw new CaseUnreachable(caseId, `it said no (${done.en}), and the book does not`);
    }
  }
}
