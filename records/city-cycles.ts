import type pg from 'pg';
import { blankCity, foldCity, type CityCycle, type CityOpening, type CityStep } from '../domain/city-cycle/city-cycle.js';
import type { CaseKind } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import { stepsSince } from './history.js';
import { postPlain, type PostedPlain } from './plain-case.js';
import type { Answer } from './posted.js';

const KIND = 'city-cycle';
const SUBJECT = 'city';

/** A step of the city's cycle handed to the book; the first one brings what the cycle is opened with. */
export interface PostedCity extends PostedPlain {
  readonly step: CityStep;
  readonly opening?: CityOpening;
}

/** Writes a step of the city's cycle, all of it or nothing; done twice it is done once. */
export function postCity(pool: pg.Pool, { opening, ...p }: PostedCity): Promise<Answer> {
  const entry = opening && { kind: KIND, subject: SUBJECT, cycle: opening.terms.cycle, opening, at: opening.opensAt };
  return postPlain(pool, p, entry ? { entry } : {});
}

/** The city's cycle as the book has it; undefined where the book has none. */
export async function readCity(pool: pg.Pool, caseId: string): Promise<CityCycle | undefined> {
  const text = 'select opening from cases where case_id = $1 and kind = $2';
  const { rows } = await pool.query<{ opening: CityOpening }>({ name: 'city-read', text, values: [caseId, KIND] });
  const opening = rows[0]?.opening;
  if (!opening) return undefined;
  const city = blankCity(opening);
  for (const { key, events, head } of await stepsSince(pool, caseId, 0)) foldCity(city, key, events, head);
  return city.seq === 0 ? undefined : city;
}

/** Not a rehearsal's, which has a clock of its own. */
const IN_SERVICE = "c.opening -> 'rehearsal' is distinct from 'true'::jsonb";

/** The cycles that have cases in the book, and the latest revision that one of them was opened under. */
export async function cyclesInBook(pool: pg.Pool): Promise<{ cycle: number; revision: number }[]> {
  const text = `select cycle, coalesce(max((opening #>> '{terms,revision}')::int), 1) as revision
    from cases c where kind = any ($1) and ${IN_SERVICE} group by cycle order by cycle`;
  return (await pool.query<{ cycle: number; revision: number }>({ name: 'city-cycles', text, values: [KINDS] })).rows;
}
const KINDS: readonly CaseKind[] = ['compliance-cycle', 'monthly-evidence', 'general-report'];

const RUNNING = `c.cycle = $1 and c.kind = any ($2) and c.seq > 0 and ${IN_SERVICE} and not exists (
  select from events e where e.case_id = c.case_id and e.type = 'case-closed' and not exists (
    select from events r where r.case_id = c.case_id and r.type = 'case-reopened' and r.seq > e.seq))`;

/** The cases of a cycle that are of these kinds and not closed, by id. */
export async function runningCases(pool: pg.Pool, cycle: number, kinds: readonly CaseKind[]): Promise<string[]> {
  const text = `select c.case_id from cases c where ${RUNNING} order by c.case_id`;
  return (await pool.query<{ case_id: string }>({ name: 'city-running', text, values: [cycle, kinds] })).rows.map(
    (row) => row.case_id,
  );
}

/** The id under which an act of the city for all cases stands for one that was opened while it was brought to them. */
export const lateIdOf = (act: string, caseId: string): string => `${act}/${caseId}`;

/** A running case that was opened without knowing a decision and was not sent it, and the instant up to which it has played. */
export interface Lacking {
  readonly caseId: string;
  readonly playedTo: Instant;
}

/** Running cases that lack a decision: opened under terms older than it, or before there was a city's cycle, and not sent it. */
export async function casesLacking(
  pool: pg.Pool,
  of: { readonly cycle: number; readonly kinds: readonly CaseKind[]; readonly act: string; readonly seq: number },
): Promise<Lacking[]> {
  const text = `select c.case_id, c.played_to from cases c
    where ${RUNNING} and coalesce((c.opening ->> 'cityEvent')::int, 0) < $3
      and not exists (select from acts a where a.case_id = c.case_id and a.act_id in ($4, $4 || '/' || c.case_id))
    order by c.case_id`;
  const values = [of.cycle, of.kinds, of.seq, of.act];
  const { rows } = await pool.query<{ case_id: string; played_to: string }>({ name: 'city-lacking', text, values });
  return rows.map((row) => ({ caseId: row.case_id, playedTo: Number(row.played_to) }));
}

/** How an act of the city for all cases stands with each of them. */
export interface Brought {
  readonly caseId: string;
  readonly act: string;
  readonly state: 'stored' | 'applied' | 'refused';
  /** Why the case refused it. */
  readonly code?: string;
}

/** An act for all cases, case by case; the city's own is left out. */
export async function broughtTo(pool: pg.Pool, act: string, cityCase: string): Promise<Brought[]> {
  const text = `select case_id, act_id, state, refusal ->> 'refused' as code from acts
    where (act_id = $1 or (act_id like $3 and act_id = $1 || '/' || case_id)) and case_id not in ('', $2) order by case_id`;
  const like = `${act.replaceAll(/[\\%_]/g, '\\$&')}/%`;
  const { rows } = await pool.query<{ case_id: string; act_id: string; state: Brought['state']; code: string | null }>({
    name: 'city-brought',
    text,
    values: [act, cityCase, like],
  });
  return rows.map((row) => ({
    caseId: row.case_id,
    act: row.act_id,
    state: row.state,
    ...(row.code === null ? {} : { code: row.code }),
  }));
}
