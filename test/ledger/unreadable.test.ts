import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allAlarms } from '../../ledger/alarms.js';
import { inspect } from '../../records/inspect.js';
import { Book } from '../../records/book.js';
import { bookDatabase, intruderIn, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, stepOf } from '../records/steps.js';

let database: TestDatabase;
let book: Book;
let intruder: pg.Client;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  intruder = await intruderIn(database);
  const asker = await new Asker(book, 'U1').open([credited(allowances('100'))]);
  await asker.take(stepOf('act:c', after(1), [], { type: 'emissions-confirmed', with: { emissions: '100', obligation: '100' } }));
  await new Asker(book, 'U2').open([credited(allowances('5'))]);
});
afterAll(async () => {
  await intruder.end();
  await book.close();
  await database.drop();
});

const found = async (hour: number): Promise<[string, string, readonly string[] | null][]> =>
  (await inspect(book.pool, after(hour))).raised.map(({ check, subject, units }) => [check, subject, units]);

describe('what is written so that it cannot be read does not silence the checker', () => {
  it('an amount that is none: the event is named, and what it kept from being asked', async () => {
    await intruder.query(
      `update events set body = jsonb_set(body, '{with,emissions}', '"many"') where case_id = 'U1/2024' and type = 'emissions-confirmed'`,
    );
    const raised = await found(2);
    expect(raised).toContainEqual(['amount-unreadable', 'U1/2024/3', ['U1']]);
    expect(raised).toContainEqual(['obligation-misstated', '', null]);
    expect(raised).toContainEqual(['chain-broken', 'U1/2024/3', ['U1']]);
    const [alarm] = (await allAlarms(book.pool)).filter(({ check }) => check === 'obligation-misstated');
    expect(alarm?.found).toMatch(/^无法核对 cannot be asked: .*many/);
    await intruder.query(
      `update events set body = jsonb_set(body, '{with,emissions}', '"100"') where case_id = 'U1/2024' and type = 'emissions-confirmed'`,
    );
  });

  it('a text as long as one likes: the alarm is raised, with its beginning', async () => {
    await intruder.query(`update accounts set frozen = true where unit = 'U2'`);
    await intruder.query(
      `update accounts set claims = jsonb_build_array(jsonb_build_object('case', (select string_agg(md5(n::text), '') from generate_series(1, 3000) n))) where unit = 'U1'`,
    );
    const raised = await found(3);
    expect(raised).toContainEqual(['claim-of-nobody', 'U1', ['U1']]);
    expect(raised).toContainEqual(['freeze-misstated', 'U2', ['U2']]);
    const [alarm] = (await allAlarms(book.pool)).filter(({ check }) => check === 'claim-of-nobody');
    expect(alarm?.found.length).toBeLessThanOrEqual(1_500);
  });
});
