import type { Database } from '../ledger/one-row.js';
import { collectionsReleased, lateCases } from '../records/late-cases.js';
import { Cases, type CasesOptions } from './cases.js';
import { inLanes } from './lanes.js';
import { Patience } from './patience.js';

const AT_A_TIME = 8;

/**
 * Has what these alarms held up go on at once, where they are released. What is lost on the way, and what the time of a call does not suffice
 * for, the sweep finds (`wakingLate`): the release has been decided, and nothing here undoes it.
 */
export async function wakeReleased(cases: Cases, db: Database, alarms: readonly number[]): Promise<void> {
  const stop = AbortSignal.timeout(cases.patience);
  const some = await collectionsReleased(db, alarms).catch((): string[] => []);
  await inLanes(AT_A_TIME, some, stop, (caseId) => cases.signal(caseId, 'lookAgain'));
}

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
  let before: readonly string[] = [];
  return async () => {
    const { held, free } = await lateCases(options.book.pool, options.everyMs);
    // however long ago it was told in vain: what held it up has gone
    for (const caseId of before) if (!held.includes(caseId)) patience.cameOff(caseId);
    before = held;
    const leaving = patience.leaving();
    const some = free.filter((caseId) => !leaving.has(caseId));
    await inLanes(AT_A_TIME, some, stop, async (caseId) => {
      await cases.signal(caseId, 'lookAgain');
      patience.tried(caseId);
    });
    return new Set(held);
  };
}
