import type pg from 'pg';
import {
  blankCity,
  foldCity,
  openingCity,
  type CityCycle,
  type CityOpening,
  type CityStep,
} from '../domain/city-cycle/city-cycle.js';
import type { Brings } from '../domain/model/brings.js';
import type { CaseKind } from '../domain/model/case.js';
import { IN_SERVICE as BY_THE_CLOCK, type Clock } from '../domain/model/clock.js';
import { oneRow, type Database } from '../ledger/one-row.js';
import { stepsSince } from './history.js';
import { postPlain, type Entry, type PostedPlain } from './plain-case.js';
import type { Answer } from './posted.js';

const KIND = 'city-cycle';
const SUBJECT = 'city';

/** A step of the city's cycle handed to the book; the first one brings what the cycle is opened with. */
export interface PostedCity extends PostedPlain {
  readonly step: CityStep;
  readonly opening?: CityOpening;
  readonly clock?: Clock | undefined;
}

/** Writes a step of the city's cycle, all of it or nothing; done twice it is done once. */
export function postCity(pool: pg.Pool, { opening, clock, ...p }: PostedCity): Promise<Answer> {
  const entry: Entry | undefined = opening && {
    kind: KIND,
    subject: SUBJECT,
    cycle: opening.terms.cycle,
    opening,
    at: opening.opensAt,
    clock,
  };
  return postPlain(pool, p, entry ? { entry } : {});
}

/** Enters the city's cycle and its first step. Entered before, it is left as it is. */
export const openCity = (pool: pg.Pool, opening: CityOpening, clock?: Clock): Promise<Answer> =>
  postCity(pool, { caseId: opening.id, seq: 0, head: '', step: openingCity(opening), opening, clock });

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
const IN_SERVICE = 'not c.rehearsal';

/** As the index has it (0171). */
const LISTED = `kind in ('compliance-cycle', 'monthly-evidence', 'general-report') and opening -> 'rehearsal' is distinct from 'true'::jsonb`;
const REVISION = `((opening #>> '{terms,revision}')::int)`;
const CYCLES = `with recursive found (cycle) as (
    select min(cycle) from cases where ${LISTED}
    union all select (select min(c.cycle) from cases c where ${LISTED} and c.cycle > found.cycle) from found where found.cycle is not null)
  select cycle, coalesce((select max(${REVISION}) from cases c where ${LISTED} and c.cycle = found.cycle), 1) as revision
  from found where cycle is not null order by cycle`;

/** The cycles that have cases in the book, and the latest revision that one of them was opened under: looked up, however many cases there are. */
export const cyclesInBook = async (pool: pg.Pool): Promise<{ cycle: number; revision: number }[]> =>
  (await pool.query<{ cycle: number; revision: number }>({ name: 'city-cycles', text: CYCLES })).rows;

const RUNNING = `c.cycle = $1 and c.kind = any ($2) and c.seq > 0 and ${IN_SERVICE} and c.case_id not in (
  select e.case_id from events e where e.type = 'case-closed' and not exists (
    select from events r where r.case_id = e.case_id and r.type = 'case-reopened' and r.seq > e.seq))`;

/** The cases of a cycle that are of these kinds and not closed, by id. */
export async function runningCases(pool: pg.Pool, cycle: number, kinds: readonly CaseKind[]): Promise<string[]> {
  const text = `select coalesce(json_agg(c.case_id order by c.case_id), '[]') as cases from cases c where ${RUNNING}`;
  return (await oneRow<{ cases: string[] }>(pool, 'city-running', text, [cycle, kinds])).cases;
}

/** The kinds of cases that a unit has in a cycle. */
export async function casesIn(pool: pg.Pool, cycle: number, unit: string): Promise<string[]> {
  const text = 'select kind from cases where unit = $2 and cycle = $1';
  return (await pool.query<{ kind: string }>({ name: 'city-cases-in', text, values: [cycle, unit] })).rows.map(
    ({ kind }) => kind,
  );
}

/** Units with a case, of any cycle, whose ids are one of these but for capitals. */
export async function unitsNamedLike(pool: pg.Pool, ids: readonly string[]): Promise<string[]> {
  const text = 'select distinct unit from cases where lower(unit) = any($1)';
  const values = [ids.map((id) => id.toLowerCase())];
  return (await pool.query<{ unit: string }>({ name: 'city-units-named-like', text, values })).rows.map(({ unit }) => unit);
}

/** A unit that was listed, by the desk's number of the act, and has not all of its cases yet. */
export interface ListedUnit {
  readonly act: string;
  readonly cycle: number;
  readonly brings: Brings['list-unit'];
}

/** Units that were listed and whose cases are not all open: those of one act, or all. */
export async function listedUnopened(pool: pg.Pool, act?: string): Promise<ListedUnit[]> {
  const text = `select r.act_id as act, split_part(a.case_id, '/', 1)::int as cycle, r.body as brings
    from requests r join acts a on a.act_id = r.act_id and a.role = 'decides' and a.state = 'applied'
    where r.do_what = 'list-unit' and ($1::text is null or r.act_id = $1)
      and (select count(*) from cases c where c.unit = r.body ->> 'id' and c.cycle = split_part(a.case_id, '/', 1)::int
        and c.kind in ('compliance-cycle', 'monthly-evidence', 'general-report'))
        < case r.body ->> 'kind' when 'key' then 2 else 1 end
    order by r.act_id`;
  return (await pool.query<ListedUnit>({ name: 'city-listed', text, values: [act ?? null] })).rows;
}

/** Running cases that lack a decision: opened under terms older than it, or before there was a city's cycle, and not sent it. */
export async function casesLacking(
  pool: pg.Pool,
  of: { readonly cycle: number; readonly kinds: readonly CaseKind[]; readonly act: string; readonly seq: number },
): Promise<string[]> {
  const text = `select c.case_id from cases c
    where ${RUNNING} and coalesce((c.opening ->> 'cityEvent')::int, 0) < $3
      and not exists (select from acts a join requests r on r.act_id = a.act_id where a.case_id = c.case_id and $4 in (r.act_id, r.caused_by))
    order by c.case_id`;
  const values = [of.cycle, of.kinds, of.seq, of.act];
  return (await pool.query<{ case_id: string }>({ name: 'city-lacking', text, values })).rows.map((row) => row.case_id);
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
export async function broughtTo(pool: Database, act: string, cityCase: string): Promise<Brought[]> {
  const text = `select a.case_id, a.act_id, a.state, a.refusal ->> 'refused' as code from acts a
    where a.case_id <> $2 and (a.act_id = $1 or a.act_id in (select r.act_id from requests r where r.caused_by = $1)) order by a.case_id`;
  const { rows } = await pool.query<{ case_id: string; act_id: string; state: Brought['state']; code: string | null }>({
    name: 'city-brought',
    text,
    values: [act, cityCase],
  });
  return rows.map((row) => ({
    caseId: row.case_id,
    act: row.act_id,
    state: row.state,
    ...(row.code === null ? {} : { code: row.code }),
  }));
}

/** By which clock the city's cycle lives. */
export const readClock = async (pool: pg.Pool, caseId: string): Promise<Clock> => {
  const text = 'select clock from cases where case_id = $1';
  return (await pool.query<{ clock: Clock }>({ name: 'city-clock', text, values: [caseId] })).rows[0]?.clock ?? BY_THE_CLOCK;
};
