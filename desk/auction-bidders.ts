import type { CaseKind, Unit } from '../domain/model/case.js';
import type { Book } from '../records/book.js';
import { caseIdOf } from '../workflows/ids.js';

/** The cases that hold an account, to which a lot can be brought. */
const WITH_ACCOUNT: readonly CaseKind[] = ['compliance-cycle', 'general-report'];

/** A unit as the cycle lists it, where it has an account in it; none otherwise. */
export async function bidderIn(book: Book, cycle: number, id: string): Promise<Unit | undefined> {
  for (const kind of WITH_ACCOUNT) {
    const record = await book.readCase(caseIdOf(cycle, id, kind));
    if (record) return record.opening.unit;
  }
  return undefined;
}
