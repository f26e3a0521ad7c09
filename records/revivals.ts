import type pg from 'pg';
import { whileIn, type Office } from './in-office.js';

/** That somebody has started a case again: why, and what had stopped it, where it stood still. */
export interface Revival {
  readonly by: string;
  readonly reason: string;
  readonly stoodStill: string | null;
  readonly at: Date;
}

const REVIVE = `with before as (select case_id, suspended from cases where case_id = $1 for no key update),
  noted as (insert into revivals (case_id, by, reason, stood_still) select case_id, $2, $3, suspended ->> 'why' from before)
  update cases c set suspended = null from before b where c.case_id = b.case_id and b.suspended is not null`;

/** Has a case go on that stood still, and notes by whom and why it is started again. */
export const noteRevival = async (
  pool: pg.Pool,
  caseId: string,
  { by, reason, office }: { readonly by: string; readonly reason: string; readonly office?: Office },
): Promise<void> => {
  await whileIn(pool, office, (db) => db.query({ name: 'case-revive', text: REVIVE, values: [caseId, by, reason] }));
};

/** Who has started a case again, the latest first, so many at most. */
export const revivalsOf = async (pool: pg.Pool, caseId: string, limit: number): Promise<Revival[]> => {
  const text = `select by, reason, stood_still as "stoodStill", recorded_at as at from revivals where case_id = $1 order by n desc limit $2`;
  return (await pool.query<Revival>({ name: 'revivals-of', text, values: [caseId, limit] })).rows;
};
