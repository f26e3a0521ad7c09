import { HandlerUnfinishedPolicy } from '@temporalio/common';
import * as wf from '@temporalio/workflow';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, sayRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import type { Clock } from '../domain/model/clock.js';
import type { Answer, News, StoredStep } from '../activities/carry-out.js';
import { makeAlarm } from './alarm.js';
import { BeginAfresh, markReady, newsOf, refuse, untilDone } from './book.js';
import { AT_ONCE, isAct, makeLine, refusalFailure, unknownFailure, type Waiting } from './line.js';
import { act as actUpdate, catchUp, state, type Done } from './messages.js';
import { isOutdated } from './renew.js';

/** A step of a case of any kind, as far as the shell looks at it. */
export interface AnyStep {
  readonly key: string;
}

/** A case of one kind, as a run has it: the pure functions on its state, and how its steps are written and shown. */
export interface Subject<S extends AnyStep, D extends { readonly at: Instant }> {
  readonly caseId: string;
  readonly clock: Clock;
  readonly state: unknown;
  seq(): number;
  /** Whether nothing more happens to it by itself. */
  isOver(): boolean;
  due(): D | undefined;
  onInstant(due: D): S | Promise<S>;
  onAct(act: Act): S | Refusal;
  /** The number of the last event of an act that it has taken lately. */
  known(act: Act): number | undefined;
  fold(step: StoredStep): void;
  carryOut(step: S, act?: Act): Promise<Answer>;
  show(due: D | undefined): void;
  sayDue(due: D): string;
  /** What it does by itself besides instants, and whether that has come. */
  own?(): S | undefined | Promise<S | undefined>;
  ownHasCome?(): boolean;
  /** Whether something is under way that a new run would have to begin again. */
  isBusy?(): boolean;
  /** Instants at which only what is shown changes. */
  alarmAt?(due: D | undefined): Instant | undefined;
}

/** A new run from about here on, once this one has taken a step: cold replays stay cheap. */
const LONG_HISTORY = 100;
/** A new run in any case: a case that only waits must not outgrow the server either. */
const TOO_LONG_HISTORY = 10 * LONG_HISTORY;
/** How long a case that is over and was revived waits for whoever revived it. */
const LINGER = '1m';
/** How long somebody waits for what comes before it: soon again at first, then ever more patiently. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

const ABANDON = { unfinishedPolicy: HandlerUnfinishedPolicy.ABANDON };

/** Any case: wait for the next instant or an act, take the step, have it written. One step at a time, in this loop alone. Ends when it is over. */
export async function runShell<S extends AnyStep, D extends { readonly at: Instant }>(
  load: () => Promise<Subject<S, D>>,
  renew: () => Promise<never>,
): Promise<Subject<S, D>> {
  try {
    const c = await load();
    await play(c, renew);
    return c;
  } catch (error) {
    if (error instanceof BeginAfresh) return renew();
    throw error;
  }
}

