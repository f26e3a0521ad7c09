import type pg from 'pg';
import { blank, fold, type Opening } from '../domain/cases/case.js';
import type { Case } from '../domain/model/case.js';
import type { Clock } from '../domain/model/clock.js';
import type { Event } from '../domain/model/step.js';
import { COLUMNS, entryOf, FOLDED, KINDS, type CaseEntry, type CaseRow, type Suspension } from './cases.js';
import { grouped } from './grouped.js';
import { stepsFrom, type EventRow } from './history.js';
import type { StoredStep } from './posted.js';
import { together } from './together.js';

/** A case whole: what folds it again from nothing. */
export interface CaseRecord extends CaseEntry {
  readonly opening: Opening;
  /** Its history by steps, and the same events in one row. */
  readonly steps: StoredStep[];
  readonly events: Event[];
}

type Row = CaseRow & { readonly opening: Opening; readonly events: readonly EventRow[] };

/** A case and its history are one question, so that no step comes between the two. */
const WHOLE = `select ${COLUMNS}, opening, (select coalesce(json_agg(json_build_object('seq', e.seq, 'step_key', e.step_key, 'body', e.body, 'hash', e.hash)
    order by e.seq), '[]') from events e where e.case_id = c.case_id) as events from cases c`;

const recordOf = ({ opening, events: rows, ...row }: Row): CaseRecord => {
  const steps = stepsFrom(rows);
  const events = steps.flatMap((step) => step.events);
  const last = { seq: events.length, head: steps.at(-1)?.head ?? row.head };
  return { ...entryOf(row), ...last, opening, steps, events };
};

/** A case with its opening and its whole history; undefined where the book has none of that name. */
export const readCase = together<CaseRecord>(async (pool, cases) => {
  const text = `${WHOLE} where case_id = any ($1)`;
  const { rows } = await pool.query<Row>({ name: 'cases-read', text, values: [cases] });
  return new Map(rows.map((row) => [row.case_id, recordOf(row)]));
});

const allOfUnit = together<CaseRecord[]>(async (pool, units) => {
  const text = `${WHOLE} where unit = any ($1) and kind = any ($2) order by opened_at, case_id`;
  const { rows } = await pool.query<Row>({ name: 'cases-of-whole', text, values: [units, KINDS] });
  return grouped(rows.map(recordOf), ({ unit }) => unit);
});

/** The same of every case of a unit, in the order in which they were opened. */
export const readCasesOf = async (pool: pg.Pool, unit: string): Promise<CaseRecord[]> => (await allOfUnit(pool, unit)) ?? [];

/** A case as a run of its workflow begins with it: all of it the book's, nothing of what the run was started with. */
export interface Run {
  readonly case: Case;
  readonly clock: Clock;
  readonly suspended?: Suspension;
}

/** A case folded; undefined where the book has none of that name that is of these kinds. */
export const readRun = async (pool: pg.Pool, caseId: string): Promise<Run | undefined> => {
  const record = await readCase(pool, caseId);
  if (!record || record.seq === 0 || !FOLDED.includes(record.kind)) return undefined;
  const c = blank(record.opening);
  for (const { key, events, head } of record.steps) fold(c, key, events, head);
  return { case: c, clock: record.clock, ...(record.suspended ? { suspended: record.suspended } : {}) };
};
