import { afterAll, beforeAll, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { whilePlayed } from '../../records/while-played.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { AT_ONCE } from './put-letters.js';
import { putNotices } from './put-notices.js';
import { Asker, OPENED, SKIPPING } from './steps.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await new Asker(book, 'P-1').open([], 'compliance-cycle', OPENED, SKIPPING);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

it('front §8 — an authority gets one letter a morning, never one per unit › also where cases live a year one after the other, and slowly', async () => {
  const morning = '2024-05-10 09:00:00';
  const comes = (unit: string): Promise<void> =>
    putNotices(book, [
      { to: 'city/city', at: morning, unit },
      { to: `unit/${unit}`, at: morning, unit },
    ]);
  const letters = async (party: string): Promise<number[]> => {
    const { rows } = await book.pool.query<{ n: number }>(
      `select count(*)::int as n from letters l join outbox o using (letter) where l.party = $1 group by l.letter`,
      [party],
    );
    return rows.map((row) => row.n);
  };

  await whilePlayed(book.pool, async () => {
    for (const unit of ['U-1', 'U-2', 'U-3']) {
      await comes(unit);
      await book.gatherLetters(AT_ONCE);
    }
    expect(await letters('city')).toEqual([]);
    expect(await letters('U-1')).toEqual([1]);
  });
  await book.gatherLetters(AT_ONCE);
  expect(await letters('city')).toEqual([3]);
});

it('what holds them lets go of them where a play fails', async () => {
  await expect(whilePlayed(book.pool, () => Promise.reject(new Error('stopped')))).rejects.toThrow('stopped');
  await putNotices(book, [{ to: 'city/city', at: '2024-05-11 09:00:00', unit: 'U-4' }]);
  await book.gatherLetters(AT_ONCE);
  const { rows } = await book.pool.query(`select 1 from outbox where letter is null`);
  expect(rows).toEqual([]);
});
