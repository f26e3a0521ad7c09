import type { CaseKind, Unit } from '../domain/model/case.js';
import { refuse, type Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { readRun } from '../records/whole-cases.js';
import { caseIdOf } from '../workflows/ids.js';

/** The cases that hold an account, to which a lot can be brought. */
const WITH_ACCOUNT: readonly CaseKind[] = ['compliance-cycle', 'general-report'];

/** A unit as the register has it now, where it has an account in the cycle; none otherwise. */
export async function bidderIn(book: Book, cycle: number, id: string): Promise<Unit | undefined> {
  for (const kind of WITH_ACCOUNT) {
    const run = await readRun(book.pool, caseIdOf(cycle, id, kind));
    if (run) return run.case.unit;
  }
  return undefined;
}

/** By which a unit comes into an auction; what it sealed while it was listed it may still open, or withdraw. */
const COMING_IN = ['record-cover', 'file-bid'];

/** 三(三)2 (policy): who has left the list, or was merged into another, buys nothing any more. */
export const notListedAnyMore = (unit: Unit, what: string): Refusal | undefined =>
  COMING_IN.includes(what) && (unit.left !== undefined || unit.mergedInto !== undefined)
    ? refuse('not-eligible', `${unit.id} 已不在名单`, `${unit.id} is not listed any more`, '三(三)2')
    : undefined;
