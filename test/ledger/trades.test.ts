import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Step } from '../../domain/model/step.js';
import { checkBook } from '../../ledger/checker/checker.js';
import { Book } from '../../records/book.js';
import { viewDifferences } from '../../records/verify-views.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { Asker, after, allowances, credited, named, stepOf } from '../records/steps.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url, { maxConnections: 16 });
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const trade = (key: string, to: string, quantity: string): Step => ({
  ...stepOf(key, after(1), [{ kind: 'transfer', to, quantity, price: '102' }]),
  by: 'exchange',
});

const held = async (unit: string): Promise<number> =>
  (await book.account(unit))!.lots.reduce((total, lot) => total + Number(lot.quantity), 0);

describe('design §3 — a trade is one ledger transaction and one event for each of the two cases', () => {
  it('both chains get it under the same key, and the other case finds the book ahead', async () => {
    const seller = await new Asker(book, 'T1').open([credited(allowances('100'))]);
    const buyer = await new Asker(book, 'T2').open();
    await named(book, { id: 'trade', cases: ['T1/2024', 'T2/2024'], stamp: after(1), do: 'settle-trade', by: 'exchange' });
    expect(await buyer.ask(stepOf(`at:${String(after(2))}`, after(2)))).toEqual({ waitFor: ['trade'] });
    await seller.take(trade('act:trade', 'T2', '40'));
    expect((await book.actsById('trade')).map((act) => act.state)).toEqual(['applied', 'applied']);
    const answer = await buyer.ask(stepOf(`at:${String(after(2))}`, after(2)));
    const ahead = 'ahead' in answer ? answer.ahead : [];
    expect(ahead.map((step) => step.key)).toEqual(['act:trade']);
    expect(ahead[0]!.events[0]).toMatchObject({ seq: 2, by: expect.any(String) as string });
    await buyer.catchUp();
    await buyer.take(stepOf(`at:${String(after(2))}`, after(2)));
    expect([await held('T1'), await held('T2')]).toEqual([60, 40]);
    expect(await seller.ask(trade('act:trade', 'T2', '40'))).toHaveProperty('head');
    expect(await held('T2')).toBe(40);
  });

  it('two cases that trade with each other from many connections never lock each other out and lose nothing', async () => {
    const [left, right] = [
      await new Asker(book, 'T3').open([credited(allowances('1000'))]),
      await new Asker(book, 'T4').open([credited(allowances('1000'))]),
    ];
    const insist = async (from: Asker, to: string, n: number): Promise<void> => {
      const asker = new Asker(book, from.unit);
      const step = trade(`act:${from.unit}-${String(n)}`, to, '3');
      for (;;) {
        await asker.catchUp();
        const answer = await asker.ask(step);
        if ('head' in answer) return;
        expect(answer).toHaveProperty('ahead');
        if ('ahead' in answer && answer.ahead.some((each) => each.key === step.key)) return;
      }
    };
    const rounds = Array.from({ length: 12 }, (_, n) => n);
    await Promise.all(rounds.flatMap((n) => [insist(left, 'T4', n), insist(right, 'T3', n)]));
    expect([await held('T3'), await held('T4')]).toEqual([1000, 1000]);
    const keys = (await book.since('T3/2024', 0)).map((step) => step.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.startsWith('act:'))).toHaveLength(24);
    const { rows } = await book.pool.query<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    );
    expect(rows).toEqual([{ deadlocks: '0' }]);
    expect((await book.verifyChains()).wrong).toBeUndefined();
    expect(await book.ledgerTotals()).toMatchObject({
      balanced: true,
      products: { allowance: { issued: '2100', held: '2100' } },
    });
  });

  it('many who sell to one buyer at the same time all arrive', async () => {
    await new Asker(book, 'T9').open();
    const sellers = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => new Asker(book, `T9-${String(n)}`).open([credited(allowances('100'))])),
    );
    const sell = async (seller: Asker): Promise<void> => {
      for (let n = 0; n < 5; n += 1) await seller.take(trade(`act:${seller.unit}-${String(n)}`, 'T9', '7'));
    };
    await Promise.all(sellers.map(sell));
    expect(await held('T9')).toBe(8 * 5 * 7);
    expect((await book.account('T9'))!.lots.map((lot) => lot.n)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(await checkBook(book.pool)).toEqual([]);
    expect(await viewDifferences(book.pool)).toEqual([]);
  });

  it('a buyer whose account has moved to another case is told there', async () => {
    const seller = await new Asker(book, 'T5').open([credited(allowances('10'))]);
    await new Asker(book, 'T6').open();
    await new Asker(book, 'T6', 'T6/2025').open();
    await seller.take(trade('act:t5', 'T6', '1'));
    expect((await book.since('T6/2024', 1)).map((step) => step.key)).toEqual([]);
    expect((await book.since('T6/2025', 1)).map((step) => step.key)).toEqual(['act:t5']);
  });
});

describe('ledger totals', () => {
  it('say where every tonne is', async () => {
    const fresh = await bookDatabase();
    const other = new Book(fresh.url);
    try {
      const ccer = { product: 'ccer', origin: 'outside', recordedOn: '2016-05-01', quantity: '900' } as const;
      const lapsing = { ...allowances('700', 2023), expiresOn: '2024-11-15' };
      const asker = await new Asker(other, 'L1').open([credited(allowances('5000'), ccer, lapsing)]);
      await asker.take(stepOf('act:back', after(1), [{ kind: 'take-back', quantity: '1000' }]));
      await asker.take(stepOf('at:1', after(2), [{ kind: 'expire', on: '2024-11-15' }]));
      expect(await other.ledgerTotals()).toEqual({
        balanced: true,
        products: {
          allowance: { issued: '5700', held: '4000', surrendered: '0', takenBack: '1000', expired: '700' },
          ccer: { issued: '900', held: '900', surrendered: '0', takenBack: '0', expired: '0' },
        },
      });
      const [, outside] = (await other.account('L1'))!.lots;
      expect(outside).toEqual({ lot: 'L1/L2', n: 2, ...ccer });
    } finally {
      await other.close();
      await fresh.drop();
    }
  });
});
