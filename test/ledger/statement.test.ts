import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balancesOf, statementOf } from '../../ledger/statement.js';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, stepOf } from '../records/steps.js';

let database: TestDatabase;
let book: Book;
let beforeCorrection: Date;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  const asker = await new Asker(book, 'S1').open([credited(allowances('100'))]);
  const { rows } = await book.pool.query<{ now: Date }>('select clock_timestamp() as now');
  beforeCorrection = rows[0]!.now;
  await new Promise((resolve) => setTimeout(resolve, 20));
  // recorded later, for a moment of before
  await asker.take(stepOf('act:found', after(24), [credited(allowances('7', 2021))]));
  await asker.take(stepOf('act:back', after(48), [{ kind: 'take-back', quantity: '30' }]));
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const quantities = async (asOf: Parameters<typeof balancesOf>[2]): Promise<[string, string][]> =>
  (await balancesOf(book.pool, 'unit/S1', asOf)).map(({ lot, quantity }) => [lot, quantity]);

describe('design §4 — balance of any account at any instant, as known at any instant', () => {
  it('now, then, and then as it was known before a later entry', async () => {
    expect(await quantities({})).toEqual([
      ['S1/L1', '70'],
      ['S1/L2', '7'],
    ]);
    expect(await quantities({ at: after(24) })).toEqual([
      ['S1/L1', '100'],
      ['S1/L2', '7'],
    ]);
    expect(await quantities({ at: after(24), knownAt: beforeCorrection })).toEqual([['S1/L1', '100']]);
    expect(await quantities({ at: after(0) - 1 })).toEqual([]);
    expect(await balancesOf(book.pool, 'taken-back')).toEqual([{ lot: 'S1/L1', product: 'allowance', quantity: '30' }]);
  });

  it('a statement runs in business time and carries the balance of the product', async () => {
    const lines = await statementOf(book.pool, 'unit/S1');
    expect(lines.map(({ at, quantity, balance }) => [at, quantity, balance])).toEqual([
      [after(0), '100', '100'],
      [after(24), '7', '107'],
      [after(48), '-30', '77'],
    ]);
    expect(lines[2]).toMatchObject({ transaction: 'S1/2024:act:back', caseId: 'S1/2024', by: 'platform', lot: 'S1/L1' });
  });
});
