import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountEffect } from '../../domain/model/step.js';
import { checkBook } from '../../ledger/checker/checker.js';
import { balancesOf } from '../../ledger/statement.js';
import { Book } from '../../records/book.js';
import { viewDifferences } from '../../records/verify-views.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, stepOf } from '../records/steps.js';
import { claimOf, collecting } from './claiming.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const collect = (confirmed: string, deadline: string): AccountEffect =>
  collecting(claimOf(confirmed, { on: deadline, deadline }));
const expire = (on: string): AccountEffect => ({ kind: 'expire', on });
const confirm = (key: string, emissions: string, hour = 1) =>
  stepOf(key, after(hour), [], { type: 'emissions-confirmed', with: { emissions, obligation: emissions } });
const run = { type: 'collection-run' };
const typesSince = async (asker: Asker): Promise<string[]> =>
  (await book.since(asker.caseId, asker.seq)).flatMap(({ events }) => events.map(({ type }) => type));
const held = async (unit: string): Promise<string[]> => (await book.account(unit))!.lots.map(({ quantity }) => quantity);

describe('over cycles', () => {
  it('what a year leaves without an expiry counts in the next, oldest vintage first; what expires with a cycle does not', async () => {
    const lapsing = { ...allowances('30', 2023), expiresOn: '2024-11-15' };
    const first = await new Asker(book, 'Y1').open([credited(allowances('100', 2022), lapsing)]);
    await first.take(confirm('act:c', '20'));
    await first.take(stepOf('at:1', after(2), [collect('20', '2024-11-15'), expire('2024-11-15')], run));
    expect(await held('Y1')).toEqual(['100', '0']);
    const second = await new Asker(book, 'Y1', 'Y1/2025').open([credited(allowances('50', 2024))]);
    await second.take(confirm('act:c2', '120'));
    await second.take(stepOf('at:2', after(3), [collect('120', '2025-11-15'), expire('2025-11-15')], run));
    expect(await held('Y1')).toEqual(['0', '0', '30']);
    expect([
      await balancesOf(book.pool, 'surrendered/2024'),
      await balancesOf(book.pool, 'expired'),
      await balancesOf(book.pool, 'surrendered/2025'),
    ]).toEqual([
      [{ lot: 'Y1/L2', product: 'allowance', quantity: '20' }],
      [{ lot: 'Y1/L2', product: 'allowance', quantity: '10' }],
      [
        { lot: 'Y1/L1', product: 'allowance', quantity: '100' },
        { lot: 'Y1/L3', product: 'allowance', quantity: '20' },
      ],
    ]);
  });

  it('a debt and a shortfall stay with the cycle that claims them: a credit of the next settles them and tells that case', async () => {
    const first = await new Asker(book, 'Y2').open([credited(allowances('40', 2022))]);
    await first.take(
      stepOf('act:pre', after(1), [credited(allowances('10'))], { type: 'pre-allocated', with: { quantity: '10' } }),
    );
    await first.take(confirm('act:c', '100'));
    await first.take(stepOf('at:1', after(2), [collect('100', '2024-11-15')], run));
    await first.take(
      stepOf('act:final', after(3), [{ kind: 'take-back', quantity: '7' }], { type: 'allocated', with: { quantity: '3' } }),
    );
    const second = await new Asker(book, 'Y2', 'Y2/2025').open();
    expect(await book.account('Y2')).toMatchObject({
      debt: '7',
      shortfall: '50',
      claims: [{ case: 'Y2/2024', cycle: 2024, debt: '7', shortfall: '50' }],
    });
    await second.take(
      stepOf('act:pre', after(4), [credited(allowances('20', 2024))], { type: 'pre-allocated', with: { quantity: '20' } }),
    );
    expect(await typesSince(first)).toEqual(['taken-back', 'collected']);
    expect(await book.account('Y2')).toMatchObject({ debt: '0', shortfall: '37' });
    await first.catchUp();
    // the second cycle falls short, too: what comes next goes to the older claim first
    await second.take(confirm('act:c2', '10', 4));
    await second.take(stepOf('at:2', after(5), [collect('10', '2025-11-15')], run));
    expect(await book.account('Y2')).toMatchObject({ shortfall: '47' });
    const seller = await new Asker(book, 'Y3').open([credited(allowances('60', 2024))]);
    await seller.take({
      ...stepOf('act:sell', after(6), [{ kind: 'transfer', to: 'Y2', quantity: '60', price: '90' }]),
      by: 'exchange',
    });
    expect(await typesSince(first)).toEqual(['collected', 'rectification-closed']);
    expect(await typesSince(second)).toEqual(['allowances-bought', 'collected', 'rectification-closed']);
    const settled = (await book.account('Y2'))!;
    expect([settled.debt, settled.shortfall, settled.claims]).toEqual(['0', '0', undefined]);
    expect((await held('Y2')).at(-1)).toBe('13');
    expect((await book.outboxOf({ caseId: 'Y2/2024' })).map(({ template }) => template)).toContain('collection');
  });

  it('what a second cycle opens with settles what the first one claims, under a key of its own', async () => {
    const first = await new Asker(book, 'Y6').open();
    await first.take(confirm('act:c6', '10'));
    await first.take(stepOf('at:1', after(2), [collect('10', '2024-11-15')], run));
    await new Asker(book, 'Y6', 'Y6/2025').open([credited(allowances('4'))], 'compliance-cycle', after(3));
    expect((await book.since('Y6/2024', first.seq)).map(({ key }) => key)).toEqual(['of:Y6/2025:open']);
    expect(await book.account('Y6')).toMatchObject({ shortfall: '6' });
  });

  it('an older case opened late does not take the account away from the latest cycle', async () => {
    const later = await new Asker(book, 'Y4', 'Y4/2025').open();
    await new Asker(book, 'Y4', 'Y4/2024').open();
    const seller = await new Asker(book, 'Y5').open([credited(allowances('5'))]);
    await seller.take(stepOf('act:sell', after(6), [{ kind: 'transfer', to: 'Y4', quantity: '5', price: '90' }]));
    expect(await typesSince(later)).toEqual(['allowances-bought']);
  });

  it('the checker finds nothing in it', async () => {
    expect(await checkBook(book.pool)).toEqual([]);
    expect(await viewDifferences(book.pool)).toEqual([]);
  });
});
