import { expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { migrate } from '../../records/migrate.js';
import { stepDifferences } from '../../records/verify-steps.js';
import { oldBook } from './old-books.js';

it.each([
  ['0.1.0', ['compliance-cycle', 'general-report', 'monthly-evidence']],
  ['0.1.0-town', ['alarms', 'auction', 'city-cycle', 'compliance-cycle', 'general-report', 'monthly-evidence']],
])('each case of the book %s, none of which was ever anchored, says what it said, asked anew', async (version, kinds) => {
  const database = await oldBook(version);
  await migrate(database.url);
  const book = new Book(database.url);
  try {
    const { rows } = await book.pool.query<{ kind: string }>('select distinct kind from cases order by kind');
    expect(rows.map(({ kind }) => kind)).toEqual(kinds);
    expect(await stepDifferences(book.pool)).toEqual([]);
  } finally {
    await book.close();
    await database.drop();
  }
});
