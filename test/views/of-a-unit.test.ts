import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOf } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { readScenario } from '../../simulator/scenario.js';
import { simulate } from '../../simulator/simulate.js';
import { collectionPreview } from '../../views/collection-preview.js';
import { statement } from '../../views/statement.js';
import { timeline, type Happening } from '../../views/timeline.js';
import { timetable } from '../../views/timetable.js';
import { unitStatus } from '../../views/unit-status.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';

const SCENARIO = readScenario(path.join(import.meta.dirname, '..', 'scenarios', 'contract-example.yaml'));
const OUTCOME = simulate(SCENARIO) as unknown as {
  readonly units: Record<string, { status: string; timeline: object[]; holdings: { lot: string; quantity: string }[] }>;
};
const [UNIT] = Object.keys(OUTCOME.units) as [string];

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await new PlayOnBook(book).play(SCENARIO);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

const now = (): number => Date.now();

describe('what is shown of one unit', () => {
  it('its status: of now, of a moment, of a cycle; nothing of a unit that nobody knows', async () => {
    expect((await unitStatus(book, UNIT, { now }))?.standing).toMatchObject({
      unit: UNIT,
      status: OUTCOME.units[UNIT]?.status,
      asOf: null,
    });
    const june = (await unitStatus(book, UNIT, { asOf: startOf('2024-06-01'), now }))?.standing;
    expect(june).toMatchObject({ status: 'open', asOf: '2024-06-01T00:00:00+08:00', at: '2024-06-01T00:00:00+08:00' });
    expect(await unitStatus(book, UNIT, { cycle: 2023, now })).toBeUndefined();
    expect(await unitStatus(book, 'BJ-7777', { now })).toBeUndefined();
  });

  it('its timeline: what the outcome of the scenario tells, page by page, up to a moment', async () => {
    const all: Happening[] = [];
    for (let after: string | undefined; ;) {
      const page = await timeline(book, UNIT, { limit: 7, ...(after === undefined ? {} : { after }) });
      all.push(...page.events);
      if (page.after === undefined) break;
      after = page.after;
    }
    const told = all.map(({ at, event, by, duty }) => ({ at, event, by, ...(duty === undefined ? {} : { duty }) }));
    const key = (one: object): string => JSON.stringify(one);
    expect(told.map(key).sort()).toEqual((OUTCOME.units[UNIT]?.timeline ?? []).map(key).sort());
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort());
    const early = (await timeline(book, UNIT, { asOf: startOf('2024-06-01') })).events;
    expect(early).toEqual(all.filter(({ at }) => at <= '2024-06-01T00:00:00+08:00'));
    expect((await timeline(book, UNIT, { cycle: 2023 })).events).toEqual([]);
  });

  it('its statement: each product ends at what the unit holds; as of before the first movement there is none', async () => {
    const { account, lines } = (await statement(book, UNIT))!;
    expect(account).toBe(`unit/${UNIT}`);
    const held = new Map(lines.map(({ product, balance }) => [product, balance]));
    const lots = (await book.account(UNIT))?.lots ?? [];
    const heldNow = lots
      .filter(({ product }) => product === 'allowance')
      .reduce((total, { quantity }) => total + Number(quantity), 0);
    expect(held.get('allowance')).toBe(String(heldNow));
    expect((await statement(book, UNIT, { asOf: 0 }))?.lines).toEqual([]);
    expect((await statement(book, UNIT, { knownAt: 0 }))?.lines).toEqual([]);
    expect((await statement(book, 'issuance'))?.account).toBe('issuance');
    expect(await statement(book, 'BJ-7777')).toBeUndefined();
  });

  it('the preview of its collection: nothing once it has run, nothing of nobody', async () => {
    expect(await collectionPreview(book, UNIT)).toMatchObject({ refused: 'already-done' });
    expect(await collectionPreview(book, 'BJ-7777')).toBeUndefined();
    expect(await collectionPreview(book, UNIT, { cycle: 2023 })).toBeUndefined();
  });

  it('the timetable of a cycle needs no book: 6月15日前, 11月15日前', () => {
    const { cycle, rows } = timetable('2024');
    expect(cycle).toBe(2024);
    expect(rows.find(({ duty }) => duty === 'first-report')?.dueOn).toBe('2024-06-15');
    expect(rows.find(({ duty }) => duty === 'surrender')?.dueOn).toBe('2024-11-15');
  });
});
