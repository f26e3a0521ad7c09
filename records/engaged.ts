import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Engaged } from '../domain/people/rules.js';
import { casesOf } from './cases.js';
import { readRun } from './whole-cases.js';

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

/** Whose a unit is to look at, as it is kept of its cases. */
export interface LookedAtBy {
  /** Its district authority now; empty where nothing can be told. */
  readonly district: string;
  /** The verifiers that it has engaged, in the cycles that are not closed. */
  readonly verifiers: readonly string[];
}

const LOOKED_AT = `select c.unit,
    (array_agg(coalesce(v.district, case when c.seq = 0 then c.opening #>> '{unit,district}' end, '')
      order by c.cycle desc, c.kind = 'monthly-evidence'))[1] as district,
    coalesce(array_agg(distinct v.verifier) filter (where not v.closed and v.verifier is not null), '{}') as verifiers
  from cases c left join case_views v using (case_id)
  where c.unit = any ($1) and c.kind in ('compliance-cycle', 'monthly-evidence', 'general-report') group by c.unit`;

/**
 * Of each of these units that has a case, by its latest and without folding any: for looking alone, since nothing is decided by what is
 * shown.
 */
export async function lookedAtBy(pool: pg.Pool, units: readonly string[]): Promise<ReadonlyMap<string, LookedAtBy>> {
  const { rows } = await pool.query<LookedAtBy & { readonly unit: string }>({
    name: 'units-looked-at-by',
    text: LOOKED_AT,
    values: [units],
  });
  return new Map(rows.map(({ unit, ...its }) => [unit, its]));
}

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
