import { lateCases } from '../records/late-cases.js';
import { Cases, type CasesOptions } from './cases.js';
import { inLanes } from './lanes.js';
import { Patience } from './patience.js';

const AT_A_TIME = 8;

/**
 * Looks, whenever it is called, for cases that could play their next instant and do not: an alarm that held them up was released, or what
 * woke them was lost. Each is told to look again; the book decides as ever. Answers those that an alarm still holds up.
 */
export function wakingLate(
  options: CasesOptions & { readonly everyMs: number },
  stop: AbortSignal,
): () => Promise<ReadonlySet<string>> {
  const cases = new Cases(options);
  const patience = new Patience(options.everyMs);
  return async () => {
    const { held, free } = await lateCases(options.book.pool, options.everyMs);
    const leaving = patience.leaving();
    const some = free.filter((caseId) => !leaving.has(caseId));
    await inLanes(AT_A_TIME, some, stop, async (caseId) => {
      await cases.signal(caseId, 'lookAgain');
      patience.tried(caseId);
    });
    return new Set(held);
  };
}
