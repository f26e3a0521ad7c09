import type { Opening } from '../domain/cases/case.js';
import type { CityCycle, CityOpening } from '../domain/city-cycle/city-cycle.js';
import { dayOf, startOf, type Instant } from '../domain/model/instant.js';
import { openingDays } from '../domain/model/opening-day.js';
import type { Clock } from '../domain/model/clock.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { AskedAct } from '../domain/model/step.js';
import type { Terms } from '../domain/model/terms.js';
import { broughtTo, casesIn, cyclesInBook, openCity, readCity, runningCases, unitsNamedLike } from '../records/city-cycles.js';
import { amendedBy, type Amended } from '../regulation/amendments.js';
import { RegulationError } from '../regulation/errors.js';
import { rulebookNamed } from '../regulation/named.js';
import { termsOf } from '../regulation/terms.js';
import { cityCaseIdOf } from '../workflows/ids.js';
import { admit, casesOf, type RawAct } from './admit.js';
import type { Outcome } from './answer.js';
import { Cases } from './cases.js';
import { Desk, type DeskOptions } from './desk.js';
import type { Asked, Plan } from './door.js';
import { badInput } from './parse.js';
import { registerFor } from './register.js';
import { bringMissing, kindsAnswering } from './roll-out.js';

const NOBODY = { units: new Map() };

export type CityDeskOptions = Omit<DeskOptions, 'register'> & { readonly regulation?: string };

/** How far an act for all cases has come: its cases by what became of it, and the whole once every one has answered. */
export interface Progress {
  readonly cases: number;
  readonly applied: number;
  readonly waiting: number;
  readonly refused: readonly { readonly case: string; readonly code: string }[];
  readonly over: boolean;
}

/** The door for what the city decides for all cases of a cycle: its own case decides, and brings it to every case. */
export class CityDesk {
  private readonly options: CityDeskOptions;
  private readonly desk: Desk;
  private readonly cases: Cases;

  constructor(options: CityDeskOptions) {
    this.options = options;
    this.cases = new Cases(options);
    this.desk = new Desk({ ...options, register: NOBODY });
  }

  /** The city's cycle as the book has it. */
  read(): Promise<CityCycle | undefined> {
    return readCity(this.options.book.pool, cityCaseIdOf(this.options.cycle));
  }

  /** Opens the city's cycle under these terms, or finds it open. */
  async open(terms: Terms, opensAt: Instant, clock?: Clock): Promise<CityCycle> {
    const there = await this.read();
    if (there) return there;
    const opening: CityOpening = { id: cityCaseIdOf(this.options.cycle), terms, opensAt };
    await openCity(this.options.book.pool, opening, clock);
    await this.cases.start(opening.id);
    const city = await this.read();
    if (!city) throw new Error(`${opening.id} was entered and is not in the book`);
    return city;
  }

  /** Opens a case under what is in force; what the city decides meanwhile is brought to it as well. */
  async openCase(opening: Opening, clock?: Clock): Promise<void> {
    const city = await this.open(opening.terms, opening.opensAt, clock);
    const { terms, struckOff, seq } = city;
    await this.desk.open({ ...opening, terms, ...(struckOff.length > 0 ? { struckOff } : {}), cityEvent: seq }, clock);
    const after = await this.read();
    if (after && after.seq > seq) await bringMissing(this.options.book, this.desk, after, opening.id);
  }

  /** An act for all cases: stored for the city's cycle and every running case under one stamp, decided by the first. */
  async submit(raw: RawAct, id: string, stamp?: Instant): Promise<Outcome & { readonly act?: string }> {
    const asked: Asked = { raw, id, cycle: this.options.cycle, ...(stamp === undefined ? {} : { stamp }) };
    const received = await this.desk.door.receive(asked, this.plan);
    const outcome = await this.desk.finish(received);
    return isRefusal(received) ? outcome : { ...outcome, act: received.act.id };
  }

  /** What the city decides for all: its own case decides, every running case answers once that has. */
  readonly plan: Plan = async ({ raw, alone }) => {
    const { book, cycle } = this.options;
    const act = await this.made(raw, alone);
    if (isRefusal(act)) return act;
    const cases = await runningCases(book.pool, cycle, kindsAnswering(act.do));
    const after = cases.map((one) => ({ case: one, role: 'after' }) as const);
    return { act, concerns: [{ case: cityCaseIdOf(cycle), role: 'decides' }, ...after] };
  };

