import type pg from 'pg';
import { LISTING_EVENTS } from '../domain/cases/listing.js';
import type { CaseKind, Unit } from '../domain/model/case.js';
import type { Clock } from '../domain/model/clock.js';
import type { Instant } from '../domain/model/instant.js';
import type { Event } from '../domain/model/step.js';
import { grouped } from './grouped.js';
import { CaseSuspended } from './incurable.js';
import { together } from './together.js';

/** Where a case stands, without its history. */
export interface CaseEntry {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly unit: string;
  readonly cycle: number;
  readonly seq: number;
  readonly head: string;
  readonly openedAt: Instant;
  /** By which clock it lives. */
  readonly clock: Clock;
  /** Why it stands still until somebody revives it. */
  readonly suspended?: Suspension;
}

/** A case that no trying again can help: since when, by the wall clock, and why. */
export interface Suspension {
  readonly since: string;
  readonly why: string;
}

export interface CaseRow {
  case_id: string;
  kind: CaseKind;
  unit: string;
  cycle: number;
  seq: number;
  head: string;
  opened_at: string;
  clock: Clock;
  suspended: Suspension | null;
}

export const entryOf = (row: CaseRow): CaseEntry => ({
  caseId: row.case_id,
  kind: row.kind,
  unit: row.unit,
  cycle: row.cycle,
  seq: row.seq,
  head: row.head,
  openedAt: Number(row.opened_at),
  clock: row.clock,
  ...(row.suspended === null ? {} : { suspended: row.suspended }),
});

/** Since when, said by the hour of Beijing, whatever the database is set to. */
const SINCE = `to_char((suspended ->> 'since')::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')`;
const SUSPENDED = `case when suspended is not null then jsonb_build_object('since', ${SINCE}, 'why', suspended ->> 'why') end as suspended`;
export const COLUMNS = `case_id, kind, unit, cycle, seq, head, opened_at, clock, ${SUSPENDED}`;

/** The kinds of a unit's own cases. */
export const KINDS: readonly string[] = ['compliance-cycle', 'monthly-evidence', 'general-report'] satisfies readonly CaseKind[];
/** Those of a unit that are folded alike. */
export const FOLDED: readonly string[] = [...KINDS, 'verification' satisfies CaseKind];

const ofUnit = together<CaseEntry[]>(async (pool, units) => {
  const text = `select ${COLUMNS} from cases where unit = any ($1) and kind = any ($2) order by opened_at, case_id`;
  const { rows } = await pool.query<CaseRow>({ name: 'cases-of', text, values: [units, FOLDED] });
  return grouped(rows.map(entryOf), ({ unit }) => unit);
});

/** The verifications of a unit in a cycle, in the order in which they were opened. */
export const verificationsOf = async (pool: pg.Pool, unit: string, cycle: number): Promise<CaseEntry[]> =>
  ((await ofUnit(pool, unit)) ?? []).filter((one) => one.kind === 'verification' && one.cycle === cycle);

const OF_VERIFIER = `split_part(case_id, '/', 4)`;

/** The verifications of a cycle by id: of one unit, or of one verifier. */
export const verificationsIn = async (
  pool: pg.Pool,
  cycle: number,
  of: { readonly unit: string } | { readonly verifier: string },
): Promise<string[]> => {
  const [unit, verifier] = 'unit' in of ? [of.unit, null] : [null, of.verifier];
  const text = `select case_id from cases where kind = 'verification' and cycle = $1 and ($2::text is null or unit = $2)
    and ($3::text is null or ${OF_VERIFIER} = $3) order by case_id collate "C"`;
  const { rows } = await pool.query<{ case_id: string }>({ name: 'verifications-in', text, values: [cycle, unit, verifier] });
  return rows.map((row) => row.case_id);
};

/** Whether a verifier was ever engaged on the platform. */
export const isEngagedVerifier = async (pool: pg.Pool, verifier: string): Promise<boolean> => {
  const text = `select exists (select from cases where kind = 'verification' and ${OF_VERIFIER} = $1) as is`;
  return (await pool.query<{ is: boolean }>({ name: 'verifier-engaged', text, values: [verifier] })).rows[0]?.is ?? false;
};

/** The cases of a unit, in the order in which they were opened. */
export const casesOf = async (pool: pg.Pool, unit: string): Promise<CaseEntry[]> =>
  ((await ofUnit(pool, unit)) ?? []).filter(({ kind }) => KINDS.includes(kind));

/** A unit as a case was opened for it, and what has been done on the register since. */
export interface Listed {
  readonly unit: Unit;
  readonly since: readonly Event[];
}

export const listedIn = together<Listed>(async (pool, cases) => {
  const text = `select case_id, opening -> 'unit' as unit, (select coalesce(jsonb_agg(e.body order by e.seq), '[]') from events e
      where e.case_id = c.case_id and e.type = any ($2)) as since from cases c where case_id = any ($1)`;
  type Found = Listed & { readonly case_id: string };
  const { rows } = await pool.query<Found>({ name: 'cases-listed', text, values: [cases, LISTING_EVENTS] });
  return new Map(rows.map(({ case_id: id, unit, since }) => [id, { unit, since }]));
});

/** Every case, by unit. */
export const allCases = async (pool: pg.Pool): Promise<CaseEntry[]> => {
  const text = `select ${COLUMNS} from cases order by unit, opened_at, case_id`;
  return (await pool.query<CaseRow>({ name: 'cases-all', text })).rows.map(entryOf);
};

/** What a case's workflow is started with, besides its name; of a case of any kind. */
export interface Label {
  readonly kind: string;
  readonly unit: string;
  readonly district: string;
  readonly cycle: number;
  readonly name: string;
  readonly clock: Clock;
  readonly playedTo: Instant;
  readonly suspended?: Suspension;
}

