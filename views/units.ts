import type { UnitStatus } from '../domain/cases/unit-status.js';
import { isoOf, type Day } from '../domain/model/instant.js';
import type { Owner } from '../domain/projection/projection.js';
import type { Book } from '../records/book.js';
import { afterKey, pageOf, type Cursor, type Paging } from './paging.js';

/** A unit in a list, by the case in which it is judged. */
export interface UnitRow {
  readonly unit: string;
  readonly name: string;
  readonly kind: 'key' | 'general';
  readonly district: string;
  readonly cycle: number;
  readonly case: string;
  readonly phase: string;
  readonly status: UnitStatus;
  readonly closed: boolean;
  readonly waitingFor: { readonly duty: string; readonly owedBy: Owner; readonly until: Day | null } | null;
  readonly next: string | null;
}

/** Units that are one of these, have engaged one of these verifiers in a cycle that is not closed, or are of one of these districts. */
export interface Theirs {
  readonly units: readonly string[];
  readonly verifiers: readonly string[];
  readonly districts: readonly string[];
}

export interface UnitsQuestion extends Paging {
  readonly cycle: number;
  /** Of all where nothing is said. */
  readonly of?: Theirs;
  /** In the id or the name. */
  readonly q?: string;
  readonly district?: string;
  readonly status?: UnitStatus;
}

export interface Units {
  readonly cycle: number;
  readonly units: readonly UnitRow[];
  readonly after?: Cursor;
}

type Row = Omit<UnitRow, 'waitingFor' | 'next'> & {
  readonly waitsFor: string | null;
  readonly waitsOn: Owner | null;
  readonly waitsUntil: Day | null;
  readonly nextAt: number | null;
};

const UNITS = `select unit, name, unit_kind as kind, district, cycle, case_id as "case", phase, status, closed,
    waits_for as "waitsFor", waits_on as "waitsOn", waits_until::text as "waitsUntil", next_at::float8 as "nextAt"
  from case_views where cycle = $1 and status is not null and ($2::text is null or district = $2) and ($3::text is null or status = $3)
    and ($4::text is null or position(lower($4) in lower(unit)) > 0 or position(lower($4) in lower(name)) > 0)
    and ($5::text is null or (unit collate "C", case_id collate "C") > ($5, $6::text))
    and ($8::text[] is null or unit = any ($8) or district = any ($10) or unit in (
      select e.unit from case_views e where e.verifier = any ($9) and e.kind = 'compliance-cycle' and not e.closed))
  order by unit collate "C", case_id collate "C" limit $7`;
const KEY_PARTS = 2;

const rowOf = ({ waitsFor, waitsOn, waitsUntil, nextAt, ...row }: Row): UnitRow => ({
  ...row,
  waitingFor: waitsFor !== null && waitsOn !== null ? { duty: waitsFor, owedBy: waitsOn, until: waitsUntil } : null,
  next: nextAt === null ? null : isoOf(nextAt),
});

/** The units of a cycle by id: where each stands as the book does. Throws BadCursor. */
export async function units({ pool }: Book, { cycle, of, q, district, status, ...paging }: UnitsQuestion): Promise<Units> {
  const [unit = null, caseId = null] = afterKey(paging, KEY_PARTS) ?? [];
  const limit = paging.limit === undefined ? null : paging.limit + 1;
  const values = [
    cycle,
    district ?? null,
    status ?? null,
    q ?? null,
    unit,
    caseId,
    limit,
    ...(of ? [of.units, of.verifiers, of.districts] : [null, null, null]),
  ];
  const { rows } = await pool.query<Row>({ name: 'view-units', text: UNITS, values });
  const { page, after } = pageOf(rows, paging, (row) => [row.unit, row.case]);
  return { cycle, units: page.map(rowOf), ...(after === undefined ? {} : { after }) };
}

/** Whether a district has units with a case in a cycle. */
export async function hasUnits({ pool }: Book, cycle: number, district: string): Promise<boolean> {
  const text = 'select exists (select from case_views where cycle = $1 and district = $2) as has';
  return (await pool.query<{ has: boolean }>({ name: 'view-has-units', text, values: [cycle, district] })).rows[0]?.has ?? false;
}
