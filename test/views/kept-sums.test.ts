import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOf } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { readScenario } from '../../simulator/scenario.js';
import { keptSum, type About } from '../../views/kept-sums.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';

const SCENARIO = readScenario(new URL('../scenarios/contract-example.yaml', import.meta.url).pathname);
const ABOUT: About = { cycle: SCENARIO.cycle, at: startOf('2024-08-01') };

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await new PlayOnBook(book).play(SCENARIO);
}, 120_000);
afterAll(async () => {
  await book.close();
  await database.drop();
});

/** Something that is written of a case, as a step or making it anew writes it. */
const WRITTEN = `update case_views set name = $1 where case_id = (select min(case_id) from case_views where kind = 'compliance-cycle')`;
const COUNTED = `select write_views((select min(case_id) from case_views where kind = 'compliance-cycle'), null)`;

/** A sum, and how often it was made. */
function named() {
  const kept = keptSum<string>();
  let made = 0;
  const ask = (about: About = ABOUT): Promise<string> =>
    kept(book.pool, about, async () => {
      made += 1;
      const { rows } = await book.pool.query<{ name: string }>(
        `select name from case_views where kind = 'compliance-cycle' order by case_id limit 1`,
      );
      return rows[0]?.name ?? '';
    });
  return { ask, made: () => made };
}

async function writing(name: string, meanwhile: () => Promise<void>, end: 'commit' | 'rollback' = 'commit'): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(WRITTEN, [name]);
    await client.query(COUNTED);
    await meanwhile();
    await client.query(end);
  } finally {
    await client.end();
  }
}

describe('a sum over all cases', () => {
  it('is made once while nothing is written, and again once something was', async () => {
    const { ask, made } = named();
    const before = await ask();
    expect([await ask(), made()]).toEqual([before, 1]);
    await writing('甲', () => Promise.resolve());
    expect([await ask(), await ask(), made()]).toEqual(['甲', '甲', 2]);
  });

  it('read while a step is being written, it is not kept: what was counted then could not be seen yet', async () => {
    const { ask, made } = named();
    await writing('乙', async () => {
      expect([await ask(), await ask(), made()]).toEqual(['甲', '甲', 2]);
    });
    expect([await ask(), await ask(), made()]).toEqual(['乙', '乙', 3]);
  });

  it('what was kept before a step began is asked again while it is written, and what was given up leaves nothing behind', async () => {
    const { ask, made } = named();
    expect([await ask(), made()]).toEqual(['乙', 1]);
    await writing(
      '丙',
      async () => {
        expect([await ask(), made()]).toEqual(['乙', 2]);
      },
      'rollback',
    );
    expect([await ask(), await ask(), made()]).toEqual(['乙', '乙', 3]);
  });

  it('each of several, each cycle, and a moment at which other cases are open, has its own', async () => {
    const { ask, made } = named();
    await ask();
    await ask({ ...ABOUT, which: 'surrender' });
    await ask({ ...ABOUT, cycle: ABOUT.cycle + 1 });
    await ask();
    expect(made()).toBe(3);
    // before any case was opened: none of the cycle is open
    await ask({ ...ABOUT, at: 0 });
    expect(made()).toBe(4);
  });

  it('every step of a case is counted', async () => {
    const count = async (): Promise<number> => {
      const { rows } = await book.pool.query<{ n: string | null }>(`select pg_sequence_last_value('shown_steps')::text as n`);
      return Number(rows[0]?.n);
    };
    const { rows } = await book.pool.query<{ steps: number }>(
      `select count(distinct (case_id, step_key))::int as steps from events`,
    );
    expect(await count()).toBeGreaterThanOrEqual(rows[0]?.steps ?? Infinity);
  });
});
