import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf, startOf, type Instant } from '../../domain/model/instant.js';
import { Book } from '../../records/book.js';
import { endOf, readScenario } from '../../simulator/scenario.js';
import { readCases, type CaseHistory } from '../../views/case-history.js';
import { cycleReport, report } from '../../views/cycle-report.js';
import { inbox, inboxOf, type InboxItem, type Party } from '../../views/inbox.js';
import { BadCursor } from '../../views/paging.js';
import { punctuality, punctualityOf } from '../../views/punctuality.js';
import { units } from '../../views/units.js';
import { sideBySide } from '../drill/side-by-side.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';

const NAMES = [
  ...['contract-example', 'everything-late', 'nothing-ever-filed', 'unit-moves-district', 'rectified-in-time-late-and-never'],
  ...['general-report-returned', 'monthly-package-returned-after-the-deadline', 'revision-reopens-a-missed-report'],
  ...[
    'offsets-rejected-and-applied-for-again',
    'cycle-closed-and-corrected',
    'spot-check-thresholds',
    'refiled-unasked-before-the-check',
  ],
];
const SCENARIO = sideBySide(NAMES.map((name) => readScenario(path.join(import.meta.dirname, '..', 'scenarios', `${name}.yaml`))));
const { cycle } = SCENARIO;
const END = endOf(SCENARIO) - 1;

let database: TestDatabase;
let book: Book;
let histories: CaseHistory[];
let parties: Party[];
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await new PlayOnBook(book).play(SCENARIO);
  histories = await readCases(book, cycle);
  const districts = [...new Set(SCENARIO.units.map(({ district }) => district))];
  parties = [{ city: true }, ...districts.map((district) => ({ district })), ...SCENARIO.units.map(({ id }) => ({ unit: id }))];
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

describe('of now a view is read from what is kept, and says what the events say', () => {
  it('the inbox of everybody, to the byte', async () => {
    for (const party of parties) {
      const folded = inboxOf(party, histories, END);
      const kept = await inbox(book, party, { cycle, at: END });
      expect(JSON.stringify(kept.items)).toBe(JSON.stringify(folded));
      expect(kept.at).toBe(isoOf(END));
    }
    expect(inboxOf({ city: true }, histories, END).length).toBeGreaterThan(10);
  });

  it('the report, to the digest, and the punctuality of every district', async () => {
    expect(await report(book, { cycle, at: END })).toEqual(cycleReport(cycle, histories, END));
    const folded = punctualityOf(histories, END);
    expect((await punctuality(book, { cycle, at: END })).districts).toEqual(folded);
    expect(folded.some(({ late, medianDays }) => late > 0 && medianDays !== null)).toBe(true);
  });

  it('does not look at events at all', async () => {
    const client = await book.pool.connect();
    try {
      const asked: string[] = [];
      const watched = { pool: { query: (query: { text: string }) => (asked.push(query.text), client.query(query)) } };
      const only = watched as unknown as Book;
      await inbox(only, { city: true }, { cycle, at: END });
      await report(only, { cycle, at: END });
      await punctuality(only, { cycle, at: END });
      // each looks once whether the moment is now, and asks once
      expect(asked).toHaveLength(6);
      expect(asked.filter((text) => /\bevents\b/.test(text))).toEqual([]);
    } finally {
      client.release();
    }
  });
});

describe('of another moment a view is folded', () => {
  const MOMENTS = ['2024-06-20', '2024-07-17', '2024-09-16', '2024-11-16', '2024-12-01'].map((day): Instant => startOf(day));

  it('to what it was then', async () => {
    for (const at of MOMENTS) {
      expect((await inbox(book, { city: true }, { cycle, at })).items).toEqual(inboxOf({ city: true }, histories, at));
      expect(await report(book, { cycle, at })).toEqual(cycleReport(cycle, histories, at));
      expect((await punctuality(book, { cycle, at })).districts).toEqual(punctualityOf(histories, at));
    }
  });

  it('a case that opens later is not there yet', async () => {
    const first = Math.min(...histories.map(({ opening }) => opening.opensAt));
    expect((await inbox(book, { city: true }, { cycle, at: first - 1 })).items).toEqual([]);
    expect((await report(book, { cycle, at: first - 1 })).city.units).toEqual({ key: 0, general: 0 });
  });
});

describe('a list is handed out page by page', () => {
  const pages = async (at: Instant): Promise<InboxItem[]> => {
    const all: InboxItem[] = [];
    for (let after: string | undefined; ;) {
      const page = await inbox(book, { city: true }, { cycle, at, limit: 3, ...(after === undefined ? {} : { after }) });
      expect(page.items.length).toBeLessThanOrEqual(3);
      all.push(...page.items);
      if (page.after === undefined) return all;
      after = page.after;
    }
  };

  it('nothing twice and nothing left out, kept or folded, what ends first in front', async () => {
    for (const at of [END, startOf('2024-07-17')]) expect(await pages(at)).toEqual(inboxOf({ city: true }, histories, at));
  });

  it('units by id, by district, by status, and by part of a name', async () => {
    const all = (await units(book, { cycle })).units;
    expect(all.map(({ unit }) => unit)).toEqual([...SCENARIO.units.map(({ id }) => id)].sort());
    const first = await units(book, { cycle, limit: 4 });
    const second = await units(book, { cycle, limit: 100, ...(first.after === undefined ? {} : { after: first.after }) });
    expect([...first.units, ...second.units]).toEqual(all);
    const shorts = await units(book, { cycle, status: 'short' });
    expect(shorts.units).toEqual(all.filter(({ status }) => status === 'short'));
    expect(shorts.units.length).toBeGreaterThan(0);
    expect((await units(book, { cycle, q: '0001', district: 'chaoyang' })).units).toEqual(
      all.filter(({ unit, district }) => unit.includes('0001') && district === 'chaoyang'),
    );
    expect((await units(book, { cycle, q: '%' })).units).toEqual([]);
  });

  it.each(['', 'nonsense', Buffer.from('[1,2]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
    'a place that no list handed out is none: %s',
    async (after) => {
      await expect(inbox(book, { city: true }, { cycle, at: END, after })).rejects.toThrow(BadCursor);
      await expect(inbox(book, { city: true }, { cycle, at: startOf('2024-07-17'), after })).rejects.toThrow(BadCursor);
    },
  );
});
