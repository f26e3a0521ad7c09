import { setTimeout as pause } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkActivities, type Checked } from '../../activities/check-book.js';
import { attemptsIn } from '../../records/attempts.js';
import { anchorsOf } from '../../records/anchors.js';
import { Book } from '../../records/book.js';
import { isDatabaseAway } from '../../records/connection.js';
import { bookDatabase, copyOf, type TestDatabase } from './database.js';
import { EveryKind } from './every-kind.js';
import { appendedTo, by } from './forging.js';
import { after } from './steps.js';

const NIGHT = after(24 * 300);
/** How often all connections of the platform are cut; and how long the next one goes on at most, by turns. */
const CUTS = 60;
const BREATH_MS = 5;
const PAUSES_MS = [0, 3, 11, 29, 5, 71, 17, 131, 2, 43] as const;

let forged: TestDatabase;
beforeAll(async () => {
  forged = await bookDatabase();
  const book = new Book(forged.url);
  await new EveryKind(book).play();
  await book.close();
  await appendedTo(
    '2024/city/city-cycle',
    'made-up',
    { type: 'cycle-closed', with: { report: {} } },
    after(24 * 200),
  )(forged.url);
  await by(
    `update lots set quantity = quantity + 1 where lot = 'BJ-1/L1'`,
    `update case_duties set due_on = due_on + 1 where duty = 'surrender'`,
  )(forged.url);
});
afterAll(() => forged.drop());

/** What a night leaves behind, but for the numbers that a cut took. */
interface Left {
  readonly result: Omit<Checked, 'anchor'>;
  readonly anchors: number;
  readonly alarms: readonly unknown[];
  readonly mails: number;
  readonly attempts: readonly string[];
  readonly wrong: number;
}
async function leftBy(book: Book, { anchor: _anchor, ...result }: Checked): Promise<Left> {
  const numbered = /^\d+ /;
  const { rows } = await book.pool.query(
    'select check_name, subject, found, units, raised_at from alarms order by check_name, subject',
  );
  const mails = await book.pool.query(`select from outbox where template = 'alarm'`);
  return {
    result: { ...result, raised: result.raised.map((one) => one.replace(numbered, '')) },
    anchors: (await anchorsOf(book.pool)).length,
    alarms: rows,
    mails: mails.rowCount ?? 0,
    attempts: (await attemptsIn(book.pool)).map(({ caseId, key }) => `${caseId} ${key}`).sort(),
    wrong: (await book.verifyAnchors([])).wrong.length,
  };
}

const nightOf = (book: Book): Promise<Checked> =>
  new MockActivityEnvironment().run<[], Checked, () => Promise<Checked>>(() => checkActivities(book).checkBook(NIGHT));

/** Cuts every connection to a database, again and again; answers how many it cut. */
async function cutAll({ server, name }: TestDatabase, over: AbortSignal): Promise<number> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  let cut = 0;
  const text = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1';
  for (let n = 0; n < CUTS && !over.aborted; n += 1) {
    cut += (await client.query(text, [name])).rowCount ?? 0;
    await pause(PAUSES_MS[n % PAUSES_MS.length]);
  }
  await client.end();
  return cut;
}

it('D10 › a night whose connections are cut again and again comes to its end, and to what an undisturbed one comes to', async () => {
  const [quiet, cut] = [await copyOf(forged), await copyOf(forged)];
  const [undisturbed, disturbed] = [new Book(quiet.url), new Book(cut.url)];
  try {
    const expected = await leftBy(undisturbed, await nightOf(undisturbed));
    expect(expected.result.differences).toBeGreaterThan(0);
    expect(expected.result).toMatchObject({ steps: { differences: 1 }, views: { differences: expect.any(Number) as number } });

    const over = new AbortController();
    const cutting = cutAll(cut, over.signal);
    let tries = 0;
    const tried = async (): Promise<Checked> => {
      for (;;) {
        tries += 1;
        try {
          return await nightOf(disturbed);
        } catch (error) {
          if (!isDatabaseAway(error)) throw error;
          await pause(BREATH_MS);
        }
      }
    };
    // the first is done when nothing is cut any more, the second finds what the first has left
    const first = await tried();
    const cuts = await cutting;
    expect(cuts).toBeGreaterThan(10);
    expect(tries).toBeGreaterThan(3);
    const left = await leftBy(disturbed, first);
    expect({ ...left, result: { ...left.result, raised: [] } }).toEqual({
      ...expected,
      result: { ...expected.result, raised: [] },
    });
    expect((await nightOf(disturbed)).raised).toEqual([]);
  } finally {
    await undisturbed.close();
    await disturbed.close();
    await quiet.drop();
    await cut.drop();
  }
});
