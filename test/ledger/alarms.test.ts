import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allAlarms, openAlarms } from '../../ledger/alarms.js';
import { inspect } from '../../records/inspect.js';
import { Book } from '../../records/book.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, stepOf } from '../records/steps.js';
import { collection } from './claiming.js';
import { OFFICERS, release } from './releasing.js';

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

describe('design §4 — a difference is named, alarmed, and holds up collections until two officers release it', () => {
  it('a tonne that appears by nobody’s posting is found, recorded once and mailed to the city', async () => {
    const asker = await new Asker(book, 'A1').open([credited(allowances('100'))]);
    await asker.take(
      stepOf('act:c', after(1), [], { type: 'emissions-confirmed', with: { emissions: '100', obligation: '100' } }),
    );
    expect(await inspect(book.pool, after(2))).toEqual({ differences: [], raised: [], open: [] });
    const intruder = new pg.Client({ connectionString: database.url });
    await intruder.connect();
    await intruder.query(`set session_replication_role = replica; update lots set quantity = quantity + 1 where lot = 'A1/L1'`);
    await intruder.end();
    const first = await inspect(book.pool, after(3));
    expect(first.raised.map(({ check, subject }) => [check, subject])).toEqual([
      ['lot-not-its-postings', 'A1/L1'],
      ['issued-not-accounted-for', 'allowance'],
    ]);
    expect((await inspect(book.pool, after(4))).raised).toEqual([]);
    const mails = (await book.outboxOf()).filter(({ template }) => template === 'alarm');
    expect(mails.map(({ party, at }) => [party.kind, at])).toEqual([
      ['city', after(3)],
      ['city', after(3)],
    ]);
    expect(mails[0]?.say).toMatchObject({ check: 'lot-not-its-postings', subject: 'A1/L1', found: '101 held, 100 booked' });
  });

  it('while it is open a collection waits and writes nothing; other steps go on', async () => {
    const asker = new Asker(book, 'A1');
    await asker.catchUp();
    expect(await asker.ask(collection)).toEqual({ waitFor: ['alarm 1', 'alarm 2'] });
    await new Asker(book, 'A2').open([credited(allowances('5'))]);
    expect((await book.since('A1/2024', asker.seq)).map(({ key }) => key)).toEqual([]);
  });

  it('it is released by two officers of the city with a reason, and by nobody else', async () => {
    const no = async (id: string, alarm: number, said: Partial<typeof OFFICERS> = {}): Promise<string | undefined> => {
      const outcome = await release(book, alarm, said, id);
      return outcome.state === 'refused' ? outcome.refusal.refused : outcome.state;
    };
    expect(await no('n1', 1, { approvedBy: 'city/a' })).toBe('same-officer');
    expect(await no('n2', 1, { by: 'chaoyang/x' })).toBe('not-allowed');
    expect(await no('n3', 1, { by: 'city' })).toBe('not-allowed');
    expect(await no('n4', 1, { approvedBy: 'chaoyang/x' })).toBe('not-allowed');
    expect(await no('n5', 1, { reason: ' ' })).toBe('bad-input');
    expect(await no('n6', 99)).toBe('bad-input');
    expect(await openAlarms(book.pool)).toHaveLength(2);
    expect(await no('y1', 1)).toBe('decided');
    expect(await no('n7', 1)).toBe('already-done');
    const asker = new Asker(book, 'A1');
    await asker.catchUp();
    expect(await asker.ask(collection)).toEqual({ waitFor: ['alarm 2'] });
    expect(await release(book, 2)).toMatchObject({ state: 'decided' });
    expect(await allAlarms(book.pool)).toMatchObject([
      { id: 1, release: OFFICERS },
      { id: 2, release: OFFICERS },
    ]);
  });

  it('released, the same difference raises no second alarm, another one does', async () => {
    const again = await inspect(book.pool, after(5));
    expect([again.differences.length, again.raised, again.open]).toEqual([2, [], []]);
    const [other] = await raiseAlarms(
      book.pool,
      [{ check: 'lot-not-its-postings', subject: 'A1/L1', found: 'worse', units: null }],
      after(6),
    );
    // not before the releases, which the desk stamped
    expect(other).toMatchObject({ id: 3 });
    expect(other!.raisedAt).toBeGreaterThan(after(6));
    await release(book, other!.id);
  });

  it('the collection that waited is done once nothing is open', async () => {
    const intruder = new pg.Client({ connectionString: database.url });
    await intruder.connect();
    await intruder.query(`set session_replication_role = replica; update lots set quantity = quantity - 1 where lot = 'A1/L1'`);
    await intruder.end();
    const asker = new Asker(book, 'A1');
    await asker.catchUp();
    await asker.take(collection);
    expect((await book.account('A1'))!.lots).toMatchObject([{ quantity: '0' }]);
  });

  it.each([
    ['delete from alarms', '23001'],
    [`update alarms set found = 'nothing'`, '23001'],
    [`update alarms set released_reason = 'x'`, '23001'],
    [
      `insert into alarms (check_name, subject, found, raised_at, released_at, released_by, released_approved_by, released_reason)
        values ('x', 'x', 'x', 0, to_timestamp(0), 'city/a', 'city/a', 'x')`,
      '23514',
    ],
    [`insert into alarms (check_name, subject, found, raised_at) values ('chain-end', 'by hand', 'by hand', 0)`, '23000'],
  ])('%s is refused by the database', async (sql, code) => {
    await expect(book.pool.query(sql)).rejects.toMatchObject({ code });
  });
});
