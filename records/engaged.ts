import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Engaged } from '../domain/people/rules.js';
import { casesOf, readRun } from './cases.js';

/** The verifiers that a unit has engaged, in the cycles that are not closed: as the facts of its cases say. */
export async function verifiersOf(pool: pg.Pool, unit: string): Promise<string[]> {
  const found = new Set<string>();
  for (const { caseId, kind } of await casesOf(pool, unit)) {
    const run = kind === 'compliance-cycle' ? await readRun(pool, caseId) : undefined;
    const { closed, facts } = run?.case ?? {};
    if (facts?.verifier !== undefined && closed === undefined) found.add(facts.verifier);
  }
  return [...found];
}

const NAMED = `select distinct c.unit from events e join cases c using (case_id)
  where e.body #>> '{with,verifier}' = $1 and e.type in ('verifier-appointed', 'verifier-engaged') order by c.unit`;

/** The units that ever named a verifier: of all others it sees nothing, of these what holds still. */
export const unitsNaming = async (pool: pg.Pool, verifier: string): Promise<string[]> =>
  (await pool.query<{ unit: string }>({ name: 'units-naming', text: NAMED, values: [verifier] })).rows.map(({ unit }) => unit);

export async function engagedBy(pool: pg.Pool, units: readonly string[]): Promise<Engaged> {
  const engaged = new Map<string, readonly string[]>();
  for (const unit of units) engaged.set(unit, await verifiersOf(pool, unit));
  return engaged;
}

const BOTH = `select distinct u.person from appointments u join appointments v using (person)
  where u.kind = 'unit' and u.party = $1 and (u.until_at is null or u.until_at > $3)
    and v.kind = 'verifier' and v.party = $2 and (v.until_at is null or v.until_at > $3) order by u.person`;

/** People who act, or are to act, for a unit and for a verifier: while there is one, the unit cannot engage it. */
export const actingForBoth = async (pool: pg.Pool, unit: string, verifier: string, at: Instant): Promise<string[]> =>
  (await pool.query<{ person: string }>({ name: 'acting-for-both', text: BOTH, values: [unit, verifier, at] })).rows.map(
    ({ person }) => person,
  );
