import { openAlarms } from '../ledger/alarms.js';
import { attemptsIn } from '../records/attempts.js';
import type { Book } from '../records/book.js';
import { suspensionsIn } from '../records/cases.js';
import { openTroubles } from '../records/troubles.js';

/** How much waits for an operator, of each sort; no more is counted than `MANY`. */
export interface AttentionCounts {
  readonly suspended: number;
  readonly undecided: number;
  readonly alarms: number;
  readonly refusedLetters: number;
  readonly attempts: number;
  readonly troubles: number;
}

const MANY = 200;
/** What was stored longer ago than this is looked at: usually a case answers at once. */
const LATE_SECONDS = 30;

/** What waits for operators, counted: cases that stand still, requests that nobody decided, alarms, letters refused, messages past the desk. */
export async function attentionCounts(book: Book): Promise<AttentionCounts> {
  return {
    suspended: (await suspensionsIn(book.pool)).length,
    undecided: (await book.actsForgotten(LATE_SECONDS, MANY)).length,
    alarms: (await openAlarms(book.pool)).length,
    refusedLetters: (await book.outboxOf({ refused: true })).length,
    attempts: (await attemptsIn(book.pool, MANY)).length,
    troubles: (await openTroubles(book.pool, MANY)).length,
  };
}
