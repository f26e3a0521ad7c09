import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import { openAlarms, type Alarm } from '../ledger/alarms.js';
import { checkBook, checkHashes, type Difference } from '../ledger/checker/checker.js';
import { readingAll } from './connection.js';
import { raiseAlarms } from './raise-alarms.js';

/** What the checker found in one look at the book, the alarms that are new by it, and all that stand open. */
export interface Inspection {
  readonly differences: readonly Difference[];
  readonly raised: readonly Alarm[];
  readonly open: readonly Alarm[];
}

/** Has the checker look at the book as it stands at one moment, whatever is written meanwhile. */
export const differencesIn = (pool: pg.Pool): Promise<Difference[]> => readingAll(pool, checkBook);

/** Has it look for changed bytes only. */
export const changedBytesIn = (pool: pg.Pool): Promise<Difference[]> => readingAll(pool, checkHashes);

/** The second pair of eyes at work: looks, records every difference as an alarm and mails the city the new ones. `at` is business time. */
export const inspect = async (pool: pg.Pool, at: Instant): Promise<Inspection> => {
  const differences = await differencesIn(pool);
  const raised = await raiseAlarms(pool, differences, at, { all: true });
  return { differences, raised, open: await openAlarms(pool) };
};
