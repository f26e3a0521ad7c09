import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBook } from '../../ledger/checker/checker.js';
import { Book } from '../../records/book.js';
import { casesGoingOn } from '../../records/cases.js';
import { migrate } from '../../records/migrate.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { after } from '../records/steps.js';
import { release } from './releasing.js';

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

describe('front §2 — an alarm’s events stand in a case of no unit or cycle, which has no clock and no workflow', () => {
  it('raised: an event in the case of the alarms, a row, a mail, all at once and once, however many look; the same again nothing', async () => {
    const two = ['L1', 'L2'].map((subject) => ({ check: 'lot-below-zero', subject, found: 'x', units: null }));
    const looks = await Promise.all(Array.from({ length: 8 }, () => raiseAlarms(book.pool, [...two, ...two], after(1))));
    expect(looks.flat().map(({ id, subject }) => [id, subject])).toEqual([
      [1, 'L1'],
      [2, 'L2'],
    ]);
    expect(await raiseAlarms(book.pool, two, after(2))).toEqual([]);
    const steps = await book.since('alarms', 0);
    expect(steps.map(({ key, events }) => [key, ...events.map(({ type }) => type)])).toEqual([
      ['open', 'alarms-opened'],
      ['raised:1', 'alarm-raised', 'alarm-raised'],
    ]);
    expect(await book.outboxOf({ caseId: 'alarms' })).toMatchObject([
      { id: 'alarms/2/1', unit: 'city', template: 'alarm', at: after(1), say: { alarm: '1', subject: 'L1' } },
      { id: 'alarms/2/2', say: { alarm: '2', subject: 'L2' } },
    ]);
    const [third] = await raiseAlarms(book.pool, [{ check: 'chain-end', subject: 'x', found: 'x', units: null }], after(3));
    expect(third?.id).toBe(3);
  });

  it('it is anchored and verified like any case, and is none that goes on or that a unit has', async () => {
    await book.anchorHeads(after(48));
    const { rows } = await book.pool.query(`select case_id from anchored_heads`);
    expect(rows).toEqual([{ case_id: 'alarms' }]);
    expect((await book.verifyAnchors()).wrong).toEqual([]);
    expect(await book.verifyChains()).not.toHaveProperty('wrong');
    expect([await casesGoingOn(book.pool), await book.casesOf('alarms'), await book.run('alarms')]).toEqual([[], [], undefined]);
  });

  it('alarms from before there was one get it when the schema is brought up to date, with what became of them', async () => {
    const old = await bookDatabase();
    const older = new pg.Client({ connectionString: old.url });
    const its = new Book(old.url);
    try {
      await older.connect();
      await older.query(`set session_replication_role = replica;
        insert into alarms (check_name, subject, found, raised_at, units) values ('chain-end', 'one', 'x', 5, null), ('chain-end', 'two', 'x', 7, '{BJ-0001}');
        update alarms set released_at = to_timestamp(4000000000), released_by = 'city/a', released_approved_by = 'city/b', released_reason = 'x' where id = 1`);
      expect((await checkBook(its.pool)).map(({ check }) => check)).toEqual(['alarm-misstated', 'alarm-misstated']);
      for (const time of [1, 2]) {
        await migrate(old.url);
        const [opened, ...more] = await its.since('alarms', 0);
        expect([time, more, opened?.events.map(({ type }) => type)]).toEqual([
          time,
          [],
          ['alarms-opened', 'alarm-raised', 'alarm-released', 'alarm-raised'],
        ]);
        expect(opened?.events.map(({ at }) => at)).toEqual([4e12, 4e12, 4e12, 4e12]);
        expect(opened?.events[1]?.with).toMatchObject({ alarm: 1, raisedAt: '1970-01-01T08:00:00.005+08:00' });
      }
      expect(await checkBook(its.pool)).toEqual([]);
      expect(await release(its, 1)).toMatchObject({ refusal: { refused: 'already-done' } });
      expect(await release(its, 2)).toMatchObject({ state: 'decided' });
    } finally {
      await older.end();
      await its.close();
      await old.drop();
    }
  });
});