  /** A unit is listed by the city's own case, which begins with the first; its cases are opened once that has decided. */
  readonly planListing: Plan = async ({ raw, alone }) => {
    const admitted = admit(raw, (await registerFor(this.options.book, raw)).register, alone);
    if (isRefusal(admitted)) return admitted;
    const { act } = admitted;
    if (act.do !== 'list-unit') throw new Error(`${act.do} lists no unit`);
    const { book, cycle, regulation } = this.options;
    const theirs = (await unitsNamedLike(book.pool, [act.with.id])).find((unit) => unit !== act.with.id);
    if (theirs !== undefined)
      return badInput(
        ['with', 'id'],
        `与已有案件的 ${theirs} 仅大小写不同；同一单位请写作 ${theirs}`,
        `differs only by capitals from ${theirs}, which has its case: if it is the same unit, write ${theirs}`,
      );
    const there = await casesIn(book.pool, cycle, act.with.id);
    if (casesOf(act.with).every((kind) => there.includes(kind)))
      return refuse('already-done', `${act.with.id} 已有案件`, `${act.with.id} has its cases already`);
    const terms = termsOf(rulebookNamed(String(cycle), regulation), ['key', 'general']);
    const { opensOn } = act.with;
    const { first, last } = openingDays(terms, dayOf((this.options.now ?? Date.now)()));
    if (opensOn < first || opensOn > last)
      return badInput(['with', 'opensOn'], `应在 ${first} 至 ${last} 之间`, `must be a day from ${first} to ${last}`);
    const city = await this.open(terms, startOf(opensOn));
    return city.closed
      ? refuse('cycle-closed', `${String(cycle)} 周期已结束`, `cycle ${String(cycle)} is closed`)
      : { act, concerns: [{ case: cityCaseIdOf(cycle), role: 'decides' }] };
  };

  /** How far an act for all cases has come. */
  async progress(act: string): Promise<Progress> {
    const { book, cycle } = this.options;
    // read first: once it says that all have answered, they have
    const decision = (await this.read())?.decisions.find((one) => one.act === act);
    const cases = await broughtTo(book.pool, act, cityCaseIdOf(cycle));
    return {
      cases: cases.length,
      applied: cases.filter(({ state }) => state === 'applied').length,
      waiting: cases.filter(({ state }) => state === 'stored').length,
      refused: cases.flatMap(({ caseId, state, code }) => (state === 'refused' ? [{ case: caseId, code: code ?? '' }] : [])),
      over: decision?.rolledOut !== undefined,
    };
  }

  /** Parses and authorises, and adds what the city's own books say: what a revision on file changes. */
  private async made(raw: RawAct, alone?: boolean): Promise<AskedAct | Refusal> {
    const { register } = await registerFor(this.options.book, raw);
    const admitted = admit(raw, register, alone);
    if (isRefusal(admitted)) return admitted;
    if (admitted.case !== 'city')
      return refuse('not-allowed', '此事项不涉及全部案件', `${raw.do} concerns one unit, not all cases`);
    const city = (await this.read()) ?? (await this.openForCases());
    if (isRefusal(city)) return city;
    if (city.closed)
      return refuse('cycle-closed', `${String(this.options.cycle)} 周期已结束`, `cycle ${String(this.options.cycle)} is closed`);
    const { act } = admitted;
    if (act.do !== 'adopt-revision') return act;
    const { revision, ...expressly } = act.with;
    const brought = this.amended(revision, city);
    return isRefusal(brought) ? brought : { ...act, with: { ...brought, ...expressly } };
  }

  /** Cases opened before there was a city's cycle: it begins under the revision that they were opened under. */
  private async openForCases(): Promise<CityCycle | Refusal> {
    const { book, cycle, regulation } = this.options;
    const found = (await cyclesInBook(book.pool)).find((one) => one.cycle === cycle);
    if (!found)
      return refuse(
        'not-allowed',
        `${String(cycle)} 周期尚无案件（演示案件不在其内）`,
        `cycle ${String(cycle)} has no case yet, a demonstration's apart: import its register first (luyue register import FILE --commit)`,
      );
    const terms = termsOf(
      rulebookNamed(`${String(cycle)}${found.revision > 1 ? `.r${String(found.revision)}` : ''}`, regulation),
    );
    return this.open(terms, (this.options.now ?? Date.now)());
  }

  private amended(revision: number, { terms }: CityCycle): Amended | Refusal {
    const { cycle, regulation } = this.options;
    if (revision === terms.revision)
      return refuse('already-done', `修订 ${String(revision)} 已采纳`, `revision ${String(revision)} is in force already`);
    try {
      const amended = amendedBy(revision, terms, regulation);
      return (
        amended ??
        badInput(['with', 'revision'], `没有修订 ${String(revision)}`, `names no revision of cycle ${String(cycle)} on file`)
      );
    } catch (error) {
      if (!(error instanceof RegulationError)) throw error;
      return badInput(
        ['with', 'revision'],
        `修订不可采纳：规则文件 ${error.file} 第 ${String(error.line)} 行：${error.zh}`,
        `cannot be adopted: ${error.file}:${String(error.line)}: ${error.en}`,
      );
    }
  }
}
