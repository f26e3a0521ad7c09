import type { CaseKind, Unit } from '../domain/model/case.js';
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
