import { isoOf, type Day } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { DutyStateName } from '../domain/model/case.js';
import type { Event } from '../domain/model/step.js';
import type { Book } from '../records/book.js';
import { afterKey, pageOf, type Cursor, type Paging } from './paging.js';

/** One thing that happened to a unit. */
export interface Happening {
  readonly at: string;
  readonly event: string;
  readonly by: string;
  readonly duty?: string;
  readonly case: string;
  readonly seq: number;
  readonly turns?: DutyStateName;
  readonly dueOn?: Day;
  readonly late?: boolean;
  readonly with?: Json;
}

export interface TimelineQuestion extends Paging {
  readonly cycle?: number;
  /** Only what had happened by then. */
  readonly asOf?: number;
}

export interface Timeline {
  readonly unit: string;
  readonly events: readonly Happening[];
  readonly after?: Cursor;
}

interface Row {
  readonly case_id: string;
  readonly seq: number;
  readonly at: number;
  readonly body: Event;
}

const UNIT_KINDS = `('compliance-cycle', 'monthly-evidence', 'general-report')`;
const EVENTS = `select e.case_id, e.seq, e.at::float8 as at, e.body from events e join cases c using (case_id)
  where c.unit = $1 and c.kind in ${UNIT_KINDS} and ($2::int is null or c.cycle = $2) and ($3::bigint is null or e.at <= $3)
    and ($4::bigint is null or (e.at, e.case_id collate "C", e.seq) > ($4, $5::text, $6::int))
  order by e.at, e.case_id collate "C", e.seq limit $7`;
const KEY_PARTS = 3;

const happeningOf = ({ case_id: caseId, seq, at, body }: Row): Happening => {
  const { type, by, duty, turns, dueOn, late, with: brought } = body;
  return {
    at: isoOf(at),
    event: type,
    by,
    ...(duty === undefined ? {} : { duty }),
    case: caseId,
    seq,
    ...(turns === undefined ? {} : { turns }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(late === undefined ? {} : { late }),
    ...(brought === undefined ? {} : { with: brought }),
  };
};

/** What happened to a unit, in the order in which it did. Throws BadCursor. */
export async function timeline({ pool }: Book, unit: string, { cycle, asOf, ...paging }: TimelineQuestion): Promise<Timeline> {
  const [at = null, caseId = null, seq = null] = afterKey(paging, KEY_PARTS) ?? [];
  const values = [unit, cycle ?? null, asOf ?? null, at, caseId, seq, paging.limit === undefined ? null : paging.limit + 1];
  const { rows } = await pool.query<Row>({ name: 'view-timeline', text: EVENTS, values });
  const { page, after } = pageOf(rows, paging, (row) => [row.at, row.case_id, row.seq]);
  return { unit, events: page.map(happeningOf), ...(after === undefined ? {} : { after }) };
}
