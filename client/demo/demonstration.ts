import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, WorkflowClient } from '@temporalio/client';
import { textOfFile } from '../../records/bounded-file.js';
import type { Twin, TwinState, TwinStep } from '../../console/twin.js';
import { Cases } from '../../desk/cases.js';
import { inLanes } from '../../desk/lanes.js';
import { shownBy, type Clock } from '../../domain/model/clock.js';
import { addDays, closesAt, dayOf, instantOf, startOf, type Instant } from '../../domain/model/instant.js';
import type { TestPerson } from '../../embedded/identity/people.js';
import type { Book } from '../../records/book.js';
import { judge } from '../../records/any-case.js';
import { latestPlayed, setBusinessClock } from '../../records/business-clock.js';
import { casesGoingOn } from '../../records/cases.js';
import { writeWhole } from '../../records/whole-file.js';
import { rulebookNamed } from '../../regulation/named.js';
import { opensOf } from '../../simulator/opening.js';
import { timetableOf } from '../../views/timetable.js';
import { scheduleOf } from '../drill/schedule.js';
import { playAll } from '../drill/run.js';
import { remember } from '../rehearsal.js';
import { TASK_QUEUE } from '../service.js';
import { opensAt, readDemoCity, type DemoCity } from './city.js';
import { actOfTheMorning } from './morning.js';
import { peopleOf } from './people.js';
import { unitsOf, yearOf } from './year.js';

export interface DemoStage {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly connection: Connection;
  readonly namespace: string;
  readonly folder: string;
  readonly log: (line: string) => void;
  /** Begins the demonstration anew: everything is stopped, forgotten and started again. */
  readonly again: () => void;
}

const LANES = 16;
const LOOK_AGAIN_MS = 100;
const PATIENCE_MS = 120_000;
/** So long before a deadline closes is "at the deadline": something can still be done. */
const BEFORE_MS = 600_000;
/** Just after an instant at which something happens. */
const AFTER_MS = 1_000;
/** Its clock does not stop. */
const FAR_DAYS = 3_650;

const markFile = (folder: string): string => join(folder, 'demo-city.json');
const MARK = 1;

/** A mark that cannot be read marks a demonstration that was interrupted. */
const markIn = (text: string): { mark?: number; played?: boolean } => {
  try {
    return JSON.parse(text) as { mark?: number; played?: boolean };
  } catch {
    return {};
  }
};

/** Whether a folder holds a demonstration that was played to its morning; `part`: one that was interrupted. */
export function demoIn(folder: string): 'played' | 'part' | undefined {
  if (!existsSync(markFile(folder))) return undefined;
  const { mark, played } = markIn(textOfFile(markFile(folder)));
  return mark === MARK && played === true ? 'played' : 'part';
}
const markDemo = (folder: string, played: boolean): void =>
  writeWhole(markFile(folder), `${JSON.stringify({ mark: MARK, played })}\n`);
/** Has the next start begin anew. */
export const writePart = (folder: string): void => markDemo(folder, false);
export const forgetDemo = (folder: string): void => {
  for (const name of ['demo-city.json', 'demo.json']) rmSync(join(folder, name), { force: true });
};

/** A city that nobody lives in, its year played to an interesting morning; from there on its clock goes, and is moved by whoever learns. */
export class Demonstration implements Twin {
  private readonly stage: DemoStage;
  private readonly city: DemoCity = readDemoCity();
  private readonly cases: Cases;
  private clock: Clock;
  private doing: TwinState = {};

  constructor(stage: DemoStage) {
    this.stage = stage;
    this.cases = new Cases({ book: stage.book, client: stage.client, taskQueue: TASK_QUEUE });
    this.clock = { wall0: Date.now(), business0: opensAt(this.city) };
  }

  /** Whom one goes in as. */
  get people(): readonly TestPerson[] {
    return peopleOf(this.city);
  }

  readonly now = (): Instant => shownBy(this.clock, Date.now());

  get state(): TwinState {
    return this.doing;
  }

  /** Before a worker runs: one that was played goes on from where its clock stood, however long the machine was off. */
  async wake(): Promise<void> {
    if (demoIn(this.stage.folder) !== 'played') return;
    const before = await latestPlayed(this.stage.book.pool);
    await this.setClock(Math.max(before + AFTER_MS, opensAt(this.city)));
  }

