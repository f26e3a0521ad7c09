import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountEffect, NewEvent } from '../../domain/model/step.js';
import { checkBook } from '../../ledger/checker/checker.js';
import { Book } from '../../records/book.js';
import { viewDifferences } from '../../records/verify-views.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, reminder, stepOf } from '../records/steps.js';
import { claimOf } from './claiming.js';

let database: TestDatabase;
let book: Book;
let blocker: pg.Client;
let killer: pg.Client;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  blocker = new pg.Client({ connectionString: database.url });
  killer = new pg.Client({ connectionString: database.url });
  await Promise.all([blocker.connect(), killer.connect()]);
});
afterAll(async () => {
  await Promise.all([blocker.end(), killer.end()]);
  await book.close();
  await database.drop();
});

const claim = claimOf('500');
const offset = { product: 'ccer', origin: 'beijing', recordedOn: '2020-05-01', quantity: '20' } as const;

/** Every operation on an account that holds 100 t (L1), 20 t of offsets (L2) and 30 t that expire (L3); B is the other one. */
const OPERATIONS: readonly [name: string, (unit: string) => AccountEffect, event?: (unit: string) => Partial<NewEvent>][] = [
  ['issue', () => ({ kind: 'credit', reason: 'auction', lots: [allowances('7')] })],
  [
    'take-back',
    () => ({ kind: 'take-back', quantity: '110' }),
    () => ({ type: 'allocation-corrected', with: { before: '110', quantity: '0' } }),
  ],
  ['trade', (unit) => ({ kind: 'transfer', to: `${unit}B`, quantity: '40', price: '90' })],
  ['surrender', () => ({ kind: 'surrender', claim, owed: '500', quantity: '60', accepted: [], fulfils: true })],
  [
    'collection',
    () => ({ kind: 'collect', claim, rectificationDueOn: '2024-11-29', name: '示例' }),
    () => ({ type: 'collection-run' }),
  ],
  ['expiry', () => ({ kind: 'expire', on: '2024-11-15' })],
  ['cancellation', () => ({ kind: 'cancel', quantity: '5', reason: '自愿' })],
  [
    'reservation',
    (unit) => ({ kind: 'reserve', lots: [{ lot: `${unit}/L2`, quantity: '9' }] }),
    (unit) => ({ type: 'offsets-applied-for', with: { lots: [{ lot: `${unit}/L2`, quantity: '9' }] } }),
  ],
  ['freezing', () => ({ kind: 'freeze', frozen: true }), () => ({ type: 'account-frozen' })],
  [
    'reversal',
    (unit) => ({ kind: 'reverse', of: 'credited', moves: [{ lot: `${unit}/L1`, quantity: '100' }] }),
    (unit) => ({ type: 'movement-reversed', with: { of: 'credited', moves: [{ lot: `${unit}/L1`, quantity: '100' }] } }),
  ],
  ['moved expiry', () => ({ kind: 'move-expiry', from: '2024-11-15', to: '2024-11-30' })],
];

/** Where a step is stopped: each waits for something that another holds, as far as the operation comes to it. */
const BOUNDARIES: readonly [name: string, sql: string, params: (unit: string) => string[]][] = [
  ['before anything', 'select 1 from cases where case_id = $1 for update', (unit) => [`${unit}/2024`]],
  ['case held', 'select 1 from accounts where unit = $1 for update', (unit) => [unit]],
  ['account written', 'select 1 from lots where unit = $1 for update', (unit) => [unit]],
  [
    'ledger written',
    `insert into transactions (id, case_id, seq, at, by, hash) values ($1 || ':act:' || split_part($1, '/', 1), $1, 2, 0, 'x', 'x')`,
    (unit) => [`${unit}/2024`],
  ],
  [
    'events written',
    `insert into outbox (id, case_id, unit, party_kind, party, template, at) select $1 || '/' || seq + 1 || '/1', $1, 'x', 'unit', 'x', 'x', 0 from cases where case_id = $1`,
    (unit) => [`${unit}/2024`],
  ],
];

const PAUSE = 15;
/** Kills whoever waits for a lock, once somebody does; false when the step was written before anybody had to wait. */
const killWaiting = async (over: () => boolean): Promise<boolean> => {
  while (!over()) {
    const { rowCount } = await killer.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and application_name = 'luyue'`,
    );
    if ((rowCount ?? 0) > 0) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return false;
};

const stateOf = async (unit: string): Promise<unknown[]> => [
  ...[await book.account(unit), await book.account(`${unit}B`)],
  ...[await book.readCase(`${unit}/2024`), await book.readCase(`${unit}B/2024`), await book.outboxOf({ unit })],
];

let injected = 0;
let kinds = 0;
const CASES = OPERATIONS.flatMap((operation) =>
  BOUNDARIES.map((boundary) => [operation[0], boundary[0], operation, boundary] as const),
);

describe('design §5 — killed at every boundary of every operation: nothing is left behind, and it is done once afterwards', () => {
  it.each(CASES)('%s, %s', async (_name, _where, [, effect, event], [, sql, params]) => {
    kinds += 1;
    const unit = `K${String(kinds)}`;
    const lapsing = { ...allowances('30', 2023), expiresOn: '2024-11-15' };
    const asker = await new Asker(book, unit).open([credited(allowances('100'), offset, lapsing)]);
    await new Asker(book, `${unit}B`).open();
    await asker.take(
      stepOf('act:c', after(1), [], { type: 'emissions-confirmed', with: { emissions: '500', obligation: '500' } }),
    );
    const step = stepOf(`act:${unit}`, after(2), [effect(unit), reminder], event?.(unit) ?? {});
    await asker.file(step);
    const before = await stateOf(unit);
    await blocker.query('begin');
    await blocker.query(sql, params(unit));
    let over = false;
    const asked = asker.ask(step).then(
      () => 'written',
      (error: unknown) => String(error),
    );
    void asked.then(() => (over = true));
    const killed = await killWaiting(() => over);
    const answer = await asked;
    await blocker.query('rollback');
    if (killed) {
      injected += 1;
      expect(answer).toMatch(/terminat/);
      expect(await stateOf(unit)).toEqual(before);
    }
    await asker.take(step);
    const done = await stateOf(unit);
    expect(await asker.ask(step)).toHaveProperty('head');
    expect(await stateOf(unit)).toEqual(done);
    expect(done).not.toEqual(before);
  });

  it('most boundaries were met, every tonne is accounted for, and the checker finds nothing', async () => {
    // an operation without postings has no transaction to wait for, one that changes no lot none of those
    expect(injected).toBeGreaterThanOrEqual(4 * OPERATIONS.length);
    expect(await checkBook(book.pool)).toEqual([]);
    expect(await viewDifferences(book.pool)).toEqual([]);
    expect((await book.ledgerTotals()).balanced).toBe(true);
  });
});
