import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { Asker, after, allowances, credited, stepOf } from '../records/steps.js';

let database: TestDatabase;
let pool: pg.Pool;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  book = new Book(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const OPEN = 400;
const STEPS = 20;
/** Those that grow with every act and step. */
const GROWING = ['acts', 'requests', 'events', 'transactions', 'postings'];

/** Rows read by going through a table from end to end, of each table that grows. */
const readWhole = async (): Promise<Record<string, number>> => {
  await pool.query('select pg_stat_force_next_flush()');
  const text = 'select relname, seq_tup_read::int as rows from pg_stat_user_tables where relname = any ($1) order by relname';
  const { rows } = await pool.query<{ relname: string; rows: number }>(text, [GROWING]);
  return Object.fromEntries(rows.map(({ relname, rows: read }) => [relname, read]));
};

describe('design §3 — one step looks by keys, whenever statistics were taken', () => {
  const one = (key: string) => stepOf(key, after(1), [{ kind: 'take-back', quantity: '1' }]);

  it('also when they were taken while the book was small and many acts were open', async () => {
    const asker = await new Asker(book, 'K1').open([credited(allowances('1000'))]);
    await asker.take(one('act:first'));
    for (let n = 0; n < OPEN; n += 1) await asker.file(one(`act:k-${String(n)}`));
    await pool.query('analyze');
    const before = await readWhole();
    for (let n = 0; n < STEPS; n += 1) await asker.take(one(`act:k-${String(n)}`));
    expect(await readWhole()).toEqual(before);
  });

  it('and a step that touches no account', async () => {
    const asker = await new Asker(book, 'K2').open([]);
    for (let n = 0; n < OPEN; n += 1) await asker.file(stepOf(`act:m-${String(n)}`, after(1)));
    await pool.query('analyze');
    const before = await readWhole();
    for (let n = 0; n < STEPS; n += 1) await asker.take(stepOf(`act:m-${String(n)}`, after(1)));
    expect(await readWhole()).toEqual(before);
  });
});
