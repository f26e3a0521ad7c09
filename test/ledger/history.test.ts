import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { migrate } from '../../records/migrate.js';
import { emptyDatabase, type TestDatabase } from '../records/database.js';
import { Asker, after, allowances, credited, named, reminder, stepOf } from '../records/steps.js';

/** The application's own role: it owns the tables and is no superuser. */
const ROLE = `luyue_test_${String(process.pid)}`;
let database: TestDatabase;
let book: Book;
let own: pg.Client;
beforeAll(async () => {
  database = await emptyDatabase();
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`create role ${ROLE} login password 'test'`);
  await admin.query(`alter schema public owner to ${ROLE}`);
  await admin.query(`grant create on database ${new URL(database.url).pathname.slice(1)} to ${ROLE}`);
  await admin.end();
  const url = new URL(database.url);
  url.username = ROLE;
  url.password = 'test';
  await migrate(url.href);
  book = new Book(url.href);
  own = new pg.Client({ connectionString: url.href });
  await own.connect();
  const asker = await new Asker(book, 'H1').open([credited(allowances('100')), reminder]);
  await asker.take(stepOf('act:h1', after(1), [{ kind: 'take-back', quantity: '30' }]));
  await named(book, { id: 'h2', cases: ['H1/2024'], stamp: after(2), do: 'surrender', by: 'H1' });
});
afterAll(async () => {
  await own.end();
  await book.close();
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`reassign owned by ${ROLE} to current_user`);
  await admin.query(`revoke create on database ${new URL(database.url).pathname.slice(1)} from ${ROLE}`);
  await admin.query(`drop role ${ROLE}`);
  await admin.end();
  await database.drop();
});

describe('design §4 — what was recorded stays, whoever asks the database', () => {
  const changes = [
    `update events set body = body || '{"by": "x"}'`,
    `update events set hash = 'x'`,
    'delete from events',
    'truncate events cascade',
    'update transactions set at = 0',
    'delete from transactions',
    'truncate transactions cascade',
    'update postings set quantity = quantity + 1',
    'delete from postings where false',
    'truncate postings',
    'delete from cases',
    `update cases set opening = '{}'`,
    'delete from acts',
    'update acts set stamp = 0',
    'delete from requests',
    `update requests set body = '{}'`,
    'update requests set stamp = 0',
    'delete from outbox',
    `update outbox set party = 'x'`,
    'delete from letters',
    'delete from deliveries',
    'delete from lots',
    `update lots set product = 'ccer'`,
    'delete from accounts',
  ];
  it.each(changes)('%s is refused', async (sql) => {
    await expect(own.query(sql)).rejects.toMatchObject({ code: '23001' });
  });
});

const within = async (...statements: string[]): Promise<void> => {
  await own.query('begin');
  try {
    for (const sql of statements) await own.query(sql);
    await own.query('commit');
  } catch (error) {
    await own.query('rollback');
    throw error;
  }
};
const TX = `insert into transactions (id, case_id, seq, at, by, hash) values ('t', 'H1/2024', 1, 0, 'x', 'x')`;
const postings = (...rows: string[]): string =>
  `insert into postings (tx, n, account, lot, product, quantity) values ${rows.join(', ')}`;

