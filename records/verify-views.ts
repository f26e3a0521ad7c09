import type pg from 'pg';
import { PROJECTION_VERSION, type Projection } from '../domain/projection/projection.js';
import { SHOWN_KINDS } from '../domain/projection/watch.js';
import { canonical } from './chain.js';
import { readingAll } from './connection.js';
import { stepsSince } from './history.js';
import { watched } from './watched.js';

/** A case of which something else is shown than its events say. It is no difference of the book: nothing is decided by what is shown. */
export interface ViewDifference {
  readonly check: 'projection-differs';
  readonly subject: string;
  readonly found: string;
}

type Parts = keyof Projection;
const PARTS: readonly Parts[] = ['view', 'duties', 'matters', 'checks'];

interface Row extends Projection {
  readonly case_id: string;
  readonly made: number | null;
  readonly kind: string;
  readonly opening: unknown;
  /** Shown as another case than the book has. */
  readonly other: boolean;
}

const list = (table: string, columns: string): string =>
  `coalesce((select json_agg(json_build_object(${columns}) order by t.n) from ${table} t where t.case_id = c.case_id), '[]')`;

const PAGE = 100;
const SHOWN = `select c.case_id, c.kind, c.opening, v.made,
    (v.kind, v.unit, v.cycle, v.rehearsal, v.opened_at) is distinct from (c.kind, c.unit, c.cycle, c.rehearsal, c.opened_at) as other,
    json_build_object('name', v.name, 'district', v.district, 'unitKind', v.unit_kind, 'phase', v.phase, 'status', v.status, 'closed', v.closed,
      'nextAt', v.next_at, 'nextDuty', v.next_duty, 'nextWhat', v.next_what, 'waitsFor', v.waits_for, 'waitsOn', v.waits_on,
      'waitsUntil', v.waits_until, 'holds', v.holds, 'figures', v.figures, 'verifier', v.verifier) as view,
    ${list('case_duties', `'n', t.n, 'duty', t.duty, 'owedBy', t.owed_by, 'state', t.state, 'dueOn', t.due_on, 'doneAt', t.done_at, 'late', t.late, 'waits', t.waits, 'since', t.since, 'missed', t.missed`)} as duties,
    ${list('case_matters', `'n', t.n, 'kind', t.kind, 'what', t.what, 'owedBy', t.owed_by, 'dueOn', t.due_on, 'since', t.since, 'ordered', t.ordered`)} as matters,
    ${list('case_checks', `'n', t.n, 'check', t."check", 'district', t.district, 'filedAt', t.filed_at, 'missedAt', t.missed_at, 'checkedAt', t.checked_at, 'checkedBy', t.checked_by, 'overtaken', t.overtaken`)} as checks
  from cases c left join case_views v using (case_id)
  where c.case_id > $1 and c.kind = any ($2) and c.seq > 0 order by c.case_id limit ${String(PAGE)}`;

const foldedAnew = (row: Row, steps: Awaited<ReturnType<typeof stepsSince>>): Projection | string => {
  try {
    return watched({ kind: row.kind, opening: row.opening, steps })?.shown() ?? 'nothing is shown of this kind';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const wrongWith = (row: Row, should: Projection | string): string | undefined => {
  if (typeof should === 'string') return `cannot be made: ${should}`;
  if (row.made === null) return 'nothing is shown of it';
  if (row.made !== PROJECTION_VERSION) return `version ${String(row.made)} shows it, not ${String(PROJECTION_VERSION)}`;
  if (row.other) return 'it is shown as a case of another kind, unit, cycle or beginning';
  const wrong = PARTS.find((part) => canonical(row[part]) !== canonical(should[part]));
  return wrong && `its ${wrong}: ${canonical(row[wrong])}, by its events ${canonical(should[wrong])}`.slice(0, FOUND_MAX);
};

const FOUND_MAX = 1_500;

/** Folds every case anew and compares what is shown of it. */
const differencesIn = async (db: pg.PoolClient): Promise<ViewDifference[]> => {
  const differences: ViewDifference[] = [];
  for (let last: string | undefined = ''; last !== undefined;) {
    const values: unknown[] = [last, SHOWN_KINDS];
    const { rows }: pg.QueryResult<Row> = await db.query<Row>({ name: 'views-page', text: SHOWN, values });
    for (const row of rows) {
      const found = wrongWith(row, foldedAnew(row, await stepsSince(db, row.case_id, 0)));
      if (found !== undefined) differences.push({ check: 'projection-differs', subject: row.case_id, found });
    }
    last = rows.at(-1)?.case_id;
  }
  return differences;
};

/** Every case of which something else is shown than its events say, in one look at the book. */
export const viewDifferences = (pool: pg.Pool): Promise<ViewDifference[]> => readingAll(pool, differencesIn);
