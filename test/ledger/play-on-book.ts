import { expect } from 'vitest';
import {
  answers,
  blank,
  dueNext,
  fold,
  holdsAccount,
  onAct,
  onInstant,
  openingStep,
  type Opening,
} from '../../domain/cases/case.js';
import type { Case, CaseKind } from '../../domain/model/case.js';
import { addDays, dayOf, startOf, type Day, type Instant } from '../../domain/model/instant.js';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { letIn, type NamedAct, type Step } from '../../domain/model/step.js';
import type { Book } from '../../records/book.js';
import { enterDocuments, enterVersion } from '../../client/drill/documents.js';
import { CityRecord } from '../../simulator/city-record.js';
import { SKIPPING } from '../records/steps.js';
import { opensOf, termsOfScenario } from '../../simulator/opening.js';
import { endOf, playedActs, type Scenario, type ScenarioAct } from '../../simulator/scenario.js';

/** Plays a scenario's steps onto the book, one after the other and each of them twice: no clock, no Temporal. */
export class PlayOnBook {
  private readonly cases = new Map<string, Case>();
  private readonly book: Book;
  private readonly night: ((last: Instant) => Promise<void>) | undefined;
  private day: Day | undefined;

  /** `night` is asked at the end of each day on which something happened, when every case has come to it, with its last instant. */
  constructor(book: Book, night?: (last: Instant) => Promise<void>) {
    this.book = book;
    this.night = night;
  }

  async play(scenario: Scenario): Promise<void> {
    const city = new CityRecord(scenario, termsOfScenario(scenario), opensOf(scenario));
    await this.open(city, startOf(scenario.from));
    for (const act of playedActs(scenario)) {
      await this.nightsBefore(act.at);
      await this.act(act, city);
    }
    await this.nightsBefore(endOf(scenario));
    await this.open(city, endOf(scenario) - 1);
    for (const c of this.cases.values()) await this.playTo(c, endOf(scenario) - 1);
    await this.night?.(endOf(scenario) - 1);
  }

  /** Ends the days before an instant: that of the act before, then each on which a case has something to do. */
  private async nightsBefore(at: Instant): Promise<void> {
    if (!this.night) return;
    const today = dayOf(at);
    for (let day = this.day; day !== undefined && day < today;) {
      const last = startOf(addDays(day, 1)) - 1;
      for (const c of this.cases.values()) await this.playTo(c, last);
      await this.night(last);
      const due = [...this.cases.values()].map((c) => dueNext(c)?.at ?? at);
      day = due.length === 0 ? today : dayOf(Math.min(...due));
    }
    this.day = today;
  }

  private async open(city: CityRecord, at: Instant): Promise<void> {
    for (const opening of city.listUpTo(at)) {
      const c = blank(opening);
      this.cases.set(opening.id, c);
      expect(await this.take(c, openingStep(opening), opening)).toBeUndefined();
    }
  }

  private async act(scenarioAct: ScenarioAct, city: CityRecord): Promise<void> {
    const { at, index } = scenarioAct;
    await this.open(city, at);
    const known = city.filedVersions.length;
    const admitted = city.admit(scenarioAct);
    const entered = city.filedVersions.slice(known);
    await enterDocuments(
      this.book.pool,
      entered.filter(({ version }) => version === 1),
    );
    for (const version of entered) await enterVersion(this.book.pool, version);
    if (isRefusal(admitted)) return;
    const act = { ...admitted.act, at };
    if (admitted.case === 'city' || admitted.everyCase) {
      for (const c of this.cases.values())
        if ((admitted.case === 'city' || c.unit.id === admitted.unit) && answers(c.kind, act.do))
          await this.give({ ...act, id: `act-${String(index)}-${c.id}` }, [c]);
      return;
    }
    const other = admitted.other === undefined ? [] : [this.withAccount(admitted.other)];
    const { unit, verifier, heardBy = [] } = admitted;
    const decides = this.find(unit, (kind, its) => kind === admitted.case && its === verifier);
    const hear = [...this.cases.values()].filter((c) => c.unit.id === unit && heardBy.includes(c.kind) && c !== decides);
    await this.give({ ...act, id: `act-${String(index)}` }, [decides, ...other], hear);
  }

  /** Stores an act for its cases and has the first of them decide it, as the desk does. */
  private async give(act: NamedAct, cases: readonly Case[], hear: readonly Case[] = []): Promise<void> {
    const { id: askedAs, at: stamp, ...rest } = act;
    for (const c of [...cases, ...hear]) await this.playTo(c, act.at);
    const concerns = [
      ...cases.map((c, n) => ({ case: c.id, role: n === 0 ? ('decides' as const) : ('told' as const) })),
      ...hear.map((c) => ({ case: c.id, role: 'after' as const })),
    ];
    const stored = await this.book.store({ ...rest, asker: rest.by, id: askedAs, asked: askedAs, stamp, cases: concerns });
    for (const { case: one, role } of concerns) if (role === 'told') await this.book.markReady(one, [stored.act]);
    const known = { ...act, id: stored.act, at: stored.stamp };
    const [decides] = cases;
    if (await this.decide(decides!, known)) for (const c of hear) await this.decide(c, known);
    for (const c of cases.slice(1))
      for (const seen of await this.book.since(c.id, c.seq)) fold(c, seen.key, seen.events, seen.head);
  }

  /** Whether a case has taken an act; its no is recorded. */
  private async decide(c: Case, act: NamedAct): Promise<boolean> {
    const step = onAct(c, letIn(act));
    const refusal = isRefusal(step) ? step : await this.take(c, step, undefined, act);
    if (refusal) await this.book.refuseAct(act.id, c.id, refusal);
    return refusal === undefined;
  }

  private async playTo(c: Case, until: Instant): Promise<void> {
    for (let due = dueNext(c); due && due.at <= until; due = dueNext(c))
      expect(await this.take(c, onInstant(c, due.at))).toBeUndefined();
  }

  private async take(c: Case, step: Step, opening?: Opening, act?: NamedAct): Promise<Refusal | undefined> {
    const standing = { caseId: c.id, unit: c.unit.id, seq: c.seq, head: c.head };
    const posted = {
      ...standing,
      step,
      district: c.unit.district,
      ...(opening ? { opening, clock: SKIPPING } : {}),
      ...(act ? { act } : {}),
    };
    const answer = await this.book.post(posted);
    expect(await this.book.post(posted)).toEqual(answer);
    if (isRefusal(answer)) return answer;
    if (!('head' in answer)) throw new Error(`${c.id} ${step.key}: ${JSON.stringify(answer)}`);
    fold(c, step.key, answer.events, answer.head);
    return undefined;
  }

  private find(unit: string, fits: (kind: CaseKind, verifier?: string) => boolean): Case {
    const found = [...this.cases.values()].find((c) => c.unit.id === unit && fits(c.kind, c.verifier));
    if (!found) throw new Error(`${unit} has no such case`);
    return found;
  }

  private withAccount(unit: string): Case {
    return this.find(unit, holdsAccount);
  }
}
