import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { bookDatabase, intruderIn, type TestDatabase } from './database.js';
import { after, Asker, stepOf } from './steps.js';

let database: TestDatabase;
let book: Book;
let intruder: pg.Client;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  for (const unit of ['V1', 'V2', 'V3']) {
    const asker = await new Asker(book, unit).open();
    for (const hour of [1, 2, 3]) await asker.take(stepOf(`act:${unit}-${String(hour)}`, after(hour)));
  }
  intruder = await intruderIn(database);
});
afterAll(async () => {
  await intruder.end();
  await book.close();
  await database.drop();
});

describe('design §4 — an event that was changed is found and located', () => {
  it('chains that nobody touched are intact', async () => {
    expect(await book.verifyChains()).toEqual({ cases: 3, events: 12 });
  });

  const at = `case_id = 'V2/2024' and seq = 3`;
  const changes: [string, string, string, { seq: number; what: string }][] = [
    [
      'one byte of a text',
      `update events set body = jsonb_set(body, '{with,note}', '"示倒"') where ${at}`,
      `update events set body = jsonb_set(body, '{with,note}', '"示例"') where ${at}`,
      { seq: 3, what: 'hash' },
    ],
    [
      'a millisecond of an instant',
      `update events set body = jsonb_set(body, '{at}', to_jsonb((body ->> 'at')::bigint + 1)) where ${at}`,
      `update events set body = jsonb_set(body, '{at}', to_jsonb((body ->> 'at')::bigint - 1)) where ${at}`,
      { seq: 3, what: 'hash' },
    ],
    [
      'one character of a hash',
      `update events set hash = translate(substr(hash, 1, 1), '0123456789abcdef', '123456789abcdef0') || substr(hash, 2) where ${at}`,
      `update events set hash = translate(substr(hash, 1, 1), '123456789abcdef0', '0123456789abcdef') || substr(hash, 2) where ${at}`,
      { seq: 3, what: 'hash' },
    ],
    [
      'its cause',
      `update events set step_key = 'act:V2-9' where ${at}`,
      `update events set step_key = 'act:V2-2' where ${at}`,
      { seq: 3, what: 'cause' },
    ],
    [
      'an event taken away from the middle',
      `create temp table gone as select case_id, seq, step_key, k, body, hash, seal from events where ${at}; delete from events where ${at}`,
      `insert into events (case_id, seq, step_key, k, body, hash, seal) select * from gone; drop table gone`,
      { seq: 3, what: 'missing' },
    ],
    [
      'the last event taken away',
      `create temp table gone as select case_id, seq, step_key, k, body, hash, seal from events where case_id = 'V2/2024' and seq = 4; delete from events where case_id = 'V2/2024' and seq = 4`,
      `insert into events (case_id, seq, step_key, k, body, hash, seal) select * from gone; drop table gone`,
      { seq: 4, what: 'end' },
    ],
  ];
  it.each(changes)('%s', async (_, change, mend, wrong) => {
    await intruder.query(change);
    expect((await book.verifyChains()).wrong).toEqual({ caseId: 'V2/2024', ...wrong });
    await intruder.query(mend);
    expect(await book.verifyChains()).toEqual({ cases: 3, events: 12 });
  });
});
