import type pg from 'pg';
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

export async function engagedBy(pool: pg.Pool, units: readonly string[]): Promise<Engaged> {
  const engaged = new Map<string, readonly string[]>();
  for (const unit of units) engaged.set(unit, await verifiersOf(pool, unit));
  return engaged;
}
