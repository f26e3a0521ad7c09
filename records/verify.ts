import type pg from 'pg';
import type { Event } from '../domain/model/step.js';
import { chain, seal } from './chain.js';
import { readingAll } from './connection.js';

/** The first event that is not what it was when it was written, or the case whose chain does not end where it says. */
interface Wrong {
  readonly caseId: string;
  readonly seq: number;
  readonly what: 'missing' | 'hash' | 'cause' | 'end';
}

export interface ChainReport {
  readonly cases: number;
  readonly events: number;
  readonly wrong?: Wrong;
}

interface Row {
  case_id: string;
  seq: number;
  step_key: string;
  k: number;
  body: Event;
  hash: string;
  seal: string;
}

interface End {
  seq: number;
  head: string;
}

const PAGE = 5_000;
const EVENTS = `select case_id, seq, step_key, k, body, hash, seal from events
  where (case_id, seq) > ($1, $2) order by case_id, seq limit ${String(PAGE)}`;

const faultOf = (row: Row, before: End): Wrong['what'] | undefined => {
  if (row.seq !== before.seq + 1) return 'missing';
  if (row.body.seq !== row.seq || chain(before.head, row.case_id, row.body) !== row.hash) return 'hash';
  return seal(row.hash, row.step_key, row.k) === row.seal ? undefined : 'cause';
};

/** Recomputes every hash from the stored bodies, case by case, and names the first event that does not agree. */
export const verifyChains = (pool: pg.Pool): Promise<ChainReport> => readingAll(pool, verifyIn);

const verifyIn = async (db: pg.PoolClient): Promise<ChainReport> => {
  const { rows: cases } = await db.query<End & { case_id: string }>('select case_id, seq, head from cases order by case_id');
  const ends = new Map<string, End>();
  let events = 0;
  const report = (wrong?: Wrong): ChainReport => ({ cases: cases.length, events, ...(wrong ? { wrong } : {}) });
  for (let last: Pick<Row, 'case_id' | 'seq'> | undefined = { case_id: '', seq: 0 }; last;) {
    const { rows }: pg.QueryResult<Row> = await db.query<Row>({
      name: 'verify-page',
      text: EVENTS,
      values: [last.case_id, last.seq],
    });
    for (const row of rows) {
      const before = ends.get(row.case_id) ?? { seq: 0, head: '' };
      const what = faultOf(row, before);
      if (what) return report({ caseId: row.case_id, seq: what === 'missing' ? before.seq + 1 : row.seq, what });
      ends.set(row.case_id, { seq: row.seq, head: row.hash });
      events += 1;
    }
    last = rows.at(-1);
  }
  for (const { case_id: caseId, seq, head } of cases) {
    const end = ends.get(caseId) ?? { seq: 0, head: '' };
    if (end.seq !== seq || end.head !== head) return report({ caseId, seq: end.seq + 1, what: 'end' });
  }
  return report();
};
