import type pg from 'pg';
import { ALARMS } from '../domain/alarms/alarms.js';
import { raising } from '../domain/alarms/raising.js';
import type { Instant } from '../domain/model/instant.js';
import { addAlarms, type Alarm } from '../ledger/alarms.js';
import type { Difference } from '../ledger/checker/check.js';
import { actsWaiting } from './acts.js';
import { decideAlarmActs } from './alarm-acts.js';
import { holdAlarms, writeHeld } from './alarms.js';
import { inTransaction, withRetries, type Outcome } from './connection.js';

/**
 * With the case held, so that nothing is stamped meanwhile. Nothing is raised later than an act that waits: it would never be decided.
 * `undefined`, and nothing written, where there is one and it is to be decided first.
 */
const raise = (
  pool: pg.Pool,
  differences: readonly Difference[],
  { at, patient }: { readonly at: Instant; readonly patient: boolean },
): Promise<Alarm[] | undefined> =>
  inTransaction(pool, async (db): Promise<Outcome<Alarm[] | undefined>> => {
    const standing = await holdAlarms(db, at);
    const [waiting] = await actsWaiting(db, ALARMS, 1);
    if (patient && waiting && waiting.at < at) return { undo: undefined };
    const now = Math.max(standing.playedTo, Math.min(at, waiting?.at ?? at));
    const alarms = await addAlarms(db, differences, now);
    if (alarms.length === 0) return { undo: [] };
    await writeHeld(db, standing, raising(alarms, now));
    return { keep: alarms };
  });

/**
 * Records differences and tells the city of each: event, row and mail in one transaction, at the instant at which they were found, after all
 * that the case has seen. Answers those that are new: the same difference found again, or found after its release, raises no second alarm.
 */
export async function raiseAlarms(pool: pg.Pool, differences: readonly Difference[], at: Instant): Promise<Alarm[]> {
  if (differences.length === 0) return [];
  const raised = await withRetries(() => raise(pool, differences, { at, patient: true }));
  if (raised) return raised;
  // one that cannot be decided must not keep the checker silent
  await decideAlarmActs(pool, at).catch(() => undefined);
  return (await withRetries(() => raise(pool, differences, { at, patient: false }))) ?? [];
}
