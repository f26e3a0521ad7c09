import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf, readScenario } from '../../simulator/scenario.js';
import { Book } from '../../records/book.js';
import { chain, seal } from '../../records/chain.js';
import { stepDifferences } from '../../records/verify-steps.js';
import type { Event } from '../../domain/model/step.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { bookDatabase, copyOf, intruderIn, type TestDatabase } from './database.js';

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

/** Writes the chain of the case anew from one of its events on, with all its hashes, as if it had always been so. */
const rewritten = async (intruder: pg.Client, type: string, change: (event: Event) => object): Promise<number> => {
  const { rows } = await intruder.query<{ case_id: string; seq: number; step_key: string; k: number; body: Event }>(
    `select case_id, seq, step_key, k, body from events where case_id = (select min(case_id) from events where type = $1) order by seq`,
    [type],
  );
  const [first] = rows.filter(({ body }) => body.type === type);
  let head = '';
  for (const { case_id, seq, step_key: key, k, body } of rows) {
    const now = seq === first?.seq ? change(body) : body;
    head = chain(head, case_id, now as Event);
    await intruder.query('update events set body = $3, hash = $4, seal = $5 where case_id = $1 and seq = $2', [
      ...[case_id, seq, JSON.stringify(now)],
      ...[head, seal(head, key, k)],
    ]);
  }
  await intruder.query('update cases set head = $2 where case_id = $1', [rows[0]?.case_id, head]);
  return first?.seq ?? 0;
};
/** What is found of a step in which somebody has changed an event, and the event's number. */
const changed = async (type: string, change: (event: Event) => object, anchored = false) => {
  await book.close();
  const copy = await copyOf(written);
  book = new Book(written.url);
  const behind = new Book(copy.url);
  const intruder = await intruderIn(copy);
  try {
    const seq = await rewritten(intruder, type, change);
    if (anchored) await behind.anchorHeads(last);
    const found = (await stepDifferences(behind.pool)).map(({ subject, found: what }) => [
      Number(subject.split('/').at(-1)),
      what,
    ]);
    return { seq, found };
  } finally {
    await intruder.end();
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
