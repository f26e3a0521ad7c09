import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyLocalActivities,
  sleep,
  workflowInfo,
  type LocalActivityOptions,
} from '@temporalio/workflow';
import type { CaseActivities } from '../activities/carry-out.js';
import { SUSPENDED } from './messages.js';

/** What all cases ask of the book: short, tried again a few times; then the case itself waits, visibly. */
export const OF_THE_BOOK: LocalActivityOptions = {
  startToCloseTimeout: '10s',
  scheduleToCloseTimeout: '45s',
  retry: {
    initialInterval: '200ms',
    maximumInterval: '10s',
    maximumAttempts: 6,
    nonRetryableErrorTypes: ['Incurable', 'Elsewhere', 'CaseSuspended'],
  },
  localRetryThreshold: '5s',
};

const ofTheBook = proxyLocalActivities<CaseActivities>(OF_THE_BOOK);
export const { newsOf, markReady, refuse } = ofTheBook;

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;
/** While the book is away a run grows by its tries; the next begins afresh. */
const TOO_LONG = 1_000;

/** Thrown to the shell: what this run believes is not what the book holds, or it has grown too long; it begins afresh from the book. */
export class BeginAfresh extends Error {}

const causeOf = (error: unknown): ApplicationFailure | undefined =>
  error instanceof ActivityFailure && error.cause instanceof ApplicationFailure ? error.cause : undefined;

const sayWhy = (error: unknown): string => causeOf(error)?.message ?? (error instanceof Error ? error.message : String(error));

/** Ends the run, visibly, with what to do; the book remembers it, and takes what is filed meanwhile. */
export async function standStill(caseId: string, why: string): Promise<never> {
  await untilDone(caseId, () => ofTheBook.suspend(caseId, why), false);
  throw ApplicationFailure.nonRetryable(
    `案件暂停，待排除后执行 luyue revive ${caseId} / suspended: mend the cause, then luyue revive ${caseId}: ${why}`,
    SUSPENDED,
  );
}

/**
 * Asks the book until it answers: away, it is asked again after ever longer pauses. What no trying again can help suspends the case.
 * Throws BeginAfresh where the run has to read the book anew.
 */
export async function untilDone<T>(caseId: string, ask: () => Promise<T>, maySuspend = true): Promise<T> {
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
      const type = causeOf(error)?.type;
      if (type === 'Elsewhere') throw new BeginAfresh();
      if (type === 'CaseSuspended') throw ApplicationFailure.nonRetryable(sayWhy(error), SUSPENDED);
      if (type === 'Incurable' && maySuspend) return standStill(caseId, sayWhy(error));
      if (workflowInfo().historyLength > TOO_LONG) throw new BeginAfresh();
      await sleep(pause, { summary: '等待账簿恢复 waiting for the book' });
    }
  }
}