describe('design §4 — every posting sums to zero per product; constraints live in the database as well', () => {
  const refused: [string, string[], string | RegExp][] = [
    [
      'a posting without its counterpart',
      [TX, postings(`('t', 1, 'unit/H1', 'H1/L1', 'allowance', 5)`)],
      'off balance by 5 in allowance',
    ],
    [
      'a counterpart of another product',
      [TX, postings(`('t', 1, 'unit/H1', 'H1/L1', 'allowance', 5)`, `('t', 2, 'issuance', 'H1/L1', 'ccer', -5)`)],
      'off balance',
    ],
    [
      'a counterpart that comes later',
      [TX, postings(`('t', 1, 'unit/H1', 'H1/L1', 'allowance', 5)`), postings(`('t', 2, 'issuance', 'H1/L1', 'allowance', -5)`)],
      'off balance',
    ],
    [
      'postings added to an old transaction',
      [
        postings(
          `('H1/2024:act:h1', 3, 'unit/H1', 'H1/L1', 'allowance', 5)`,
          `('H1/2024:act:h1', 4, 'issuance', 'H1/L1', 'allowance', -5)`,
        ),
      ],
      'come together',
    ],
    [
      'a posting of another account’s lot',
      [TX, postings(`('t', 1, 'unit/H2', 'H1/L1', 'allowance', 5)`, `('t', 2, 'issuance', 'H1/L1', 'allowance', -5)`)],
      'which is not on it',
    ],
    [
      'more than a lot holds',
      [TX, postings(`('t', 1, 'unit/H1', 'H1/L1', 'allowance', -71)`, `('t', 2, 'expired', 'H1/L1', 'allowance', 71)`)],
      'lots_quantity_check',
    ],
    ['a posting of nothing', [TX, postings(`('t', 1, 'unit/H1', 'H1/L1', 'allowance', 0)`)], 'postings_quantity_check'],
    [
      'an account of no known name',
      [TX, postings(`('t', 1, 'mine', 'H1/L1', 'allowance', -1)`, `('t', 2, 'expired', 'H1/L1', 'allowance', 1)`)],
      'postings_account_check',
    ],
    ['a lot that changes without a posting', [`update lots set quantity = quantity + 1`], 'by postings only'],
    [
      'a lot that begins with something',
      [`insert into lots (lot, unit, n, product, quantity) values ('H1/L2', 'H1', 2, 'ccer', 1)`],
      'by postings only',
    ],
    ['a debt below zero', [`update accounts set debt = -1`], 'accounts_debt_check'],
    [
      'an alarm that no event raised',
      [`insert into alarms (check_name, subject, found, raised_at) values ('x', 'x', 'x', 0)`],
      'no event says so',
    ],
  ];
  it.each(refused)('%s is refused', async (_, statements, message) => {
    await expect(within(...statements)).rejects.toThrow(message);
    expect((await book.account('H1'))!.lots).toEqual([expect.objectContaining({ lot: 'H1/L1', quantity: '70' })]);
  });

  it('postings that balance are taken, and the lot follows them', async () => {
    await own.query('begin');
    await own.query(TX);
    await own.query(postings(`('t', 1, 'unit/H1', 'H1/L1', 'allowance', -70)`, `('t', 2, 'expired', 'H1/L1', 'allowance', 70)`));
    expect((await own.query(`select quantity from lots where lot = 'H1/L1'`)).rows).toEqual([{ quantity: '0' }]);
    await own.query('rollback');
  });
});

describe('design §4 — one hash chain a case', () => {
  const event = (seq: number, key: string): string =>
    `insert into events (case_id, seq, step_key, k, body, hash, seal) values ('H1/2024', ${String(seq)}, '${key}', 1, '{"seq": ${String(seq)}, "type": "x", "at": 1, "by": "x"}', 'x', 'x')`;
  const refused: [string, string[], string][] = [
    ['an event beyond what its case says', [event(99, 'act:x')], 'does not follow'],
    [
      'an event after a gap',
      [`update cases set seq = 99, head = 'x' where case_id = 'H1/2024'`, event(99, 'act:x')],
      'its chain does not',
    ],
    ['a case that says more than its chain', [`update cases set seq = seq + 1 where case_id = 'H1/2024'`], 'its chain does not'],
    ['a case that goes back', [`update cases set seq = 1, head = (select hash from events where seq = 1)`], 'its chain does not'],
    ['a case with another head', [`update cases set head = 'x' where case_id = 'H1/2024'`], 'its chain does not'],
    ['an event whose body has another number', [event(99, 'act:x').replace('"seq": 99', '"seq": 98')], 'events_check'],
  ];
  it.each(refused)('%s is refused', async (_, statements, message) => {
    await expect(within(...statements)).rejects.toThrow(message);
  });
});
