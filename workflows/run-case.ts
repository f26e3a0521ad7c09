import * as wf from '@temporalio/workflow';
import { blank, dueNext, onAct, onInstant, openingStep } from '../domain/cases/case.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { Act, Due } from '../domain/model/step.js';
import { makeAlarm } from './alarm.js';
import { makeLine, refusalFailure } from './line.js';
import { act, catchUp, state, type Done, type RunInput } from './messages.js';
import { isOutdated, renew } from './renew.js';
import { sayDue, show, type Shown } from './show.js';
import { known, serve, takeOwn } from './take.js';

/** A new run from about here on, once this one has taken a step: cold replays stay cheap. */
const LONG_HISTORY = 100;
/** A new run in any case: a case that only waits must not outgrow the server either. */
const TOO_LONG_HISTORY = 10 * LONG_HISTORY;

/** How long a closed case that was revived waits for whoever revived it. */
const LINGER = '1m';

/** Any case: fold, wait for the next instant or an act, take the step, carry it out. One step at a time, in this loop alone. Ends when it is closed. */
export async function runCase(input: RunInput): Promise<Done> {
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

  wf.setHandler(state, () => c);
  wf.setHandler(catchUp, (stamp) => line.join(stamp));
  wf.setHandler(act, (asked) => line.join(asked.at, asked), {
    /** Refuses at once only what no earlier act, step or instant can still make right. */
    validator(asked: Act) {
      const next = due();
      if (!atRest || !line.isEmpty() || known(c, asked) !== undefined || (next && next.at <= asked.at)) return;
      const answer = onAct(c, asked);
      if (isRefusal(answer)) throw refusalFailure(answer);
    },
  });

  /** Waits for somebody, or for the next instant; a closed case until nobody waits for an answer any more. */
  const rest = async (next: Due | undefined): Promise<void> => {
    shown = show(c, next, shown);
    alarm.set(next?.at, next && sayDue(c, next));
    atRest = true;
    if (!c.closed || next) await wf.condition(() => !line.isEmpty() || alarm.rang());
    else if (c.seq === began) await wf.condition(() => !line.isEmpty(), LINGER);
    else await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
    atRest = false;
  };
  const renewed = async (): Promise<void> => {
    await wf.condition(() => !line.isEmpty() || wf.allHandlersFinished());
    if (line.isEmpty()) await renew<typeof runCase>({ ...input, case: c, shown });
  };

  const alarm = makeAlarm(now);
  while (c.seq === 0) await takeOwn(c, openingStep(opening), line, opening);
  for (;;) {
    // awaited only where it waits: a turn more would change the order of commands that histories have
    if (isLong() && line.isEmpty()) await renewed();
    const next = due();
    const first = line.first();
    // nominal order: an instant comes before every act stamped at or after it, and after every act stamped before it
    if (first && (!next || first.at < next.at)) await serve(c, first, line, () => due()?.at);
    else if (next && (first || next.at <= now())) await takeOwn(c, onInstant(c, next.at), line);
    else {
      await rest(next);
      if (c.closed && !next && line.isEmpty()) return { seq: c.seq };
    }
  }
}
