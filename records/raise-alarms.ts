import type pg from 'pg';
import { ALARMS } from '../domain/alarms/alarms.js';
import { endingAlarms, raising } from '../domain/alarms/raising.js';
import type { Instant } from '../domain/model/instant.js';
import { addAlarms, markOver, someAreOver, type Alarm } from '../ledger/alarms.js';
import type { Difference } from '../ledger/checker/check.js';
import { meaningOf } from '../ledger/checker/checker.js';
import { actsWaiting } from './acts.js';
import { decideAlarmActs } from './alarm-acts.js';
import { holdAlarms, writeHeld } from './alarms.js';
import { inTransaction, withRetries, type Outcome } from './connection.js';

/** `all`: these are all the differences that there are, so that what was released and is not among them is over. */
interface Look {
  readonly all?: boolean;
}

/**
 * With the case held, so that nothing is stamped meanwhile. Nothing is raised later than an act that waits: it would never be decided.
 * `undefined`, and nothing written, where there is one and it is to be decided first.
 */
const raise = (
  pool: pg.Pool,
  differences: readonly Difference[],
  { at, patient, all = false }: Look & { readonly at: Instant; readonly patient: boolean },
): Promise<Alarm[] | undefined> =>
  inTransaction(pool, async (db): Promise<Outcome<Alarm[] | undefined>> => {
    let standing = await holdAlarms(db, at);
    const [waiting] = await actsWaiting(db, ALARMS, 1);
    if (patient && waiting && waiting.at < at) return { undo: undefined };
    const now = Math.max(standing.playedTo, Math.min(at, waiting?.at ?? at));
    const over = all ? await markOver(db, differences, now) : [];
    if (over.length > 0) standing = await writeHeld(db, standing, endingAlarms(over, now, standing.seq + 1));
    const alarms = await addAlarms(db, differences, now);
    if (alarms.length + over.length === 0) return { undo: [] };
    const told = alarms.map((alarm) => ({ ...alarm, meaning: meaningOf(alarm.check) }));
    if (alarms.length > 0) await writeHeld(db, standing, raising(told, now));
    return { keep: alarms };
  });

/**
 * Records differences and tells the city of each: event, row and mail in one transaction, at the instant at which they were found, after all
 * that the case has seen. Answers those that are new: the same difference found again, also after its release, raises no second alarm, unless
 * a look at all of them has not found it in between.
 */
export async function raiseAlarms(
  pool: pg.Pool,
  differences: readonly Difference[],
  at: Instant,
  { all = false }: Look = {},
): Promise<Alarm[]> {
  if (differences.length === 0 && !(all && (await someAreOver(pool, differences)))) return [];
  const raised = await withRetries(() => raise(pool, differences, { at, patient: true, all }));
  if (raised) return raised;
  // one that cannot be decided must not keep the checker silent
  await decideAlarmActs(pool, at).catch(() => undefined);
  return (await withRetries(() => raise(pool, differences, { at, patient: false, all }))) ?? [];
}