  /** Plays the year where it was not played yet, until it is told to stop, which is thrown. */
  async play(stop: AbortSignal): Promise<void> {
    const { book, client, connection, namespace, folder, log } = this.stage;
    if (demoIn(folder) === 'played') return;
    markDemo(folder, false);
    const year = yearOf(this.city);
    const openings = opensOf(year);
    const of = openings.length;
    this.doing = { playing: { done: 0, of } };
    log(`演示 · demonstration: ${year.name} (${year.from} … ${year.until})`);
    const theatre = { book, client, connection, prefix: '', taskQueue: TASK_QUEUE, platform: { namespace } };
    const tell = (line: string, done = 0): void => {
      this.doing = { playing: { done, of } };
      log(line);
    };
    await playAll(theatre, year, openings, scheduleOf(year, openings), tell, stop);
    await this.setClock(opensAt(this.city));
    await actOfTheMorning(this.stage, this.now);
    markDemo(folder, true);
    this.doing = {};
    log('演示城市已就绪 · the demonstration city is ready');
  }

  async move(step: TwinStep): Promise<void> {
    if (this.doing.playing ?? this.doing.moving) return;
    this.doing = { moving: { done: 0, of: 1 } };
    try {
      const to = await this.target(step);
      await this.arrived(await this.setClock(to), to);
    } finally {
      this.doing = {};
    }
  }

  reset(): void {
    if (!this.doing.playing) this.stage.again();
  }

  /** The next day on which something closes for somebody, by the timetable. */
  get deadline(): { readonly on: string; readonly zh: string } | undefined {
    const { rows } = timetableOf(rulebookNamed(String(this.city.cycle)));
    const row = rows.find(({ dueOn, owedBy }) => owedBy !== 'platform' && closesAt(dueOn) - BEFORE_MS > this.now());
    return row && { on: row.dueOn, zh: row.zh };
  }

  private async target(step: TwinStep): Promise<Instant> {
    const now = this.now();
    if (step === 'day') return Math.max(now + AFTER_MS, instantOf(addDays(dayOf(now), 1), '09:00:00'));
    if (step === 'deadline') return this.deadline ? closesAt(this.deadline.on) - BEFORE_MS : now;
    const instants: Instant[] = [startOf(addDays(dayOf(now), 30))];
    await this.each(await casesGoingOn(this.stage.book.pool), async (caseId) => {
      const next = (await judge(this.stage.book.pool, caseId))?.next;
      if (next !== undefined && next > now) instants.push(next);
    });
    return Math.min(...instants) + AFTER_MS;
  }

  /** Sets the clock of everything and begins every case anew under it. */
  private async setClock(to: Instant): Promise<readonly string[]> {
    const { book, folder } = this.stage;
    this.clock = { wall0: Date.now(), business0: to };
    await setBusinessClock(book.pool, this.clock);
    remember(folder, {
      wall0: this.clock.wall0,
      over: false,
      cycle: this.city.cycle,
      units: unitsOf(this.city),
      clock: { at: to, wall: this.clock.wall0 },
      endsAt: startOf(addDays(dayOf(to), FAR_DAYS)),
    });
    const running = await casesGoingOn(book.pool);
    await this.each(running, (caseId) => this.cases.beginAgain(caseId));
    return running;
  }

  /** Waits until each has played what has come. */
  private async arrived(running: readonly string[], to: Instant): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    let left = running;
    while (left.length > 0 && Date.now() < until) {
      const behind: string[] = [];
      await this.each(left, async (caseId) => {
        if (((await judge(this.stage.book.pool, caseId))?.next ?? Infinity) <= to) behind.push(caseId);
      });
      left = behind;
      this.doing = { moving: { done: running.length - left.length, of: running.length } };
      if (left.length > 0) await pause(LOOK_AGAIN_MS);
    }
  }

  private async each(cases: readonly string[], work: (caseId: string) => Promise<void>): Promise<void> {
    const [failure] = await inLanes(LANES, cases, undefined, work);
    if (failure !== undefined)
      throw failure instanceof Error ? failure : new Error('a case of the demonstration failed', { cause: failure });
  }
}
