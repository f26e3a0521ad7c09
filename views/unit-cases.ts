import { blank, fold } from '../domain/cases/case.js';
import { inHindsight } from '../domain/cases/hindsight.js';
import type { Case } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Book } from '../records/book.js';
import type { CaseRecord } from '../records/whole-cases.js';

/** A case folded from the steps taken up to an instant, with what later corrections say of it; none where it was opened later. */
function caseAt(record: CaseRecord, until: Instant, knownAt: Instant): Case | undefined {
  if (record.openedAt > until) return undefined;
  const folded = blank(record.opening);
  for (const step of record.steps) {
    if ((step.events[0]?.at ?? Infinity) > until) break;
    fold(folded, step.key, step.events, step.head);
  }
  const later = record.steps.flatMap((step) => step.events);
  return until < knownAt ? inHindsight(folded, later, until, knownAt) : folded;
}

/** For which moment, and as known when; `Infinity` for as much as there is. */
export interface Moments {
  readonly until: Instant;
  readonly knownAt: Instant;
  /** Of one cycle only. */
  readonly cycle?: number;
}

/**
 * Every case of a unit as it stood, the latest cycle first, and in it the one in which the unit is judged; none where no case of it
 * was in the book.
 */
export async function casesOfUnit(book: Book, unit: string, { until, knownAt, cycle }: Moments): Promise<Case[]> {
  const folded: Case[] = [];
  for (const record of await book.readCasesOf(unit)) {
    const c = cycle === undefined || record.cycle === cycle ? caseAt(record, until, knownAt) : undefined;
    if (c) folded.push(c);
  }
  const isBeside = ({ kind }: Case): number => Number(kind === 'monthly-evidence');
  return folded.sort((a, b) => b.terms.cycle - a.terms.cycle || isBeside(a) - isBeside(b));
}
