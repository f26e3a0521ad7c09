import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letter } from '../../domain/letters/letter.js';
import { differencesIn, inspect } from '../../records/inspect.js';
import { Book } from '../../records/book.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { bookDatabase, intruderIn, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, stepOf } from '../records/steps.js';
import { collection } from './claiming.js';
import { releaseAll } from './releasing.js';

let database: TestDatabase;
let book: Book;
let intruder: pg.Client;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  intruder = await intruderIn(database);
});
afterAll(async () => {
  await intruder.end();
  await book.close();
  await database.drop();
});

const unitWith100 = async (unit: string): Promise<Asker> => {
  const asker = await new Asker(book, unit).open([credited(allowances('100'))]);
  await asker.take(stepOf('act:c', after(1), [], { type: 'emissions-confirmed', with: { emissions: '100', obligation: '100' } }));
  return asker;
};
/** What the checker finds while something is changed behind the book's back, with whom it concerns. */
const whom = async (sql: string): Promise<unknown[]> => {
  await intruder.query(sql);
  return (await differencesIn(book.pool)).map(({ check, units }) => [check, units]);
};

describe('design §5 — an alarm holds up what it concerns: its unit, or the whole ledger only where the ledger as a whole is in doubt', () => {
  it('a tonne too many in a lot of one unit: its own collection waits, another unit’s is done', async () => {
    const [one, other] = [await unitWith100('C1'), await unitWith100('C2')];
    await intruder.query(`update lots set quantity = quantity + 1 where lot = 'C1/L1'`);
    const { raised } = await inspect(book.pool, after(2));
    expect(raised.map(({ check, units }) => [check, units])).toEqual([
      ['lot-not-its-postings', ['C1']],
      ['issued-not-accounted-for', ['C1']],
    ]);
    expect(await one.ask(collection)).toEqual({ waitFor: raised.map(({ id }) => `alarm ${String(id)}`) });
    await other.take(collection);
    expect((await book.account('C2'))!.lots).toMatchObject([{ quantity: '0' }]);
    await intruder.query(`update lots set quantity = quantity - 1 where lot = 'C1/L1'`);
    await releaseAll(book);
    await one.take(collection);
  });

  it('the mail to the city says whose collections wait', async () => {
    const [mail] = (await book.outboxOf()).filter(({ template }) => template === 'alarm');
    expect(letter(mail!).text).toContain('平台不再对 C1 执行自动收缴');
  });

  it('a trade that is not what it was concerns both its sides, and nobody else', async () => {
    const [seller, , third] = [await unitWith100('C3'), await unitWith100('C4'), await unitWith100('C5')];
    await seller.take(stepOf('act:sell', after(2), [{ kind: 'transfer', to: 'C4', quantity: '10', price: '102' }]));
    await intruder.query(`update transactions set by = 'nobody' where id = 'C3/2024:act:sell'`);
    const { raised } = await inspect(book.pool, after(3));
    expect(raised.map(({ check, units }) => [check, units])).toEqual([['transaction-changed', ['C3', 'C4']]]);
    const buyer = new Asker(book, 'C4');
    await buyer.catchUp();
    const waits = { waitFor: raised.map(({ id }) => `alarm ${String(id)}`) };
    expect([await seller.ask(collection), await buyer.ask(collection)]).toEqual([waits, waits]);
    await third.take(collection);
    await intruder.query(`update transactions set by = 'platform' where id = 'C3/2024:act:sell'`);
    await releaseAll(book);
  });

  it('an event that is not what it was concerns the unit of its case', async () => {
    await unitWith100('C6');
    const changed = `update events set body = jsonb_set(body, '{by}', '"x"') where case_id = 'C6/2024' and seq = 2`;
    expect(await whom(changed)).toEqual([['chain-broken', ['C6']]]);
    await intruder.query(changed.replace('"x"', '"platform"'));
  });

  it('totals that no lot explains put the ledger as a whole in doubt: every collection waits', async () => {
    const asker = await unitWith100('C7');
    const more = `update postings set quantity = quantity - 1 where tx = 'C7/2024:open' and account = 'issuance'`;
    const found = await whom(more);
    expect(found).toContainEqual(['issued-not-accounted-for', null]);
    expect(found).toContainEqual(['transaction-off-balance', ['C7']]);
    const { raised } = await inspect(book.pool, after(4));
    const total = raised.find(({ check }) => check === 'issued-not-accounted-for')!;
    const another = await unitWith100('C8');
    expect(await another.ask(collection)).toEqual({ waitFor: [`alarm ${String(total.id)}`] });
    await intruder.query(more.replace('- 1', '+ 1'));
    await releaseAll(book);
    await asker.take(collection);
  });

  it.each([
    ['the city’s cycle', 'city-cycle', 'city'],
    ['an auction', 'auction', '2024-1'],
    ['the alarms', 'alarms', 'alarms'],
  ])('a broken chain of %s reaches nobody knows how far: the ledger as a whole', async (_, kind, of) => {
    const entered = `insert into cases (case_id, kind, unit, cycle, opening, seq, head, played_to, opened_at)
      values ('tried', '${kind}', '${of}', 2024, '{}', 1, 'x', 0, 0)`;
    expect(await whom(entered)).toEqual([['chain-end', null]]);
    await intruder.query(`delete from cases where case_id = 'tried'`);
  });

  it('an alarm that names nobody, as all did before it was said whom alarms concern, holds up everybody', async () => {
    await raiseAlarms(book.pool, [{ check: 'chain-end', subject: 'old', found: 'old', units: null }], after(4));
    const asker = await unitWith100('C9');
    expect(await asker.ask(collection)).toMatchObject({ waitFor: [expect.stringMatching(/^alarm \d+$/)] });
    await releaseAll(book);
    await asker.take(collection);
  });

  it('whom it concerns is never changed', async () => {
    await raiseAlarms(book.pool, [{ check: 'x', subject: 'x', found: 'x', units: ['C1'] }], after(5));
    await expect(book.pool.query('update alarms set units = null')).rejects.toMatchObject({ code: '23001' });
    await expect(
      book.pool.query(`insert into alarms (check_name, subject, found, raised_at, units) values ('y', 'y', 'y', 0, '{}')`),
    ).rejects.toMatchObject({ code: '23514' });
  });
});
