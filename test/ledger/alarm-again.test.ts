import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letter } from '../../domain/letters/letter.js';
import { CHECKS } from '../../ledger/checker/checker.js';
import { HASH_CHECKS } from '../../ledger/checker/hash-checks.js';
import { UNREADABLE } from '../../ledger/checker/asking.js';
import { differencesIn, inspect } from '../../records/inspect.js';
import { Book } from '../../records/book.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { bookDatabase, intruderIn, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, stepOf } from '../records/steps.js';
import { collection } from './claiming.js';
import { release, releaseAll } from './releasing.js';

let database: TestDatabase;
let book: Book;
let intruder: pg.Client;
let asker: Asker;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  intruder = await intruderIn(database);
  asker = await new Asker(book, 'G1').open([credited(allowances('100'))]);
  await asker.take(stepOf('act:c', after(1), [], { type: 'emissions-confirmed', with: { emissions: '100', obligation: '100' } }));
});
afterAll(async () => {
  await intruder.end();
  await book.close();
  await database.drop();
});

const freeze = (frozen: boolean) => intruder.query(`update accounts set frozen = $1 where unit = 'G1'`, [frozen]);
/** Long after every release, whatever the database’s clock says. */
const night = async (n: number): Promise<string[]> =>
  (await inspect(book.pool, after(n * 24))).raised.map(({ id, check }) => `${String(id)} ${check}`);

describe('an alarm that was released', () => {
  it('does not come again for as long as what raised it is there, and does when it comes once more', async () => {
    await freeze(true);
    expect(await night(1)).toEqual(['1 freeze-misstated']);
    await release(book, 1);
    expect(await night(2)).toEqual([]);
    await freeze(false);
    expect(await night(3)).toEqual([]);
    expect(await night(4)).toEqual([]);
    await freeze(true);
    expect(await night(5)).toEqual(['2 freeze-misstated']);
    expect(await asker.ask(collection)).toEqual({ waitFor: ['alarm 2'] });
    await freeze(false);
    expect(await night(6)).toEqual([]);
    await release(book, 2);
    expect(await night(7)).toEqual([]);
    expect(await differencesIn(book.pool)).toEqual([]);
    expect((await book.since('alarms', 0)).flatMap(({ events }) => events.map(({ type }) => type))).toEqual([
      'alarms-opened',
      'alarm-raised',
      'alarm-released',
      'alarm-over',
      'alarm-raised',
      'alarm-released',
      'alarm-over',
    ]);
  });

  it('is over by an event and by nothing else', async () => {
    const said = `update alarms set over_at = over_at + 1 where id = 1`;
    await expect(book.pool.query(said)).rejects.toMatchObject({ code: '23001' });
    await freeze(true);
    await night(8);
    await release(book, 3);
    await expect(book.pool.query('update alarms set over_at = 1 where id = 3')).rejects.toMatchObject({ code: '23000' });
    await intruder.query('update alarms set over_at = 1 where id = 3');
    expect((await differencesIn(book.pool)).map(({ check, found }) => [check, found])).toEqual([
      ['freeze-misstated', 'frozen'],
      ['alarm-misstated', 'alarm 3 is over in one and not in the other'],
    ]);
    await intruder.query('update alarms set over_at = null where id = 3');
    await freeze(false);
  });

  it('of every check there is: raised, it holds up a collection and says in Chinese what it is; released, it does not', async () => {
    for (const { name: check, zh, en } of [...CHECKS, ...HASH_CHECKS, UNREADABLE]) {
      const [alarm] = await raiseAlarms(
        book.pool,
        [{ check, subject: 'tried', found: 'for the test', units: ['G1'] }],
        after(240),
      );
      expect(await asker.ask(collection)).toEqual({ waitFor: [`alarm ${String(alarm!.id)}`] });
      const { subject, text } = letter((await book.outboxOf()).find(({ say }) => say['alarm'] === String(alarm!.id))!);
      expect(subject).toContain(zh);
      expect(text).toContain(`核对项目：${zh}（${check}）\n涉及：tried\n发现：for the test`);
      expect(text).toContain('经两名人员解除之前');
      expect(en).toMatch(/^[a-z]/);
      await releaseAll(book);
    }
    await asker.take(collection);
    expect((await book.account('G1'))!.lots).toMatchObject([{ quantity: '0' }]);
  });
});