/** Undefined where the desk has entered no case of that name. */
export const readLabel = async (pool: pg.Pool, caseId: string): Promise<Label | undefined> => {
  const text = `select kind, unit, coalesce(opening #>> '{unit,district}', 'city') as district, cycle, clock, ${SUSPENDED},
      played_to::float8 as "playedTo", coalesce(opening #>> '{unit,name}', opening ->> 'auction', opening ->> 'approval', unit) as name
    from cases where case_id = $1 and seq > 0`;
  type Row = Omit<Label, 'suspended'> & { suspended: Suspension | null };
  const row = (await pool.query<Row>({ name: 'case-label', text, values: [caseId] })).rows[0];
  if (!row) return undefined;
  const { suspended, ...label } = row;
  return { ...label, ...(suspended ? { suspended } : {}) };
};

/** Throws CaseSuspended where a case stands still until somebody revives it. */
export async function goesOnOrThrows(pool: pg.Pool, caseId: string): Promise<void> {
  const { suspended } = (await readLabel(pool, caseId)) ?? {};
  if (suspended) throw new CaseSuspended(caseId, suspended.why);
}

/** Not over, and of a kind that runs. */
const GOES_ON = `c.seq > 0 and c.kind not in ('alarms', 'people')
    and (c.kind <> 'approval' or exists (select from approvals p where p.case_id = c.case_id and p.waiting))
    and not exists (select from events e where e.case_id = c.case_id and e.type in ('case-closed', 'cycle-closed', 'result-published')
      and not exists (select from events r where r.case_id = c.case_id and r.type = 'case-reopened' and r.seq > e.seq))`;

/** The cases of any kind that go on by themselves: not over, not suspended, of no rehearsal whose clock only it moves. */
export const casesGoingOn = async (pool: pg.Pool): Promise<string[]> => {
  const text = `select c.case_id from cases c where c.suspended is null and not c.clock ? 'skips' and ${GOES_ON} order by c.case_id`;
  return (await pool.query<{ case_id: string }>({ name: 'cases-going-on', text })).rows.map((row) => row.case_id);
};

/** Whether a case goes on, also where it stands still or is a rehearsal's. */
export const goesOn = async (pool: pg.Pool, caseId: string): Promise<boolean> => {
  const text = `select exists (select from cases c where c.case_id = $1 and ${GOES_ON}) as is`;
  return (await pool.query<{ is: boolean }>({ name: 'case-goes-on', text, values: [caseId] })).rows[0]?.is ?? false;
};

const claiming = together<string[]>(async (pool, units) => {
  const text = `select distinct a.unit, x ->> 'case' as case_id from accounts a cross join lateral jsonb_array_elements(a.claims) x
    where a.unit = any ($1) and a.claims <> '[]' order by 2`;
  const { rows } = await pool.query<{ unit: string; case_id: string }>({ name: 'cases-claiming', text, values: [units] });
  return new Map([...grouped(rows, ({ unit }) => unit)].map(([unit, its]) => [unit, its.map((row) => row.case_id)]));
});

/** Older cases that claim what comes to these accounts: they are told of it. */
export const casesClaiming = async (pool: pg.Pool, units: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(units.map((unit) => claiming(pool, unit)));
  return [...new Set(found.flatMap((one) => one ?? []))].sort();
};

/** Of why a case stands still no more is kept. */
const WHY_MAX = 1_500;

/** Marks a case as one that stands still, or as one that goes on. */
export const suspendCase = async (pool: pg.Pool, caseId: string, why: string | null): Promise<boolean> => {
  const text = `with changed as (update cases set suspended = case when $2::text is null then null
      else jsonb_build_object('since', clock_timestamp(), 'why', $2::text) end
    where case_id = $1 and (suspended is null) <> ($2::text is null) returning *),
  told as (insert into outbox (id, case_id, unit, party_kind, party, template, at, say)
    select case_id || '/suspended/' || (extract(epoch from clock_timestamp()) * 1000)::bigint, case_id, unit, 'operator', 'operator', 'case-suspended',
      greatest(played_to, opened_at), jsonb_build_object('case', case_id, 'why', left($2, 300)) from changed where suspended is not null)
  select from changed`;
  return ((await pool.query({ name: 'case-suspend', text, values: [caseId, why?.slice(0, WHY_MAX) ?? null] })).rowCount ?? 0) > 0;
};

/** Where the cases of these names stand still, and why. */
export const suspensionsIn = async (pool: pg.Pool): Promise<(Suspension & { readonly caseId: string })[]> => {
  const text = `select case_id as "caseId", ${SINCE} as since, suspended ->> 'why' as why from cases
    where suspended is not null order by case_id`;
  return (await pool.query<Suspension & { caseId: string }>({ name: 'cases-suspended', text })).rows;
};

/** A rehearsal sets the clock of a case anew; one in service keeps everybody's. */
export const setClock = async (pool: pg.Pool, caseId: string, clock: Clock): Promise<void> => {
  const text = `update cases set clock = $2 where case_id = $1 and clock ->> 'wall0' <> clock ->> 'business0'`;
  await pool.query({ name: 'case-clock', text, values: [caseId, JSON.stringify(clock)] });
};

/** How far some cases have come: the numbers of their last events, in order of their names. */
export const casesAt = async (pool: pg.Pool, cases: readonly string[]): Promise<number[]> => {
  const text = 'select seq from cases where case_id = any ($1) order by case_id';
  return (await pool.query<{ seq: number }>({ name: 'cases-at', text, values: [cases] })).rows.map(({ seq }) => seq);
};
