import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf, readScenario } from '../../simulator/scenario.js';
import { Book } from '../../records/book.js';
import { stepDifferences } from '../../records/verify-steps.js';
import type { Event } from '../../domain/model/step.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { bookDatabase, copyOf, type TestDatabase } from './database.js';
import { rewritten } from './forging.js';

const SCENARIO = path.join(import.meta.dirname, '..', 'scenarios', 'contract-example.yaml');

let written: TestDatabase;
let book: Book;
let last: number;
beforeAll(async () => {
  written = await bookDatabase();
  book = new Book(written.url);
  const scenario = readScenario(SCENARIO);
  last = endOf(scenario) - 1;
  await new PlayOnBook(book).play(scenario);
});
afterAll(async () => {
  await book.close();
  await written.drop();
});

/** What is found of a step in which somebody has changed an event, and the event's number. */
const changed = async (type: string, change: (event: Event) => object, anchored = false) => {
  await book.close();
  const copy = await copyOf(written);
  book = new Book(written.url);
  const behind = new Book(copy.url);
  try {
    const { rows } = await behind.pool.query<{ id: string; seq: number }>(
      'select case_id as id, min(seq) as seq from events where type = $1 group by case_id order by case_id limit 1',
      [type],
    );
    const { id = '', seq = 0 } = rows[0] ?? {};
    await rewritten(id, type, change)(copy.url);
    if (anchored) await behind.anchorHeads(last);
    const found = (await stepDifferences(behind.pool)).map(({ subject, found: what }) => [
      Number(subject.split('/').at(-1)),
      what,
    ]);
    return { seq, found };
  } finally {
    await behind.close();
    await copy.drop();
  }
};

describe('a case is asked anew what it made of each cause since the last anchor', () => {
  it('where nobody touched it, it says the same', async () => {
    expect((await book.allCases()).length).toBeGreaterThan(1);
    expect(await stepDifferences(book.pool)).toEqual([]);
  });

  it('other emissions than were asked to be confirmed are found at their event, though request, hash and obligation agree', async () => {
    const { seq, found } = await changed('emissions-confirmed', (event) => ({
      ...event,
      with: { ...(event.with as object), emissions: '7', obligation: '7' },
    }));
    expect(found).toEqual([[seq, expect.stringMatching(/事件与其起因不符 .*"emissions":"7"/)]]);
  });

  it('a reminder on another duty is found at its instant', async () => {
    const { seq, found } = await changed('reminded', (event) => ({ ...event, duty: 'surrender' }));
    expect(found).toEqual([[seq, expect.stringMatching(/^at:\d+: 事件与其起因不符/)]]);
  });

  it('once it is anchored nothing tells it apart: whoever owns the database forges a day until its night', async () => {
    const { found } = await changed('reminded', (event) => ({ ...event, duty: 'surrender' }), true);
    expect(found).toEqual([]);
  });
});
