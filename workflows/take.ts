import { condition, proxyLocalActivities } from '@temporalio/workflow';
import { fold, onAct, type Opening } from '../domain/cases/case.js';
import { addressBookOf } from '../domain/letters/addresses.js';
import type { Case } from '../domain/model/case.js';
import { isRefusal, sayRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Instant } from '../domain/model/instant.js';
import type { Act, Step } from '../domain/model/step.js';
import type { CaseActivities } from '../activities/carry-out.js';
import type { makeLine, Waiting } from './line.js';

const { carryOut, stepsSince } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
  localRetryThreshold: '5s',
});
/** How long an instant waits for acts stamped before it: soon again at first, then ever more patiently. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

type Line = ReturnType<typeof makeLine>;

/** The line before the case, as far as waiting for it goes. */
interface Arrivals {
  arrived(): number;
  /** How often in a row somebody waited and decided again. */
  waits: number;
}

/** Folds whatever the book holds of a case that this run has not seen. */
async function foldSince(c: Case): Promise<void> {
  for (const step of await stepsSince(c.id, c.seq)) fold(c, step.key, step.events, step.head);
}

/**
 * Has the book write a step and folds the events that the book returns. `again`: something comes before it, another step
 * or an act stamped earlier (waited for here, until somebody arrives); decide again. A refusal: nothing was written.
 * The first step of a case brings its opening.
 */
async function take(c: Case, step: Step, line: Arrivals, opening?: Opening): Promise<'done' | 'again' | Refusal> {
  const answer = await carryOut({
    caseId: c.id,
    unit: c.unit.id,
    seq: c.seq,
    head: c.head,
    step,
    addresses: addressBookOf(c),
    ...(opening ? { opening } : {}),
  });
  if (isRefusal(answer)) return answer;
  if ('waitFor' in answer) {
    const before = line.arrived();
    await condition(() => line.arrived() > before, Math.min(FIRST_WAIT_MS * 2 ** line.waits, LONGEST_WAIT_MS));
    line.waits += 1;
    return 'again';
  }
  line.waits = 0;
  if ('ahead' in answer) {
    for (const seen of answer.ahead) fold(c, seen.key, seen.events, seen.head);
    return 'again';
  }
  // an old answer given again tells nothing new
  if ((answer.events.at(-1)?.seq ?? 0) > c.seq) fold(c, step.key, answer.events, answer.head);
  return 'done';
}

/** The law's own steps, the first one with the case's opening: for them, a no of the book is an error of ours. */
export async function takeOwn(c: Case, step: Step, line: Arrivals, opening?: Opening): Promise<void> {
  const answer = await take(c, step, line, opening);
  if (isRefusal(answer)) throw new Error(`${c.id}: ${step.key} was refused: ${sayRefusal(answer)}`);
}

/** The last event of an act that the case has taken lately. */
export const known = (c: Case, asked: Act): number | undefined => c.recent[`act:${asked.id}`];

/** Decides the act of whoever is first in line and answers, or leaves it in line where something comes before it. */
export async function serve(c: Case, waiting: Waiting, line: Line, wakes: () => Instant | undefined): Promise<void> {
  const { act } = waiting;
  if (!act) await foldSince(c);
  else if (known(c, act) === undefined) {
    const step = onAct(c, act);
    const answer = isRefusal(step) ? step : await take(c, step, line);
    if (answer === 'again') return;
    if (answer !== 'done') return line.refuse(waiting, answer);
  }
  const next = wakes();
  line.settle(waiting, { seq: (act && known(c, act)) ?? c.seq, ...(next === undefined ? {} : { next }) });
}
