import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { readScenario } from '../../simulator/scenario.js';
import { statement } from '../../views/statement.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';

const NAME = 'collection-asks-for-no-application.yaml';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await new PlayOnBook(book).play(readScenario(path.join(import.meta.dirname, '..', 'scenarios', NAME)));
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

it('三(四) — what the platform took is told as collected, and not by the missed duty with which its step begins', async () => {
  const units = (await book.pool.query<{ unit: string }>('select distinct unit from cases where unit is not null')).rows;
  const causes: (string | undefined)[] = [];
  for (const { unit } of units)
    for (const { quantity, event } of (await statement(book, unit))?.lines ?? [])
      if (quantity.startsWith('-')) causes.push(event);
  expect([causes.includes('collected'), causes.includes('overdue')]).toEqual([true, false]);
});
