import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { readRun, readRunAmongMany, type Run } from '../../records/whole-cases.js';
import { readScenario } from '../../simulator/scenario.js';
import { sideBySide } from '../drill/side-by-side.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { bookDatabase, type TestDatabase } from './database.js';

const NAMES = [
  ...['contract-example', 'everything-late', 'nothing-ever-filed', 'unit-moves-district', 'spot-check-thresholds'],
  ...['rectified-in-time-late-and-never', 'general-report-returned', 'cycle-closed-and-corrected'],
  ...[
    'monthly-package-returned-after-the-deadline',
    'revision-reopens-a-missed-report',
    'offsets-rejected-and-applied-for-again',
  ],
];
const SCENARIO = sideBySide(NAMES.map((name) => readScenario(path.join(import.meta.dirname, '..', 'scenarios', `${name}.yaml`))));

let database: TestDatabase;
let book: Book;
let cases: string[];
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await new PlayOnBook(book).play(SCENARIO);
  const { rows } = await book.pool.query<{ case_id: string }>('select case_id from cases where seq > 0 order by case_id');
  cases = rows.map((row) => row.case_id);
}, 120_000);
afterAll(async () => {
  await book.close();
  await database.drop();
});

/** How often whole cases were read through a pool, and through which questions. */
function counting(pool: pg.Pool): { pool: pg.Pool; asked: string[] } {
  const asked: string[] = [];
  const query = (config: pg.QueryConfig): Promise<pg.QueryResult> => {
    asked.push(config.name ?? '');
    return pool.query(config);
  };
  return { pool: { query } as unknown as pg.Pool, asked };
}

const many = (pool: pg.Pool): Promise<(Run | undefined)[]> => Promise.all(cases.map((one) => readRunAmongMany(pool, one)));
const each = async (): Promise<(Run | undefined)[]> => {
  const all: (Run | undefined)[] = [];
  for (const one of cases) all.push(await readRun(book.pool, one));
  return all;
};

describe('many cases that are looked at together', () => {
  it('are what each is by itself, and read whole once; whoever changes what was given has changed no later one', async () => {
    const { pool, asked } = counting(book.pool);
    expect(cases.length).toBeGreaterThan(20);
    const first = await many(pool);
    expect(first).toEqual(await each());
    expect(asked).toEqual(['cases-stand', 'cases-read']);
    for (const run of first) if (run) Object.assign(run.case, { seq: 0, duties: {} });
    expect(await many(pool)).toEqual(await each());
    expect(asked).toEqual(['cases-stand', 'cases-read', 'cases-stand']);
  });

  it('one that has gone on is read again, and one that stands still or goes on says so', async () => {
    const { pool, asked } = counting(book.pool);
    await many(pool);
    const [one] = cases;
    await book.pool.query(`update cases set suspended = '{"since": "2024-11-01T00:00:00Z", "why": "x"}' where case_id = $1`, [
      one,
    ]);
    expect((await many(pool))[0]?.suspended?.why).toBe('x');
    await book.pool.query('update cases set suspended = null where case_id = $1', [one]);
    expect((await many(pool))[0]?.suspended).toBeUndefined();
    asked.length = 0;
    const client = await book.pool.connect();
    try {
      // another history than was read: its last hash is another
      await client.query('set session_replication_role = replica');
      await client.query(`update events set hash = 'x' where case_id = $1 and seq = (select seq from cases where case_id = $1)`, [
        one,
      ]);
      await client.query(`update cases set head = 'x' where case_id = $1`, [one]);
    } finally {
      await client.query('set session_replication_role = default');
      client.release();
    }
    const again = await many(pool);
    expect(again[0]?.case.head).toBe('x');
    expect(asked).toEqual(['cases-stand', 'cases-read']);
  });

  it('a few are read whole in one question', async () => {
    const { pool, asked } = counting(book.pool);
    await Promise.all(cases.slice(0, 20).map((one) => readRunAmongMany(pool, one)));
    expect(asked).toEqual(['cases-read']);
  });
});
