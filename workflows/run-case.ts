import * as wf from '@temporalio/workflow';
import { blank, dueNext, onAct, onInstant, openingStep } from '../domain/cases/case.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, sayRefusal } from '../domain/model/refusal.js';
import type { Act, Due, Step } from '../domain/model/step.js';
import { makeAlarm } from './alarm.js';
import { makeLine, refusalFailure, type Waiting } from './line.js';
import { act, catchUp, state, type RunInput } from './messages.js';
import { isOutdated, renew } from './renew.js';
import { sayDue, show, type Shown } from './show.js';
import { foldSince, take } from './take.js';

/** A new run from about here on, once this one has taken a step: cold replays stay cheap. */
const LONG_HISTORY = 100;
/** A new run in any case: a case that only waits must not outgrow the server either. */
const TOO_LONG_HISTORY = 10 * LONG_HISTORY;

/** Any case: fold, wait for the next instant or an act, take the step, carry it out. One step at a time, in this loop alone. */
export async function runCase(input: RunInput): Promise<never> {
  const { clock, opening } = input;
  const c = input.case ?? blank(opening);
  const line = makeLine();
  const began = c.seq;
  // what a case is started with needs no telling
  let shown: Shown = { district: opening.unit.district, ...input.shown };
  let atRest = false;

  const now = (): Instant => clock.business0 + (Date.now() - clock.wall0);
  const due = (): Due | undefined => {
    const next = dueNext(c);
    return next && (clock.endsAt === undefined || next.at < clock.endsAt) ? next : undefined;
  };
  const isLong = (): boolean => {
    const { historyLength } = wf.workflowInfo();
    return historyLength > TOO_LONG_HISTORY || ((historyLength > LONG_HISTORY || isOutdated()) && c.seq > began);
  };
  const known = (asked: Act): number | undefined => c.recent[`act:${asked.id}`];

  wf.setHandler(state, () => c);
  wf.setHandler(catchUp, (stamp) => line.join(stamp));
  wf.setHandler(act, (asked) => line.join(asked.at, asked), {
    /** Refuses at once only what no earlier act, step or instant can still make right. */
    validator(asked: Act) {
      const next = due();
      if (!atRest || !line.isEmpty() || known(asked) !== undefined || (next && next.at <= asked.at)) return;
      const answer = onAct(c, asked);
      if (isRefusal(answer)) throw refusalFailure(answer);
    },
  });

  /** The law's own steps: for them, a no of the book is an error of ours. */
  const takeOwn = async (step: Step): Promise<void> => {
    const answer = await take(c, step, line, c.seq === 0 ? opening : undefined);
    if (isRefusal(answer)) throw new Error(`${c.id}: ${step.key} was refused: ${sayRefusal(answer)}`);
  };
  const serve = async (waiting: Waiting): Promise<void> => {
    if (!waiting.act) await foldSince(c);
    else if (known(waiting.act) === undefined) {
      const step = onAct(c, waiting.act);
      const answer = isRefusal(step) ? step : await take(c, step, line);
      if (answer === 'again') return;
      if (answer !== 'done') return line.refuse(waiting, answer);
    }
    const next = due()?.at;
    line.settle(waiting, { seq: (waiting.act && known(waiting.act)) ?? c.seq, ...(next === undefined ? {} : { next }) });
  };

  const alarm = makeAlarm(now);
  while (c.seq === 0) await takeOwn(openingStep(opening));
  for (;;) {
    if (isLong() && line.isEmpty()) {
      await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
      if (line.isEmpty()) await renew<typeof runCase>({ ...input, case: c, shown });
    }
    const next = due();
    const first = line.first();
    // nominal order: an instant comes before every act stamped at or after it, and after every act stamped before it
    if (first && (!next || first.at < next.at)) await serve(first);
    else if (next && (first || next.at <= now())) await takeOwn(onInstant(c, next.at));
    else {
      shown = show(c, next, shown);
      alarm.set(next?.at, next && sayDue(c, next));
      atRest = true;
      await wf.condition(() => !line.isEmpty() || alarm.rang());
      atRest = false;
    }
  }
}
