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

async function wholeOf(pool: pg.Pool, cases: readonly string[]): Promise<Map<string, CaseRecord>> {
  const text = `${WHOLE} where case_id = any ($1)`;
  const { rows } = await pool.query<Row>({ name: 'cases-read', text, values: [cases] });
  return new Map(rows.map((row) => [row.case_id, recordOf(row)]));
}

/** A case with its opening and its whole history; undefined where the book has none of that name. */
export const readCase = together<CaseRecord>(wholeOf);

/** Up to so many are read whole in one question, whatever is known of them. */
const FEW = 20;
/** So many cases that were read among many are kept. */
const KEPT = 1_000;
const known = new WeakMap<pg.Pool, Map<string, CaseRecord>>();

const keep = (kept: Map<string, CaseRecord>, record: CaseRecord): void => {
  kept.delete(record.caseId);
  kept.set(record.caseId, record);
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
};

/**
 * The same for looking at many at once, again and again, such as a long proposal: of a case that was read before only where it stands is asked.
 * The hash of its last event stands for all before it, an opening is never changed. Nothing is checked by it, and nothing decided: that is
 * done on the book's own events.
 */
const readAmongMany = together<CaseRecord>(async (pool, cases) => {
  if (cases.length <= FEW) return wholeOf(pool, cases);
  const kept = known.get(pool) ?? new Map<string, CaseRecord>();
  known.set(pool, kept);
  const text = `select ${COLUMNS} from cases where case_id = any ($1)`;
  const { rows } = await pool.query<CaseRow>({ name: 'cases-stand', text, values: [cases] });
  const stands = rows.flatMap((row): CaseRecord[] => {
    const before = kept.get(row.case_id);
    if (before?.head !== row.head) return [];
    const { opening, steps, events, seq } = before;
    return [{ ...entryOf(row), opening, steps, events, seq }];
  });
  const found = new Map(stands.map((record) => [record.caseId, record]));
  const others = cases.filter((one) => !found.has(one));
  for (const [name, record] of others.length > 0 ? await wholeOf(pool, others) : []) found.set(name, record);
  for (const record of found.values()) keep(kept, record);
  return found;
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

const runOf = (record: CaseRecord | undefined): Run | undefined => {
  if (!record || record.seq === 0 || !FOLDED.includes(record.kind)) return undefined;
  const c = blank(record.opening);
  for (const { key, events, head } of record.steps) fold(c, key, events, head);
  return { case: c, clock: record.clock, ...(record.suspended ? { suspended: record.suspended } : {}) };
};

/** A case folded; undefined where the book has none of that name that is of these kinds. */
export const readRun = async (pool: pg.Pool, caseId: string): Promise<Run | undefined> => runOf(await readCase(pool, caseId));

/** The same of one among many that are looked at together. */
export const readRunAmongMany = async (pool: pg.Pool, caseId: string): Promise<Run | undefined> =>
  runOf(await readAmongMany(pool, caseId));
