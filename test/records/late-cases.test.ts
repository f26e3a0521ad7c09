import type { WorkflowClient } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wakingLate } from '../../desk/late-cases.js';
import type { Clock } from '../../domain/model/clock.js';
import { instantOf, type Instant } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { setClock } from '../../records/cases.js';
import { collectionsReleased, lateCases } from '../../records/late-cases.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { opensOf } from '../../simulator/opening.js';
import { confirmed, scenarioOf } from '../drill/meeting.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { release, releaseAll } from '../ledger/releasing.js';
import { bookDatabase, type TestDatabase } from './database.js';

const CASE = '2024/BJ-0001/compliance-cycle';
const NONE = { held: [], free: [] };
const FREE = { held: [], free: [CASE] };
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
let times = 0;
const raised = (units: readonly string[] | null, on = book) => {
  times += 1;
  const found = `试验 ${String(times)}`;
  return raiseAlarms(on.pool, [{ check: 'lot-not-its-postings', subject: String(units), found, units }], Date.now());
};
const stored = (on: Book, id: string, stamp: Instant) =>
  on.store({
    asker: 'BJ-0001',
    id,
    asked: id,
    do: 'surrender',
    by: 'BJ-0001',
    with: { quantity: '1' },
    stamp,
    cases: [{ case: CASE, role: 'decides' }],
  });

describe('who could play the next instant and has not', () => {
  it('is late by the clock of the case, by so much and not before', async () => {
    await shows(next - DAY_MS);
    expect(await lateCases(book.pool, 0)).toEqual(NONE);
    await shows(next + DAY_MS);
    expect(await lateCases(book.pool, 0)).toEqual(FREE);
    expect(await lateCases(book.pool, DAY_MS / 2)).toEqual(FREE);
    expect(await lateCases(book.pool, 2 * DAY_MS)).toEqual(NONE);
  });

  it('no alarm holds up a reminder', async () => {
    await raised(['BJ-0001']);
    await raised(null);
    expect(await lateCases(book.pool, 0)).toEqual(FREE);
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
    await stored(book, 'at', next);
    expect(await lateCases(book.pool, 0)).toEqual(FREE);
    await stored(book, 'before', next - 1);
    expect(await lateCases(book.pool, 0)).toEqual(NONE);
  });
});

/** 三(四): 11月15日 is the last day for surrender; the first instant of the next collects. */
const COLLECTS = instantOf('2024-11-16', '00:00:00');
const SURRENDERED = `  - { on: 2024-11-01, by: BJ-0002, do: surrender, with: { quantity: '800' } }`;
const IN_PART = `  - { on: 2024-11-01, by: BJ-0003, do: surrender, with: { quantity: '799' } }`;
const caseOf = (unit: string): string => `2024/${unit}/compliance-cycle`;

describe('三(四) — only what is collected by force waits for an alarm', () => {
  let settled: Book;
  let of: TestDatabase;
  beforeAll(async () => {
    of = await bookDatabase();
    settled = new Book(of.url);
    const units = ['BJ-0001', 'BJ-0002', 'BJ-0003'];
    const acts = [...units.map((unit) => confirmed(unit, '800')), SURRENDERED, IN_PART].join('\n');
    await new PlayOnBook(settled).play(scenarioOf('2024-10-25', '2024-11-15', [...units, 'BJ-0004'], acts));
    for (const unit of [...units, 'BJ-0004'])
      await setClock(settled.pool, caseOf(unit), { wall0: Date.now(), business0: COLLECTS + DAY_MS });
  });
  afterAll(async () => {
    await settled.close();
    await of.drop();
  });
  const sorted = async (): Promise<object> => {
    const { held, free } = await lateCases(settled.pool, 0);
    const late = new Set(['BJ-0001', 'BJ-0002', 'BJ-0003'].map(caseOf));
    // the fourth, of which nothing was confirmed, has nothing that falls due at this instant
    return { held: [...held].sort(), free: free.filter((one) => late.has(one)).sort() };
  };
  const all = ['BJ-0001', 'BJ-0002', 'BJ-0003'].map(caseOf);
  const [nothing = '', done = '', inPart = ''] = all;

  it('of whoever surrendered it all nothing is collected; whoever owes a tonne or all of it waits, also for the ledger as a whole', async () => {
    expect(await sorted()).toEqual({ held: [], free: all });
    await raised(['BJ-0003'], settled);
    expect(await sorted()).toEqual({ held: [inPart], free: [nothing, done] });
    await raised(null, settled);
    expect(await sorted()).toEqual({ held: [nothing, inPart], free: [done] });
    await releaseAll(settled);
    expect(await sorted()).toEqual({ held: [], free: all });
  });

  it('an act that was stamped before the collection is decided in spite of the alarm; one that came after it waits like the collection', async () => {
    await raised(['BJ-0001', 'BJ-0002', 'BJ-0003'], settled);
    await stored(settled, 'after', COLLECTS);
    expect(await sorted()).toEqual({ held: [nothing, inPart], free: [done] });
    await stored(settled, 'before', COLLECTS - 1);
    expect(await sorted()).toEqual({ held: [inPart], free: [done] });
    await releaseAll(settled);
  });

  it('a release has go on what it held up, has come, and no other alarm holds', async () => {
    const [of3] = await raised(['BJ-0003'], settled);
    const [whole] = await raised(null, settled);
    const ids = [of3?.id ?? 0, whole?.id ?? 0];
    expect(await collectionsReleased(settled.pool, ids)).toEqual([]);
    await release(settled, ids[1] ?? 0);
    expect(await collectionsReleased(settled.pool, ids)).toEqual([nothing]);
    await release(settled, ids[0] ?? 0);
    expect(await collectionsReleased(settled.pool, ids)).toEqual([nothing, inPart]);
    expect(await collectionsReleased(settled.pool, ids.slice(0, 1))).toEqual([inPart]);
    const shown = (unit: string, business0: Instant, more: Partial<Clock> = {}): Promise<void> =>
      setClock(settled.pool, caseOf(unit), { wall0: Date.now(), business0, ...more });
    // an hour before, and where the server skips time
    await shown('BJ-0001', COLLECTS - 3_600_000);
    expect(await collectionsReleased(settled.pool, ids)).toEqual([inPart]);
    await shown('BJ-0001', COLLECTS - 3_600_000, { skips: true });
    expect(await collectionsReleased(settled.pool, ids)).toEqual([nothing, inPart]);
    await settled.suspend(nothing, '试验');
    expect(await collectionsReleased(settled.pool, ids)).toEqual([inPart]);
  });

  it('what was told in vain before an alarm held it up is told again as soon as it is released', async () => {
    const told: string[] = [];
    const client = {
      withDeadline: <T>(_until: number, work: () => T): T => work(),
      getHandle: (caseId: string) => ({ signal: (name: string) => Promise.resolve(void told.push(`${name} ${caseId}`)) }),
    } as unknown as WorkflowClient;
    const look = wakingLate({ book: settled, client, taskQueue: '', everyMs: 60_000 }, new AbortController().signal);
    const looked = async (): Promise<readonly string[]> => {
      told.length = 0;
      await look();
      return told.filter((one) => one.endsWith(inPart));
    };
    const once = [`lookAgain ${inPart}`];
    expect(await looked()).toEqual(once);
    expect(await looked()).toEqual([]);
    await raised(['BJ-0003'], settled);
    expect(await looked()).toEqual([]);
    await releaseAll(settled);
    expect(await looked()).toEqual(once);
    expect(await looked()).toEqual([]);
  });
});
