import type pg from 'pg';
import type { Event } from '../domain/model/step.js';
import type { Database } from '../ledger/one-row.js';
import { Elsewhere } from './incurable.js';
import type { Answer, Posted, StoredStep, Written } from './posted.js';

/** An event as its row has it. */
export interface EventRow {
  seq: number;
  step_key: string;
  body: Event;
  hash: string;
}

/** Rows in order, as the steps that wrote them. */
export const stepsFrom = (rows: readonly EventRow[]): StoredStep[] => {
  const steps: { key: string; events: Event[]; head: string }[] = [];
  for (const row of rows) {
    const last = steps.at(-1);
    if (last?.key === row.step_key) {
      last.events.push(row.body);
      last.head = row.hash;
    } else steps.push({ key: row.step_key, events: [row.body], head: row.hash });
  }
  return steps;
};

const rowsFrom = async (pool: Database, caseId: string, seq: number): Promise<EventRow[]> => {
  const text = 'select seq, step_key, body, hash from events where case_id = $1 and seq >= $2 order by seq';
  return (await pool.query<EventRow>({ name: 'events-from', text, values: [caseId, seq] })).rows;
};

/** The steps of a case after event `seq`, in order. */
export const stepsSince = async (pool: Database, caseId: string, seq: number): Promise<StoredStep[]> =>
  stepsFrom(await rowsFrom(pool, caseId, seq + 1));

/** A step by its cause, wherever it stands in its case. */
export const stepByKey = async (pool: pg.Pool, caseId: string, key: string): Promise<Written | undefined> => {
  const text = 'select seq, step_key, body, hash from events where case_id = $1 and step_key = $2 order by seq';
  return stepsFrom((await pool.query<EventRow>({ name: 'events-of-step', text, values: [caseId, key] })).rows)[0];
};

/**
 * What to say to an asker who does not stand where the book stands: the same step again answers what was stored,
 * anything else is handed over. Throws when the asker stands where the book has never been: that is our bug.
 */
export const answerBehind = async (pool: pg.Pool, p: Posted): Promise<Answer> => {
  const rows = await rowsFrom(pool, p.caseId, p.seq);
  const here = rows[0]?.seq === p.seq ? rows.shift() : undefined;
  if ((here?.hash ?? '') !== p.head) throw new Elsewhere(p.caseId, p.seq, p.head);
  const steps = stepsFrom(rows);
  const [first] = steps;
  if (first?.key === p.step.key && steps.length === 1) return { events: first.events, head: first.head };
  if (first) return { ahead: steps };
  const stored = await stepByKey(pool, p.caseId, p.step.key);
  if (stored) return { events: stored.events, head: stored.head };
  throw new Error(`case ${p.caseId} is not in the book: its first step carries its opening`);
};
