import type { Unit } from '../domain/model/case.js';
import type { Book } from '../records/book.js';
import { caseIdOf } from '../workflows/ids.js';
import { judgedIn } from './admit.js';

/** A unit as the cycle lists it, where it has a case to which a lot could be brought; none otherwise. */
export async function bidderIn(book: Book, cycle: number, id: string): Promise<Unit | undefined> {
  for (const kind of ['key', 'general'] as const) {
    const record = await book.readCase(caseIdOf(cycle, id, judgedIn({ kind })));
    if (record) return record.opening.unit;
  }
  return undefined;
}
