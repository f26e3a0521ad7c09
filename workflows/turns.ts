import * as wf from '@temporalio/workflow';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, sayRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Act, NamedAct } from '../domain/model/step.js';
import type { News } from '../activities/carry-out.js';
import { markReady, newsOf, refuse, standStill, untilDone } from './book.js';
import type { Line, Waiting } from './line.js';
import type { Done } from './messages.js';
import type { AnyStep, Subject } from './subject.js';

/**
 * How long somebody waits for what comes before it: soon again at first, then ever more patiently. An alarm may stand for days, and each look
 * costs six events; whoever sees that a case could go on wakes it (`lookAgain`), so that the longest pause is only for what was lost.
 */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 3_600_000;

/** What the book does not know, whatever a message said. */
type Unknown = { readonly unknown: string };

/** The pure check; nothing where it cannot even look at what the message says. */
export const judged = <S extends AnyStep, D extends { readonly at: Instant }>(
  c: Subject<S, D>,
  act: Act,
): S | Refusal | undefined => {
  try {
    return c.onAct(act);
  } catch {
    return undefined;
  }
};

/** What a case does, one thing at a time, each by the book: a step of its own, or an answer to whoever is first in line. */
export class Turns<S extends AnyStep, D extends { readonly at: Instant }> {
  private readonly c: Subject<S, D>;
  private readonly line: Line;
  private readonly due: () => D | undefined;

  constructor(c: Subject<S, D>, line: Line, due: () => D | undefined) {
    this.c = c;
    this.line = line;
    this.due = due;
  }

  /**
   * Takes a step of the law's own, for which a no of the book is an error of ours that suspends the case; unless it is played because
   * of somebody whom the book does not know, who is turned away.
   */
  async takeOwn(step: S, because?: Waiting): Promise<void> {
    const { caseId } = this.c;
    const [told] = because?.told ?? [];
    const act = because?.act ?? (told === undefined ? undefined : { id: told, do: '', by: '', at: because?.at ?? 0, with: null });
    const answer = await this.take(step, act);
    if (typeof answer !== 'object') return;
    if (isRefusal(answer)) return standStill(caseId, `${step.key} was refused: ${sayRefusal(answer)}`);
    if (!because) return standStill(caseId, `${step.key} is unknown to the book: ${answer.unknown}`);
    this.line.turnAway(because, answer.unknown);
  }

  /** Decides the act of whoever is first in line and answers, or leaves it in line where something comes before it. */
  async serve(waiting: Waiting): Promise<void> {
    const { act } = waiting;
    if (!act) return this.readBook(waiting);
    const known = this.c.known(act);
    if (known !== undefined) return this.line.settle(waiting, this.done(known));
    const step = judged(this.c, act);
    const answer = step === undefined || isRefusal(step) ? await this.saidNo(act) : await this.take(step, act);
    if (answer === 'again') return;
    this.line.goesOn();
    if (typeof answer === 'number') return this.line.settle(waiting, this.done(answer));
    return isRefusal(answer) ? this.line.refuse(waiting, answer) : this.line.turnAway(waiting, answer.unknown);
  }

  /**
   * Has the book write a step and folds the events that the book returns; answers the number of the last. `again`: something comes before
   * it; unknown: the book has no such request, and why; a refusal: nothing was written.
   */
  private async take(step: S, act?: NamedAct): Promise<number | 'again' | Refusal | Unknown> {
    const { c, line } = this;
    const answer = await this.ask(() => c.carryOut(step, act));
    if (isRefusal(answer) || 'unknown' in answer) return answer;
    if ('waitFor' in answer) return this.waitFor(answer.waitFor);
    if ('notCome' in answer) {
      if (act) return { unknown: 'stamped ahead of the clock' };
      return this.pause(line.arrived());
    }
    line.goesOn();
    if ('ahead' in answer) {
      for (const seen of answer.ahead) c.fold(seen);
      return 'again';
    }
    const { seq = 0 } = answer.events.at(-1) ?? {};
    // an old answer given again tells nothing new
    if (seq > c.seq()) c.fold({ key: step.key, ...answer });
    return seq;
  }

  /** Waits for what comes before a step: for acts that are stored, which are fetched, or until an alarm is released. */
  private async waitFor(what: readonly string[]): Promise<'again'> {
    const { line } = this;
    const before = line.arrived();
    if (what.some((id) => !id.startsWith('alarm'))) this.playUpTo(await this.readNews());
    return this.pause(before);
  }

  /** Until somebody has come since; or for a while, longer each time that nobody has. */
  private async pause(before: number): Promise<'again'> {
    const { line } = this;
    const hasCome = (): boolean => line.arrived() > before;
    const ms = Math.min(FIRST_WAIT_MS * 2 ** line.waits, LONGEST_WAIT_MS);
    if (!hasCome() && !(await wf.condition(hasCome, ms))) line.waits += 1;
    line.hasWaited = true;
    return 'again';
  }

  /**
   * Reads what the book holds for this case: steps written beside it are folded, acts that nobody has handed over are put in line.
   * Nobody waits for these: their answers stand in the book. Answers what it is told of, by stamp.
   */
  private async readNews(): Promise<News['told']> {
    const { c, line } = this;
    const { steps, acts, told } = await this.ask(() => newsOf(c.caseId, c.seq()));
    for (const step of steps) c.fold(step);
    for (const act of acts) if (!line.has(act.id) && c.known(act) === undefined) line.fetched(act.at, { act });
    return told;
  }

  private playUpTo(told: News['told']): void {
    const { line } = this;
    for (const { id, at, ready } of told) if (!ready && !line.has(id)) line.fetched(at, { told: [id] });
  }

  /** Whoever has the book read waits for the earliest act that is told: later ones may have to wait until that one is decided. */
  private async readBook(waiting: Waiting): Promise<void> {
    const { told } = waiting;
    if (told) await this.ask(() => markReady(this.c.caseId, told));
    const [first, ...later] = told ? [] : await this.readNews();
    if (!first || first.ready) this.line.settle(waiting, this.done());
    else this.line.putOff(waiting, first.at, [first.id]);
    this.playUpTo(later);
  }

  /** A no counts once the same check on the book's own events says it. */
  private async saidNo(act: Act): Promise<number | 'again' | Refusal | Unknown> {
    const answer = await this.ask(() => refuse(this.c.caseId, act, this.c.seq()));
    if (isRefusal(answer) || 'unknown' in answer) return answer;
    return 'taken' in answer ? answer.taken : this.waitFor(answer.waitFor);
  }

  private ask<T>(work: () => Promise<T>): Promise<T> {
    return untilDone(this.c.caseId, work);
  }

  private done(seq = this.c.seq()): Done {
    const next = this.due()?.at;
    return { seq, ...(next === undefined ? {} : { next }) };
  }
}
