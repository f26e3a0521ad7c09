import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusal } from '../../domain/model/refusal.js';
import { minus, sum } from '../../domain/model/amount.js';
import { checkBook } from '../../ledger/checker/checker.js';
import { POSTINGS_CHECKS } from '../../ledger/checker/postings-checks.js';
import { Book } from '../../records/book.js';
import { viewDifferences } from '../../records/verify-views.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { after, Asker } from '../records/steps.js';
import { Model, operations, stepOf, type Operation } from './model.js';

/** How many sequences are played; thousands with LEDGER_SEQUENCES. */
const SEQUENCES = Number(process.env['LEDGER_SEQUENCES'] ?? 250);
const PATIENCE_MS = 300_000 + SEQUENCES * 4_000;

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url, { maxConnections: 2 });
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

let sequences = 0;

/** One sequence, on both: two units with a case each, a later cycle's case once it is opened. */
class Sequence {
  private readonly model = new Model();
  private readonly askers = new Map<string, Asker>();
  private readonly units: readonly [string, string];

  constructor() {
    sequences += 1;
    this.units = [`M${String(sequences)}A`, `M${String(sequences)}B`];
  }

  async open(unit: string, cycle: number): Promise<void> {
    const caseId = `${unit}/${String(cycle)}`;
    if (this.askers.has(caseId)) return;
    this.askers.set(caseId, await new Asker(book, unit, caseId).open());
    this.model.open(unit, caseId);
  }

  async play(list: readonly Operation[]): Promise<void> {
    for (const unit of this.units) await this.open(unit, 2024);
    for (const [n, op] of list.entries()) {
      const unit = this.units[op.unit];
      if (op.what === 'open-next') await this.open(unit, 2025);
      else await this.both(op, unit, this.units[1 - op.unit] ?? '', n);
    }
    await this.compare();
  }

  private async both(op: Operation, unit: string, other: string, n: number): Promise<void> {
    const later = `${unit}/2025`;
    const caseId = op.later && this.askers.has(later) ? later : `${unit}/2024`;
    const step = stepOf(this.model, op, { unit, other, caseId, key: `act:${unit}-${String(n)}`, at: after(n + 1) });
    if (!step) return;
    const asker = this.askers.get(caseId)!;
    await asker.catchUp();
    const expected = this.model.take(unit, step);
    const answer = await asker.ask(step);
    if (expected) expect(answer).toEqual(expected);
    else expect(isRefusal(answer) ? answer : 'written').toBe('written');
    // asked again, it is answered again and nothing is done twice
    if (n % 3 === 0) expect(await asker.ask(step)).toEqual(answer);
  }

  private async compare(): Promise<void> {
    for (const unit of this.units) {
      const held = (await book.account(unit))!;
      const expected = this.model.account(unit);
      expect(held).toEqual(expected);
    }
    for (const [caseId, told] of this.model.told) {
      const { events } = (await book.readCase(caseId))!;
      expect(events.slice(1).map(({ seq: _seq, request: _request, ...event }) => event)).toEqual(
        JSON.parse(JSON.stringify(told)),
      );
    }
  }
}

/** What these sequences keep to; confirmed emissions and allocations they have none of. */
const HELD = [
  ...POSTINGS_CHECKS.map(({ name }) => name),
  ...['transaction-without-cause', 'events-against-postings', 'covered-against-moves', 'claims-off-total', 'transaction-changed'],
  ...['chain-broken', 'chain-end'],
];

describe('the ledger on PostgreSQL is the ledger in memory', () => {
  it(
    `whatever is asked of two accounts over two cycles (${String(SEQUENCES)} sequences)`,
    async () => {
      await fc.assert(
        fc.asyncProperty(operations, async (list) => new Sequence().play(list)),
        { numRuns: SEQUENCES, endOnFailure: false },
      );
      const differences = (await checkBook(book.pool)).filter(({ check }) => HELD.includes(check));
      expect(differences).toEqual([]);
      expect(await viewDifferences(book.pool)).toEqual([]);
      const { balanced, products } = await book.ledgerTotals();
      expect(balanced).toBe(true);
      for (const { issued, held, surrendered, takenBack, expired, cancelled = '0' } of Object.values(products))
        expect(minus(issued, sum([held, surrendered, takenBack, expired, cancelled]))).toBe('0');
    },
    PATIENCE_MS,
  );
});
