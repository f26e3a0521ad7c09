import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { inspect } from '../../records/inspect.js';
import { stepDifferences } from '../../records/verify-steps.js';
import { viewDifferences } from '../../records/verify-views.js';
import type { Scenario } from '../../simulator/scenario.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { randomScenario } from '../random/scenarios.js';
import { bookDatabase, copyOf, type TestDatabase } from './database.js';

/** How many random years are played; more with NIGHTS_YEARS, others with NIGHTS_SEED; each `EVERY` nights of work is checked. */
const YEARS = Number(process.env['NIGHTS_YEARS'] ?? 3);
const SEED = Number(process.env['NIGHTS_SEED'] ?? 20_240_510);
const EVERY = Number(process.env['NIGHTS_EVERY'] ?? 4);

let schema: TestDatabase;
beforeAll(async () => {
  schema = await bookDatabase();
});
afterAll(async () => schema.drop());

/** What a night finds, with the anchor of its day. */
const nightOf = async (book: Book, last: number): Promise<readonly unknown[]> => {
  const { differences } = await inspect(book.pool, last);
  const steps = await stepDifferences(book.pool);
  await book.anchorHeads(last);
  const { wrong } = await book.verifyChains();
  return [
    ...differences,
    ...steps,
    ...(await viewDifferences(book.pool)),
    ...(await book.verifyAnchors([])).wrong,
    ...(wrong ? [wrong] : []),
  ];
};

/** Plays a year onto a book of its own, with its nights; answers how many of them were checked. */
async function nightsOf(scenario: Scenario): Promise<number> {
  const database = await copyOf(schema);
  const book = new Book(database.url, { maxConnections: 2 });
  let [nights, checked] = [0, 0];
  try {
    await new PlayOnBook(book, async (last) => {
      nights += 1;
      if (nights % EVERY !== 0) return;
      checked += 1;
      expect(await nightOf(book, last)).toEqual([]);
    }).play(scenario);
    return checked;
  } finally {
    await book.close();
    await database.drop();
  }
}

describe('whatever people may make of a year, no night raises an alarm', () => {
  const years = fc.sample(randomScenario, { numRuns: YEARS, seed: SEED });
  it.each(years.map((scenario, n) => [n, scenario] as const))(`year %i of seed ${String(SEED)}`, async (_n, scenario) => {
    expect(await nightsOf(scenario)).toBeGreaterThan(5);
  });
});
