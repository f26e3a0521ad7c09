import { isoOf } from '../domain/model/instant.js';
import { openAlarms } from '../ledger/alarms.js';
import { attemptsIn } from '../records/attempts.js';
import type { Book } from '../records/book.js';
import { suspensionsIn } from '../records/cases.js';
import { refusedLetters } from '../records/sent-letters.js';
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
  const [suspended, undecided, alarms, letters, attempts, troubles] = await Promise.all([
    suspensionsIn(book.pool),
    book.actsForgotten(LATE_SECONDS, MANY),
    openAlarms(book.pool),
    refusedLetters(book.pool, MANY),
    attemptsIn(book.pool, MANY),
    openTroubles(book.pool, MANY),
  ]);
  return {
    suspended: suspended.length,
    undecided: undecided.length,
    alarms: alarms.length,
    refusedLetters: letters,
    attempts: attempts.length,
    troubles: troubles.length,
  };
}

/** One thing of what waits for an operator. */
export interface AttentionItem {
  /** The case that it is of, where it is of one. */
  readonly caseId?: string;
  readonly what: string;
  readonly why: string;
  readonly since?: string;
}

/** What waits for an operator, by its sort, no more than a page of each. */
export type AttentionList = Readonly<Record<keyof AttentionCounts, readonly AttentionItem[]>>;

const PAGE = 50;

/** The same one by one. */
export async function attentionList(book: Book): Promise<AttentionList> {
  const [suspended, undecided, alarms, letters, attempts, troubles] = await Promise.all([
    suspensionsIn(book.pool),
    book.actsForgotten(LATE_SECONDS, PAGE),
    openAlarms(book.pool),
    book.lettersOf({ refused: true, limit: PAGE }),
    attemptsIn(book.pool, PAGE),
    openTroubles(book.pool, PAGE),
  ]);
  return {
    suspended: suspended.slice(0, PAGE).map(({ caseId, since, why }) => ({ caseId, what: caseId, why, since })),
    undecided: undecided.map(({ id, do: what, caseId, at }) => ({ caseId, what, why: id, since: isoOf(at) })),
    alarms: alarms.slice(0, PAGE).map(({ id, subject, found, raisedAt }) => ({
      what: `${String(id)} ${subject}`,
      why: found,
      since: isoOf(raisedAt),
    })),
    refusedLetters: letters.map(({ to, party, said = '' }) => ({
      what: `${party.id} ${to}`,
      why: said,
    })),
    attempts: attempts.map(({ caseId, key, why, recordedAt }) => ({
      caseId,
      what: key,
      why,
      since: isoOf(recordedAt.getTime()),
    })),
    troubles: troubles.map(({ kind, subject, said, at }) => ({ what: `${kind} ${subject}`, why: said, since: isoOf(at) })),
  };
}
