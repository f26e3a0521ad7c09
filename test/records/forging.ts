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

/** An event at the end of a chain, with its hash, its seal, its case, and what is shown of it. */
export const appended =
  (key: string, more: object): Forge =>
  async (url) => {
    const book = new Book(url);
    const [end] = (await book.pool.query<{ seq: number; head: string }>(`select seq, head from cases where case_id = 'N2/2024'`))
      .rows;
    const { seq = 0, head = '' } = end ?? {};
    const body = { seq: seq + 1, at: after(22), by: 'platform', ...more } as never;
    const hash = chain(head, 'N2/2024', body);
    const values = [seq + 1, key, JSON.stringify(body), hash, seal(hash, key, 1)];
    const intruder = await intruderIn({ url } as TestDatabase);
    await intruder.query(
      `insert into events (case_id, seq, step_key, k, body, hash, seal) values ('N2/2024', $1, $2, 1, $3, $4, $5)`,
      values,
    );
    await intruder.query(`update cases set seq = $1, head = $2, played_to = $3 where case_id = 'N2/2024'`, [
      seq + 1,
      hash,
      after(22),
    ]);
    await intruder.end();
    await rebuildViews(book.pool, 'all');
    await book.close();
  };
