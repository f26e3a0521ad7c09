import { HandlerUnfinishedPolicy } from '@temporalio/common';
import * as wf from '@temporalio/workflow';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Act } from '../domain/model/step.js';
import { makeAlarm } from './alarm.js';
import { BeginAfresh } from './book.js';
import { AT_ONCE, isAct, makeLine, refusalFailure, unknownFailure, type Line } from './line.js';
import { act as actUpdate, approve, catchUp, lookAgain, returned, state, withdraw } from './messages.js';
import { isOutdated } from './renew.js';
import type { AnyStep, Subject } from './subject.js';
import { judged, Turns } from './turns.js';

/** A new run from about here on, once this one has taken a step: cold replays stay cheap. */
const LONG_HISTORY = 100;
/** A new run in any case: a case that only waits must not outgrow the server either. */
const TOO_LONG_HISTORY = 10 * LONG_HISTORY;
/** How long a case that is over and was revived waits for whoever revived it. */
const LINGER = '1m';

/** Any case: wait for the next instant or an act, take the step, have it written. Ends when the case is over, or begins a new run. */
export async function runShell<S extends AnyStep, D extends { readonly at: Instant }>(
  load: () => Promise<Subject<S, D>>,
  { waits, renew }: Runs,
): Promise<Subject<S, D>> {
  const door = listen();
  door.line.waits = waits;
  try {
    const c = await load();
    await play(c, door, renew);
    return c;
  } catch (error) {
    if (error instanceof BeginAfresh) return renew(0);
    throw error;
  }
}

/** How runs follow each other. */
interface Runs {
  /** How often in a row the run before has waited for the same. */
  readonly waits: number;
  readonly renew: (waits: number) => Promise<never>;
}

interface Door {
  readonly line: Line;
  /** The refusal of an act that cannot be right any more. Until the case is read from the book, none is. */
  refusal: (act: Act) => Refusal | undefined;
}

/** The answers to messages, from the first moment of a run on: whoever sends one joins the line; what cannot be right any more is refused at once. */
function listen(): Door {
  const line = makeLine();
  const door: Door = { line, refusal: () => undefined };
  const abandon = { unfinishedPolicy: HandlerUnfinishedPolicy.ABANDON };
  wf.setHandler(catchUp, () => line.join(AT_ONCE), abandon);
  // a signal carries no word of its own either: it has the case read what the desk stored
  for (const signal of [approve, returned, withdraw, lookAgain]) wf.setHandler(signal, () => line.look());
  wf.setHandler(actUpdate, (asked) => line.join(asked.at, asked), {
    ...abandon,
    /** Refuses only what no earlier act, step or instant can still make right. */
    validator(asked: Act) {
      if (!isAct(asked)) throw unknownFailure('it is no act');
      const refusal = door.refusal(asked);
      if (refusal) throw refusalFailure(refusal);
    },
  });
  return door;
}

async function play<S extends AnyStep, D extends { readonly at: Instant }>(
  c: Subject<S, D>,
  door: Door,
  renew: Runs['renew'],
): Promise<void> {
  const { line } = door;
  const began = c.seq();
  /** Whether it waits now; and whether it has waited once: who revived a case that is over is heard. */
  const waits = { now: false, once: false };
  const now = (): Instant => c.clock.business0 + (Date.now() - c.clock.wall0);
  const due = (): D | undefined => {
    const next = c.due();
    return next && next.at < (c.clock.endsAt ?? Infinity) ? next : undefined;
  };
  const mayRefuse = ({ at }: Act): boolean => waits.now && line.isEmpty() && (due()?.at ?? Infinity) > at;
  door.refusal = (asked) => {
    if (c.known(asked) !== undefined || !mayRefuse(asked)) return undefined;
    const answer = judged(c, asked);
    return isRefusal(answer) ? answer : undefined;
  };
  wf.setHandler(state, () => c.state);
  const turns = new Turns(c, line, due);
  const alarm = makeAlarm(now);

  /** Waits for somebody, or for the next instant; a case that is over until nobody waits for an answer any more. */
  const rest = async (next: D | undefined): Promise<void> => {
    c.show(next);
    alarm.set(c.alarmAt ? c.alarmAt(next) : next?.at, next && c.sayDue(next));
    waits.now = true;
    if (!c.isOver() || next) await wf.condition(() => !line.isEmpty() || alarm.rang() || c.ownHasCome?.() === true);
    else if (c.seq() === began) await wf.condition(() => !line.isEmpty(), LINGER);
    else await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
    waits.now = false;
    waits.once = true;
  };
  /** One thing at a time, in nominal order: an instant before every act stamped at or after it, after every act stamped before it. */
  const turn = async (): Promise<void> => {
    const next = due();
    const first = line.first();
    if (first && (!next || first.at < next.at)) return turns.serve(first);
    if (next && (first || next.at <= now())) return turns.takeOwn(await c.onInstant(next), next.at <= now() ? undefined : first);
    const own = await c.own?.();
    return own ? turns.takeOwn(own) : rest(next);
  };
  /** Where it is long, the next run begins; at once where it is too long, or has waited so long: whoever waits asks again, or is fetched. */
  const renewed = async (): Promise<void> => {
    const { historyLength } = wf.workflowInfo();
    if (historyLength > TOO_LONG_HISTORY || (historyLength > LONG_HISTORY && line.hasWaited)) await renew(line.waits);
    if (!(historyLength > LONG_HISTORY || isOutdated()) || c.seq() === began || !line.isEmpty() || c.isBusy?.() === true) return;
    await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
    if (line.isEmpty()) await renew(0);
  };

  for (;;) {
    await renewed();
    await turn();
    if (!c.isOver() || due() !== undefined || !waits.once) continue;
    await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
    if (line.isEmpty()) return c.show(undefined);
  }
}
