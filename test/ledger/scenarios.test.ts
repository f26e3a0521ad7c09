import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBook } from '../../ledger/checker/checker.js';
import { Book } from '../../records/book.js';
import { stepDifferences } from '../../records/verify-steps.js';
import { viewDifferences } from '../../records/verify-views.js';
import { buildOutcome } from '../../simulator/outcome.js';
import { readScenario } from '../../simulator/scenario.js';
import type { Party } from '../../domain/model/party.js';
import { play } from '../../simulator/simulate.js';
import { bookDatabase, copyOf, type TestDatabase } from '../records/database.js';
import { PlayOnBook } from './play-on-book.js';

const FOLDER = path.join(import.meta.dirname, '..', 'scenarios');
const ALL = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml') && !name.endsWith('.expect.yaml'));

/** How many scenarios are played onto the book, spread over all there are; more with SCENARIOS_ON_BOOK. */
const SAMPLE = Number(process.env['SCENARIOS_ON_BOOK'] ?? 24);
const FILES = ALL.filter((_, n) => Math.floor((n * SAMPLE) / ALL.length) !== Math.floor(((n - 1) * SAMPLE) / ALL.length));

/** Nights from one anchor to the next: what it is asked after is all that has happened since. */
const NIGHTS_BETWEEN = 6;

let schema: TestDatabase;
beforeAll(async () => {
  schema = await bookDatabase();
});
afterAll(async () => schema.drop());

const inOrder = (mails: readonly { at: number; unit: string; template: string; party: Party }[]): string[] =>
  mails.map(({ at, unit, template, party }) => [at, unit, template, party.kind, party.id].join(' ')).sort();

describe('the book keeps what the simulator plays, and the checker finds nothing in it', () => {
  it.each(FILES)('%s', async (name) => {
    const scenario = readScenario(path.join(FOLDER, name));
    const played = play(scenario);
    const database = await copyOf(schema);
    const book = new Book(database.url, { maxConnections: 1 });
    try {
      let nights = 0;
      await new PlayOnBook(book, async (last) => {
        nights += 1;
        if (nights % NIGHTS_BETWEEN !== 0) return;
        expect(await stepDifferences(book.pool)).toEqual([]);
        await book.anchorHeads(last);
      }).play(scenario);
      for (const { unit, account, cases } of played.units) {
        expect(await book.account(unit.id)).toEqual(account);
        for (const one of cases) {
          const record = (await book.readCase(one.case.id))!;
          expect(record.events).toEqual(JSON.parse(JSON.stringify(one.events)));
          expect(record.head).toBe(one.case.head);
        }
      }
      expect(inOrder(await book.outboxOf())).toEqual(inOrder(played.mails));
      const { balanced, products } = await book.ledgerTotals();
      expect(balanced).toBe(true);
      expect(buildOutcome(played).ledger).toMatchObject({ ...products, balanced: true });
      expect(await book.verifyChains()).not.toHaveProperty('wrong');
      expect(await checkBook(book.pool)).toEqual([]);
      expect(await viewDifferences(book.pool)).toEqual([]);
      expect((await book.verifyAnchors([])).wrong).toEqual([]);
    } finally {
      await book.close();
      await database.drop();
    }
  });
});
