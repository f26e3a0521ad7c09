import { condition, proxyLocalActivities } from '@temporalio/workflow';
import { fold, type Opening } from '../domain/cases/case.js';
import { addressBookOf } from '../domain/letters/addresses.js';
import type { Case } from '../domain/model/case.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Step } from '../domain/model/step.js';
import type { CaseActivities } from '../activities/carry-out.js';

const { carryOut, stepsSince } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
  localRetryThreshold: '5s',
});
/** How long an instant waits for acts stamped before it: soon again at first, then ever more patiently. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** The line before the case, as far as waiting for it goes. */
export interface Arrivals {
  arrived(): number;
  /** How often in a row somebody waited and decided again. */
  waits: number;
}

/** Folds whatever the book holds of a case that this run has not seen. */
export async function foldSince(c: Case): Promise<void> {
  for (const step of await stepsSince(c.id, c.seq)) fold(c, step.key, step.events, step.head);
}

/**
 * Has the book write a step and folds the events that the book returns. `again`: something comes before it, another step
 * or an act stamped earlier (waited for here, until somebody arrives); decide again. A refusal: nothing was written.
 * The first step of a case brings its opening.
 */
export async function take(c: Case, step: Step, line: Arrivals, opening?: Opening): Promise<'done' | 'again' | Refusal> {
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
