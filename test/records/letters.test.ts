import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IN_SERVICE } from '../../domain/model/clock.js';
import { isoOf } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { AT_ONCE } from './put-letters.js';
import { at, putNotices, type Put } from './put-notices.js';
import { Asker, OPENED } from './steps.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await new Asker(book, 'P-1').open([], 'compliance-cycle', OPENED, IN_SERVICE);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const put = (...all: readonly Put[]): Promise<void> => putNotices(book, all);
const gather = (): Promise<number> => book.gatherLetters(AT_ONCE);
/** The letters of a party: when each left, and how many notices it has. */
const lettersTo = async (party: string): Promise<string[]> => {
  const { rows } = await book.pool.query<{ at: string; n: number }>(
    `select l.at, count(*)::int as n from letters l join outbox o using (letter) where l.party_kind || '/' || l.party = $1 group by l.letter order by l.at, n`,
    [party],
  );
  return rows.map((row) => `${isoOf(Number(row.at)).slice(0, 16)} ${String(row.n)}`);
};
let n = 0;
let district = '';
beforeEach(() => {
  n += 1;
  district = `district/d${String(n)}`;
});

describe('front §8 — units get one letter for the notices of one instant, an authority one a morning and one at midnight', () => {
  it('what a unit is told at one instant stands together, what another instant brings does not', async () => {
    await put(
      { to: 'unit/T-1', at: '2024-06-08 09:00:00' },
      { to: 'unit/T-1', at: '2024-06-08 09:00:00', duty: 'data-quality-plan' },
      { to: 'unit/T-1', at: '2024-06-14 09:00:00' },
      { to: 'unit/T-2', at: '2024-06-08 09:00:00' },
    );
    await gather();
    expect(await lettersTo('unit/T-1')).toEqual(['2024-06-08T09:00 2', '2024-06-14T09:00 1']);
    expect(await lettersTo('unit/T-2')).toEqual(['2024-06-08T09:00 1']);
  });

  it('an authority’s wait for the next morning or midnight; nine o’clock and midnight belong to their own letter', async () => {
    for (const when of [
      '2024-06-15 00:00:00',
      '2024-06-15 00:00:01',
      '2024-06-15 09:00:00',
      '2024-06-15 09:00:01',
      '2024-06-15 23:59:59',
    ])
      await put({ to: district, at: when, template: 'overdue' });
    await gather();
    expect(await lettersTo(district)).toEqual(['2024-06-15T00:00 1', '2024-06-15T09:00 2', '2024-06-16T00:00 2']);
  });

  it('what comes when its letter has left stands in the next; what is due that very day goes by itself', async () => {
    await put({ to: district, at: '2024-06-15 09:00:00' });
    await gather();
    await put({ to: district, at: '2024-06-15 09:00:00', template: 'district-moved' });
    await put({ to: district, at: '2024-06-15 10:00:00', say: { dueOn: '2024-06-15' } });
    await gather();
    expect(await lettersTo(district)).toEqual(['2024-06-15T09:00 1', '2024-06-15T10:00 1', '2024-06-16T00:00 1']);
  });

  it('a letter waits until its instant has passed, and while something still comes to it', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 19).replace('T', ' ');
    await put({ to: district, at: tomorrow });
    expect(await gather()).toBe(0);
    await put({ to: 'unit/T-3', at: '2024-06-08 09:00:00' });
    expect(await book.gatherLetters({ ...AT_ONCE, quietInstant: 60_000 })).toBe(0);
    expect(await gather()).toBe(1);
  });

  it('a date stands in calendars once: one number on when it moves, taken out when it is done, and then no more', async () => {
    const told = async (when: string, template: string): Promise<unknown> => {
      await put({ to: 'unit/P-1', at: when, unit: 'P-1', template, duty: 'first-report', say: { dueOn: '2024-06-15' } });
      await gather();
      const text = `select calendar from letters where letter = 'unit/P-1/' || $1::text`;
      return (await book.pool.query<{ calendar: object[] }>(text, [at(when)])).rows[0]?.calendar;
    };
    const changed = (what: string): Promise<unknown> =>
      book.pool.query(`update case_duties set ${what} where case_id = 'P-1/2024' and duty = 'first-report'`);
    const entry = { uid: '2024-first-report@luyue', duty: 'first-report', dueOn: '2024-06-15', sequence: 0, cancelled: false };
    expect(await told('2024-05-16 09:00:00', 'reminder')).toEqual([entry]);
    expect(await told('2024-06-08 09:00:00', 'reminder')).toEqual([entry]);
    await changed(`due_on = '2024-06-30'`);
    expect(await told('2024-06-10 10:00:00', 'revision-adopted')).toEqual([{ ...entry, dueOn: '2024-06-30', sequence: 1 }]);
    await changed(`state = 'done'`);
    expect(await told('2024-06-12 10:00:00', 'decision')).toEqual([
      { ...entry, dueOn: '2024-06-30', sequence: 2, cancelled: true },
    ]);
    expect(await told('2024-06-13 10:00:00', 'decision')).toEqual([]);
  });

  it('1,300 units at the midnight of a deadline: each gets its letter, the district one, the city one', async () => {
    const units = Array.from({ length: 1_300 }, (_, k) => `M-${String(k)}`);
    await put(
      ...units.flatMap((unit): Put[] => {
        const about = { at: '2024-07-16 00:00:00', unit, duty: 'verified-report', say: { dueOn: '2024-07-15', name: unit } };
        return [
          { ...about, to: `unit/${unit}`, template: 'overdue' },
          { ...about, to: `unit/${unit}`, template: 'referral' },
          { ...about, to: district, template: 'overdue' },
          { ...about, to: 'city/city', template: 'referral' },
        ];
      }),
      { to: 'city/city', at: '2024-07-16 00:00:00', template: 'escalation', duty: 'first-check', say: { dueOn: '2024-07-15' } },
    );
    let made = 0;
    for (let more = await gather(); more > 0; more = await gather()) made += more;
    expect(made).toBe(1_302);
    expect(await lettersTo(district)).toEqual(['2024-07-16T00:00 1300']);
    expect(await lettersTo('city/city')).toEqual(['2024-07-16T00:00 1301']);
    expect((await book.pool.query('select from outbox where letter is null and at < 1e12')).rowCount).toBe(0);
    await book.pool.query('update deliveries set sent_at = made_at from letters l where l.letter = deliveries.letter');
  });
});
