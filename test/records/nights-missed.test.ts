import { afterAll, beforeAll, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { tellMissedNights } from '../../records/nights-missed.js';
import { claimPlatform } from '../../records/platform.js';
import { openTroubles } from '../../records/troubles.js';
import { bookDatabase, intruderIn, type TestDatabase } from './database.js';

const MADE = '2024-05-10T02:00:00+08:00';
const TWO_DAYS_LATER = Date.parse('2024-05-12T02:00:00+08:00');

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await claimPlatform(book.pool, 'rehearsal');
  const intruder = await intruderIn(database);
  await intruder.query('update platform set made_at = $1', [MADE]);
  await intruder.end();
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const told = async (now: number): Promise<string[]> => {
  await tellMissedNights(book.pool, now);
  return (await openTroubles(book.pool)).map(({ kind, subject }) => `${kind} ${subject}`);
};

it('a book that no night has checked for two days is named to operators, once, until a night comes to its end', async () => {
  expect(await told(TWO_DAYS_LATER)).toEqual([]);
  expect(await told(TWO_DAYS_LATER + 1)).toEqual(['night nightly-check']);
  expect(await told(TWO_DAYS_LATER + 60_000)).toEqual(['night nightly-check']);
  expect((await openTroubles(book.pool))[0]?.said).toContain('since 2024-05-10T02:00:00+08:00');
  await book.anchorHeads(TWO_DAYS_LATER);
  expect(await told(Date.now())).toEqual([]);
});