async function play<S extends AnyStep, D extends { readonly at: Instant }>(
  c: Subject<S, D>,
  renew: () => Promise<never>,
): Promise<void> {
  const line = makeLine();
  const began = c.seq();
  let atRest = false;
  /** Whether it has waited once since its last step: who revived a case that is over is heard. */
  let atLeisure = false as boolean;
  const now = (): Instant => c.clock.business0 + (Date.now() - c.clock.wall0);
  const due = (): D | undefined => {
    const next = c.due();
    return next && (c.clock.endsAt === undefined || next.at < c.clock.endsAt) ? next : undefined;
  };
  const ask = <T>(work: () => Promise<T>): Promise<T> => untilDone(c.caseId, work);
  const done = (seq = c.seq()): Done => {
    const next = due()?.at;
    return { seq, ...(next === undefined ? {} : { next }) };
  };

  /** The pure check; nothing where it cannot even look at what the message says. */
  const judged = (act: Act): S | Refusal | undefined => {
    try {
      return c.onAct(act);
    } catch {
      return undefined;
    }
  };

  wf.setHandler(state, () => c.state);
  wf.setHandler(catchUp, () => line.join(AT_ONCE), ABANDON);
  wf.setHandler(actUpdate, (asked) => line.join(asked.at, asked), {
    ...ABANDON,
    /** Refuses at once only what no earlier act, step or instant can still make right. */
    validator(asked: Act) {
      if (!isAct(asked)) throw unknownFailure('it is no act');
      const next = due();
      if (!atRest || !line.isEmpty() || c.known(asked) !== undefined || (next && next.at <= asked.at)) return;
      const answer = judged(asked);
      if (isRefusal(answer)) throw refusalFailure(answer);
    },
  });

  /**
   * Reads what the book holds for this case: steps written beside it are folded, acts that nobody has handed over are put in line.
   * Nobody waits for these: their answers stand in the book. Answers what it is told of, by stamp.
   */
  const readNews = async (): Promise<News['told']> => {
    const { steps, acts, told } = await ask(() => newsOf(c.caseId, c.seq()));
    for (const step of steps) c.fold(step);
    for (const act of acts) if (!line.has(act.id) && c.known(act) === undefined) line.fetched(act.at, { act });
    return told;
  };
  const playUpTo = (told: News['told']): void => {
    for (const { id, at, ready } of told) if (!ready && !line.has(id)) line.fetched(at, { told: [id] });
  };
  /** Waits for what comes before a step: for acts that are stored, which are fetched, or until an alarm is released. */
  const waitFor = async (what: readonly string[]): Promise<void> => {
    const before = line.arrived();
    if (what.some((id) => !id.startsWith('alarm'))) playUpTo(await readNews());
    const pause = Math.min(FIRST_WAIT_MS * 2 ** line.waits, LONGEST_WAIT_MS);
    if (line.arrived() === before) await wf.condition(() => line.arrived() > before, pause);
    line.waits += 1;
  };
  /**
   * Has the book write a step and folds the events that the book returns; answers the number of the last. `again`: something comes
   * before it; `unknown`: the book has no such request, and why; a refusal: nothing was written.
   */
  const take = async (step: S, act?: Act): Promise<number | 'again' | Refusal | { readonly unknown: string }> => {
    const answer = await ask(() => c.carryOut(step, act));
    if (isRefusal(answer) || 'unknown' in answer) return answer;
    if ('waitFor' in answer) return waitFor(answer.waitFor).then(() => 'again');
    if ('notCome' in answer) return act ? { unknown: 'stamped ahead of the clock' } : wf.sleep(FIRST_WAIT_MS).then(() => 'again');
    line.waits = 0;
    if ('ahead' in answer) {
      for (const seen of answer.ahead) c.fold(seen);
      return 'again';
    }
    const { seq = 0 } = answer.events.at(-1) ?? {};
    // an old answer given again tells nothing new
    if (seq > c.seq()) c.fold({ key: step.key, ...answer });
    return seq;
  };
  /** The law's own steps: for them, a no of the book is an error of ours; unless they were played for somebody whom the book does not know. */
  const takeOwn = async (step: S, because?: Waiting): Promise<void> => {
    const [told] = because?.told ?? [];
    const act = because?.act ?? (told === undefined ? undefined : { id: told, do: '', by: '', at: because?.at ?? 0, with: null });
    const answer = await take(step, act);
    if (typeof answer !== 'object') return;
    if (isRefusal(answer)) throw new Error(`${c.caseId}: ${step.key} was refused: ${sayRefusal(answer)}`);
    if (!because) throw new Error(`${c.caseId}: ${step.key} is unknown to the book: ${answer.unknown}`);
    line.turnAway(because, answer.unknown);
  };
  /** Whoever has the book read waits for the earliest act that is told: later ones may have to wait until that one is decided. */
  const readBook = async (waiting: Waiting): Promise<void> => {
    if (waiting.told) await ask(() => markReady(c.caseId, waiting.told ?? []));
    const [first, ...later] = waiting.told ? [] : await readNews();
    if (!first || first.ready) line.settle(waiting, done());
    else line.putOff(waiting, first.at, [first.id]);
    playUpTo(later);
  };
  /** A no counts once the same check on the book's own events says it. */
  const saidNo = async (act: Act): Promise<number | 'again' | Refusal | { readonly unknown: string }> => {
    const answer = await ask(() => refuse(c.caseId, act, c.seq()));
    if (isRefusal(answer) || 'unknown' in answer) return answer;
    if ('taken' in answer) return answer.taken;
    return waitFor(answer.waitFor).then(() => 'again');
  };
  /** Decides the act of whoever is first in line and answers, or leaves it in line where something comes before it. */
  const serve = async (waiting: Waiting): Promise<void> => {
    const { act } = waiting;
    if (!act) return readBook(waiting);
    const known = c.known(act);
    if (known !== undefined) return line.settle(waiting, done(known));
    const step = judged(act);
    const answer = step === undefined || isRefusal(step) ? await saidNo(act) : await take(step, act);
    if (answer === 'again') return;
    if (typeof answer === 'number') return line.settle(waiting, done(answer));
    return isRefusal(answer) ? line.refuse(waiting, answer) : line.turnAway(waiting, answer.unknown);
  };

  /** Waits for somebody, or for the next instant; a case that is over until nobody waits for an answer any more. */
  const rest = async (next: D | undefined): Promise<void> => {
    c.show(next);
    alarm.set(c.alarmAt ? c.alarmAt(next) : next?.at, next && c.sayDue(next));
    atRest = true;
    if (!c.isOver() || next) await wf.condition(() => !line.isEmpty() || alarm.rang() || c.ownHasCome?.() === true);
    else if (c.seq() === began) await wf.condition(() => !line.isEmpty(), LINGER);
    else await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
    atRest = false;
    atLeisure = true;
  };
  /** Where it is long, the next run begins; at once where it is too long, or has waited so long: whoever waits asks again, or is fetched. */
  const renewed = async (): Promise<void> => {
    const { historyLength } = wf.workflowInfo();
    if (historyLength > TOO_LONG_HISTORY || (historyLength > LONG_HISTORY && line.waits > 0)) await renew();
    if (!(historyLength > LONG_HISTORY || isOutdated()) || c.seq() === began || !line.isEmpty() || c.isBusy?.() === true) return;
    await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
    if (line.isEmpty()) await renew();
  };

  /** One thing at a time, in nominal order: an instant before every act stamped at or after it, after every act stamped before it. */
  const turn = async (): Promise<void> => {
    const next = due();
    const first = line.first();
    if (first && (!next || first.at < next.at)) return serve(first);
    if (next && (first || next.at <= now())) return takeOwn(await c.onInstant(next), next.at <= now() ? undefined : first);
    const own = await c.own?.();
    return own ? takeOwn(own) : rest(next);
  };

  const alarm = makeAlarm(now);
  for (;;) {
    await renewed();
    await turn();
    if (!c.isOver() || due() !== undefined || !atLeisure) continue;
    await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
    if (line.isEmpty()) return c.show(undefined);
  }
}
