import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '../../domain/model/clock.js';
import type { Instant } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { setClock } from '../../records/cases.js';
import { lateCases } from '../../records/late-cases.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { opensOf } from '../../simulator/opening.js';
import { scenarioOf } from '../drill/meeting.js';
import { releaseAll } from '../ledger/releasing.js';
import { bookDatabase, type TestDatabase } from './database.js';

const CASE = '2024/BJ-0001/compliance-cycle';
const NONE = { held: [], free: [] };
const FREE = { held: [], free: [CASE] };
const HELD = { held: [CASE], free: [] };
const DAY_MS = 86_400_000;

let database: TestDatabase;
let book: Book;
let next: Instant;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  const [opening] = opensOf(scenarioOf('2024-06-01', '2024-12-31', ['BJ-0001'], '  []'));
  if (!opening) throw new Error('no opening');
  await book.open(opening, { wall0: Date.now(), business0: opening.opensAt });
  const { rows } = await book.pool.query<{ at: string }>('select next_at as at from case_views where case_id = $1', [CASE]);
  next = Number(rows[0]?.at);
  expect(next).toBeGreaterThan(opening.opensAt);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

/** The clock of the case shows an instant now. */
const shows = (business0: Instant, more: Partial<Clock> = {}): Promise<void> =>
  setClock(book.pool, CASE, { wall0: Date.now(), business0, ...more });
const raised = (units: readonly string[] | null) =>
  raiseAlarms(book.pool, [{ check: 'lot-not-its-postings', subject: String(units), found: '试验', units }], Date.now());

describe('who could play the next instant and has not', () => {
  it('is late by the clock of the case, by so much and not before', async () => {
    await shows(next - DAY_MS);
    expect(await lateCases(book.pool, 0)).toEqual(NONE);
    await shows(next + DAY_MS);
    expect(await lateCases(book.pool, 0)).toEqual(FREE);
    expect(await lateCases(book.pool, DAY_MS / 2)).toEqual(FREE);
    expect(await lateCases(book.pool, 2 * DAY_MS)).toEqual(NONE);
  });

  it('is held up by an alarm that concerns its unit, or the ledger as a whole; by another unit’s it is not', async () => {
    await raised(['BJ-0002']);
    expect(await lateCases(book.pool, 0)).toEqual(FREE);
    await raised(['BJ-0001']);
    expect(await lateCases(book.pool, 0)).toEqual(HELD);
    await releaseAll(book);
    expect(await lateCases(book.pool, 0)).toEqual(FREE);
    await raised(null);
    expect(await lateCases(book.pool, 0)).toEqual(HELD);
    await releaseAll(book);
  });

  it('not what waits for somebody else: suspended, a rehearsal that the server skips, a year that is over', async () => {
    await book.suspend(CASE, '试验');
    expect(await lateCases(book.pool, 0)).toEqual(NONE);
    await book.suspend(CASE, null);
    await shows(next + DAY_MS, { skips: true });
    expect(await lateCases(book.pool, 0)).toEqual(NONE);
    await shows(next + DAY_MS, { endsAt: next });
    expect(await lateCases(book.pool, 0)).toEqual(NONE);
    await shows(next + DAY_MS, { endsAt: next + 1 });
    expect(await lateCases(book.pool, 0)).toEqual(FREE);
  });

  it('not what waits for an act that was stamped before the instant; one stamped at it comes after it', async () => {
    const store = (id: string, stamp: Instant) =>
      book.store({
        asker: 'BJ-0001',
        id,
        asked: id,
        do: 'surrender',
        by: 'BJ-0001',
        with: { quantity: '1' },
        stamp,
        cases: [{ case: CASE, role: 'decides' }],
      });
    await store('at', next);
    expect(await lateCases(book.pool, 0)).toEqual(FREE);
    await store('before', next - 1);
    expect(await lateCases(book.pool, 0)).toEqual(NONE);
  });
});
