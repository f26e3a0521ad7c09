import type { Event } from '../../domain/model/step.js';
import { Book } from '../../records/book.js';
import { chain, seal } from '../../records/chain.js';
import { rebuildViews } from '../../records/rebuild-views.js';
import { intruderIn, type TestDatabase } from './database.js';
import { after } from './steps.js';

/** Something that whoever owns the database does to it. */
export type Forge = (url: string) => Promise<void>;

/** Statements, past every trigger and reference. */
export const by =
  (...statements: string[]): Forge =>
  async (url) => {
    const intruder = await intruderIn({ url } as TestDatabase);
    for (const one of statements) await intruder.query(one);
    await intruder.end();
  };

/** An event at the end of a case's chain, with its hash, its seal, its case, and what is shown of it. */
export const appendedTo =
  (caseId: string, key: string, more: object, at: number): Forge =>
  async (url) => {
    const book = new Book(url);
    const [end] = (
      await book.pool.query<{ seq: number; head: string; k: number; at: number }>(
        `select seq, head, greatest(played_to, $3)::float8 as at, 1 + (select count(*)::int from events e where e.case_id = c.case_id and e.step_key = $2) as k
          from cases c where case_id = $1`,
        [caseId, key, at],
      )
    ).rows;
    if (!end) throw new Error(`there is no case ${caseId}`);
    const seq = end.seq + 1;
    const body = { seq, at: end.at, by: 'platform', ...more } as never;
    const hash = chain(end.head, caseId, body);
    const values = [caseId, seq, key, end.k, JSON.stringify(body), hash, seal(hash, key, end.k)];
    const intruder = await intruderIn({ url } as TestDatabase);
    await intruder.query(
      `insert into events (case_id, seq, step_key, k, body, hash, seal) values ($1, $2, $3, $4, $5, $6, $7)`,
      values,
    );
    await intruder.query(`update cases set seq = $2, head = $3, played_to = $4 where case_id = $1`, [caseId, seq, hash, end.at]);
    await intruder.end();
    await rebuildViews(book.pool, 'all');
    await book.close();
  };

/** The same in the second unit of the full book. */
export const appended = (key: string, more: object): Forge => appendedTo('N2/2024', key, more, after(22));

interface Row {
  readonly seq: number;
  readonly step_key: string;
  readonly k: number;
  readonly body: Event;
}

/** The chain of a case from the first of its events of a type on, with all its hashes, as if it had always been so. */
export const rewritten =
  (caseId: string, type: string, change: (event: Event) => object): Forge =>
  async (url) => {
    const intruder = await intruderIn({ url } as TestDatabase);
    const text = 'select seq, step_key, k, body from events where case_id = $1 order by seq';
    const { rows } = await intruder.query<Row>(text, [caseId]);
    const first = rows.find(({ body }) => body.type === type);
    if (!first) throw new Error(`${caseId} has no ${type}`);
    let head = '';
    for (const { seq, step_key: key, k, body } of rows) {
      const now = seq === first.seq ? change(body) : body;
      head = chain(head, caseId, now as Event);
      await intruder.query('update events set body = $3, hash = $4, seal = $5 where case_id = $1 and seq = $2', [
        ...[caseId, seq, JSON.stringify(now)],
        ...[head, seal(head, key, k)],
      ]);
    }
    await intruder.query('update cases set head = $2 where case_id = $1', [caseId, head]);
    await intruder.end();
  };
