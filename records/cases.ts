import type pg from 'pg';
import type { Opening } from '../domain/cases/case.js';
import type { CaseKind } from '../domain/model/case.js';
import type { Instant } from '../domain/model/instant.js';
import type { Event } from '../domain/model/step.js';
import { stepsSince } from './history.js';
import type { StoredStep } from './posted.js';

/** Where a case stands, without its history. */
export interface CaseEntry {
  readonly caseId: string;
  readonly kind: CaseKind;
  readonly unit: string;
  readonly cycle: number;
  readonly seq: number;
  readonly head: string;
  readonly openedAt: Instant;
}

/** A case whole: what folds it again from nothing. */
export interface CaseRecord extends CaseEntry {
  readonly opening: Opening;
  /** Its history by steps, and the same events in one row. */
  readonly steps: StoredStep[];
  readonly events: Event[];
}

interface Row {
  case_id: string;
  kind: CaseKind;
  unit: string;
  cycle: number;
  seq: number;
  head: string;
  opened_at: string;
  opening: Opening;
}

const entryOf = (row: Omit<Row, 'opening'>): CaseEntry => ({
  caseId: row.case_id,
  kind: row.kind,
  unit: row.unit,
  cycle: row.cycle,
  seq: row.seq,
  head: row.head,
  openedAt: Number(row.opened_at),
});

const COLUMNS = 'case_id, kind, unit, cycle, seq, head, opened_at';

/** A case with its opening and its whole history; undefined where the book has none of that name. */
export const readCase = async (pool: pg.Pool, caseId: string): Promise<CaseRecord | undefined> => {
  const text = `select ${COLUMNS}, opening from cases where case_id = $1`;
  const row = (await pool.query<Row>({ name: 'case-read', text, values: [caseId] })).rows[0];
  if (!row) return undefined;
  const steps = await stepsSince(pool, caseId, 0);
  const events = steps.flatMap((step) => step.events);
  // A step taken between the two looks belongs to the answer too.
  const last = { seq: events.length, head: steps.at(-1)?.head ?? row.head };
  return { ...entryOf(row), ...last, opening: row.opening, steps, events };
};

/** The cases of a unit, in the order in which they were opened. */
export const casesOf = async (pool: pg.Pool, unit: string): Promise<CaseEntry[]> => {
  const text = `select ${COLUMNS} from cases where unit = $1 order by opened_at, case_id`;
  return (await pool.query<Row>({ name: 'cases-of', text, values: [unit] })).rows.map(entryOf);
};

/** Every case, by unit. */
export const allCases = async (pool: pg.Pool): Promise<CaseEntry[]> => {
  const text = `select ${COLUMNS} from cases order by unit, opened_at, case_id`;
  return (await pool.query<Row>({ name: 'cases-all', text })).rows.map(entryOf);
};
