import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { migrate } from '../../records/migrate.js';
import type { TestDatabase } from './database.js';
import { oldBook, saidThen } from './old-books.js';
import { whatTheBookSays } from './what-the-book-says.js';

const VERSION = '0.1.0';
const BOOK = `${VERSION}-town`;
const { about, says: then } = saidThen(BOOK);

let database: TestDatabase;
let book: Book;
let now: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  database = await oldBook(BOOK);
  await migrate(database.url);
  book = new Book(database.url);
  now = await whatTheBookSays(book, database.url, about);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

/** A later version may say more; what was said must still be said. */
const saysAsThen = (...what: readonly string[]): void => {
  for (const one of what) expect({ [one]: now[one] }, one).toMatchObject({ [one]: then[one] });
};

describe(`a book of ${VERSION}, brought up to date, says what it said`, () => {
  it('is a book with a history: units that settled, fell short, left, and are still on their way', () => {
    const statuses = Object.entries(then['statuses'] as Record<string, { status: string }>);
    expect(Object.fromEntries(statuses.map(([unit, { status }]) => [unit, status]))).toEqual({
      'BJ-0001': 'settled',
      'BJ-0002': 'open',
      'BJ-0003': 'not-required',
      'BJ-0004': 'short',
      'BJ-0005': 'not-required',
      'BJ-0006': 'not-required',
    });
  });

  it('where every unit stands, and what it holds, to the tonne', () => {
    saysAsThen('statuses', 'accounts', 'balances');
  });

  it('every case with every step and its head; the city’s cycle; the auction', () => {
    saysAsThen('cases', 'city', 'auctions');
  });

  it('every act under its id: applied, refused and why, and stored, for which the case still waits', () => {
    saysAsThen('acts', 'waiting');
    expect(now['waiting']).toMatchObject({
      '2024/BJ-0002/compliance-cycle': ['surrender-0002', 'trade-3', 'strike-10'],
      '2024/BJ-0001/compliance-cycle': ['trade-3', 'strike-10'],
      '2024/city/city-cycle': ['strike-10'],
      '2024/BJ-0004/monthly-evidence': ['move-0004'],
    });
  });

  it('which letters have not left, which address was refused; the alarm that was released', () => {
    saysAsThen('mails', 'alarms');
  });

  it('is whole: every chain, every anchor, and the checker’s look at all of it', () => {
    saysAsThen('anchors');
    // and the case of the alarms, which tells of the one that was raised and released
    const { cases, events } = then['chains'] as { cases: number; events: number };
    expect(now['chains']).toMatchObject({ cases: cases + 1, events: events + 3 });
    expect(now).toMatchObject({ wrongAnchors: [], differences: [] });
    expect(now['chains']).not.toHaveProperty('wrong');
  });

  it('in no case do events go back in time', async () => {
    for (const caseId of Object.keys(then['cases'] as object)) {
      const instants = ((await book.readCase(caseId))?.events ?? []).map(({ at }) => at);
      expect(instants.length, caseId).toBeGreaterThan(0);
      expect(instants, caseId).toEqual([...instants].sort((a, b) => a - b));
    }
  });

  it('brought up to date once more, nothing changes', async () => {
    await migrate(database.url);
    expect(await whatTheBookSays(book, database.url, about)).toEqual(now);
  });
});
