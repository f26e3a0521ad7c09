import type { Instant } from '../domain/model/instant.js';
import { oneRow, type Database } from '../ledger/one-row.js';

/** What is summed up: of which cycle, as of when, and which of several sums it is. */
export interface About {
  readonly cycle: number;
  readonly at: Instant;
  readonly which?: string;
}

/** How much has begun to be written of cases, and how many of the cycle are open by then. */
const STOOD = `select coalesce(pg_sequence_last_value('shown_steps'), 0)::text || ' '
  || (select count(*) from case_views where cycle = $1 and opened_at <= $2)::text as stood`;
/** Whether nobody is writing: a snapshot tells only of those who began before the last that has ended. */
const ALONE = `select not exists (select from pg_stat_activity where datname = current_database() and backend_xid is not null) as alone`;

/** So many sums are kept of one kind. */
const MOST = 20;

/**
 * A sum over all cases of a cycle that is kept for exactly as long as nothing is written of any case. What has begun to be written is counted
 * before the sum is read, by a sequence that a transaction takes from once it has written; where one was still open then, it may have been
 * counted and not seen: that sum is shown and not kept.
 */
export function keptSum<T>(): (db: Database, about: About, sum: () => Promise<T>) => Promise<T> {
  const known = new Map<string, { readonly stood: string; readonly sum: T }>();
  return async (db, { cycle, at, which = '' }, sum) => {
    const { stood } = await oneRow<{ stood: string }>(db, 'sums-stood', STOOD, [cycle, at]);
    const name = `${String(cycle)} ${which}`;
    const before = known.get(name);
    if (before?.stood === stood) return before.sum;
    // asked after what was counted, and before what is summed up
    const { alone } = await oneRow<{ alone: boolean }>(db, 'sums-alone', ALONE, []);
    const made = await sum();
    if (alone) {
      if (known.size >= MOST) known.clear();
      known.set(name, { stood, sum: made });
    }
    return made;
  };
}
