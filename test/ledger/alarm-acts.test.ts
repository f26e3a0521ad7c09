import type { WorkflowClient } from '@temporalio/client';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AlarmDesk } from '../../desk/alarms.js';
import { outcomeOf, type Outcome } from '../../desk/answer.js';
import { Desk } from '../../desk/desk.js';
import { sweep } from '../../desk/sweep.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { letIn, type Act } from '../../domain/model/step.js';
import { allAlarms, openAlarms } from '../../ledger/alarms.js';
import { checkBook } from '../../ledger/checker/checker.js';
import { decideAlarmAct } from '../../records/alarm-acts.js';
import { attemptsIn } from '../../records/attempts.js';
import { Book } from '../../records/book.js';
import { postPlain } from '../../records/plain-case.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { bookDatabase, intruderIn, type TestDatabase } from '../records/database.js';
import { after } from '../records/steps.js';
import { OFFICERS, release } from './releasing.js';
import { seen } from '../seen.js';

let database: TestDatabase;
let book: Book;
let intruder: pg.Client;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  intruder = await intruderIn(database);
});
afterAll(async () => {
  await intruder.end();
  await book.close();
  await database.drop();
});

let raised = 0;
/** Raises an alarm that no other test raises. */
const raise = async (at = after(1)): Promise<number> => {
  raised += 1;
  const found = { check: 'chain-end', subject: `S${String(raised)}`, found: 'for the test', units: ['BJ-0001'] };
  const [alarm] = await raiseAlarms(book.pool, [found], at);
  return alarm!.id;
};
const raw = (alarm: number, reason = OFFICERS.reason) => ({
  do: 'release-alarm',
  by: 'city/a',
  approvedBy: 'city/b',
  with: { alarm, reason },
});
/** What a desk does that is killed before it decides. */
const storedOnly = async (alarm: number, id: string): Promise<Act> => {
  const received = await new AlarmDesk(book).receive({ raw: raw(alarm), id });
  if (isRefusal(received)) throw new Error(received.en);
  return received.act;
};
const became = async (id: string): Promise<Outcome> => outcomeOf(book, await book.actsAskedAs(id));
const isOpen = async (alarm: number): Promise<boolean> => (await openAlarms(book.pool)).some(({ id }) => id === alarm);

describe('design §2 — the release of an alarm has no other way than the desk: two officers, stamp, chain', () => {
  it('before any was raised there is no such alarm; the refusal is recorded, and the same again is the same', async () => {
    const no = { state: 'refused', refusal: { refused: 'bad-input', path: ['with', 'alarm'] } };
    const first = await release(book, 1, {}, 'none');
    expect(first).toMatchObject(no);
    expect(await release(book, 1, {}, 'none')).toMatchObject(no);
    expect(await book.actsAskedAs('none')).toMatchObject([{ state: 'refused', caseId: '' }]);
    expect(await book.allCases()).toEqual([]);
  });

  it('the same id again is the same answer, word for word; another content is another request', async () => {
    const alarm = await raise();
    const first = await release(book, alarm, {}, 'again');
    expect(first).toMatchObject({ state: 'decided' });
    expect(await release(book, alarm, {}, 'again')).toEqual(first);
    expect(await became('again')).toEqual(first);
    expect(await release(book, alarm, { reason: '另一理由' }, 'again')).toMatchObject({
      state: 'refused',
      refusal: { refused: 'id-used' },
    });
    const second = await release(book, alarm, {}, 'again-2');
    expect(second).toMatchObject({ state: 'refused', refusal: { refused: 'already-done' } });
    expect(await became('again-2')).toEqual(second);
    expect(await book.actsAskedAs('again-2')).toMatchObject([{ caseId: 'alarms', state: 'refused' }]);
  });

  it('what it records: both officers and the reason in the event, the hash of what was asked, the same in the list', async () => {
    const alarm = await raise();
    const decided = await release(book, alarm, { reason: '经查为试验' }, 'recorded');
    const events = (await book.since('alarms', 0)).flatMap((step) => step.events);
    expect(events.at(-1)).toMatchObject({
      seq: decided.state === 'decided' ? decided.seq : 0,
      type: 'alarm-released',
      by: 'city/a',
      at: decided.at,
      with: { alarm, reason: '经查为试验', approvedBy: 'city/b' },
      request: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect((await allAlarms(book.pool)).at(-1)).toMatchObject({ id: alarm, release: { ...OFFICERS, reason: '经查为试验' } });
  });

  it('it takes no unit, and is no decision about one', async () => {
    const desk = new AlarmDesk(book);
    expect(await desk.submit({ ...raw(1), for: 'BJ-0001' }, 'for')).toMatchObject({ refusal: { refused: 'unknown-unit' } });
    expect(await desk.submit({ ...raw(1), do: 'close-cycle', with: { basis: 'x' } }, 'other')).toMatchObject({
      refusal: { refused: 'not-allowed' },
    });
    expect(await desk.submit({ ...raw(1), with: { alarm: '1', reason: 'x' } }, 'text')).toMatchObject({
      refusal: { refused: 'bad-input', path: ['with', 'alarm'] },
    });
  });

  it('many officers at once: one releases it, the others are told that it is done', async () => {
    const alarm = await raise();
    const officers = Array.from({ length: 8 }, (_, n) => `city/o${String(n)}`);
    const outcomes = await Promise.all(officers.map((by) => release(book, alarm, { by }, `at-once-${by}`)));
    expect(outcomes.filter(({ state }) => state === 'decided')).toHaveLength(1);
    expect(outcomes.filter((one) => one.state === 'refused' && one.refusal.refused === 'already-done')).toHaveLength(7);
    // the first stamp, whoever came first to decide
    const acts = await Promise.all(officers.map(async (by) => (await book.actsAskedAs(`at-once-${by}`))[0]!));
    const first = acts.reduce((a, b) => (a.at <= b.at ? a : b));
    expect(first.state).toBe('applied');
  });

  it('one request sent by many at once is decided once', async () => {
    const alarm = await raise();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => release(book, alarm, {}, 'by-many')));
    expect(new Set(outcomes.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ state: 'decided' });
  });

  it('through the desk of units it is the same act', async () => {
    const alarm = await raise();
    const nowhere = {} as unknown as WorkflowClient;
    const desk = new Desk({ book, client: nowhere, taskQueue: '', cycle: 2024, register: { units: new Map() } });
    const done = await desk.submit(raw(alarm), 'by-desk');
    expect(done).toMatchObject({ state: 'decided' });
    expect(await release(book, alarm, {}, 'by-desk')).toEqual(done);
  });
});

describe('design §5 — killed at any instant: no release is lost, none done twice', () => {
  it('between storing and deciding: the next one decides it first, under its own stamp', async () => {
    const alarm = await raise();
    const lost = await storedOnly(alarm, 'lost');
    expect([await isOpen(alarm), (await became('lost')).state]).toEqual([true, 'stored']);
    expect(await release(book, alarm, {}, 'later')).toMatchObject({ refusal: { refused: 'already-done' } });
    expect(await became('lost')).toMatchObject({ state: 'decided', at: lost.at });
  });

  it('nobody comes: the sweep decides it', async () => {
    const alarm = await raise();
    await storedOnly(alarm, 'forgotten');
    const stop = new AbortController();
    const lines: string[] = [];
    const nowhere = {} as unknown as WorkflowClient;
    const log = (line: string): void => void lines.push(line);
    const sweeping = sweep({ book, client: nowhere, taskQueue: '', prefix: '', everyMs: 20, log }, stop.signal);
    await seen('the alarm is released', async () => !(await isOpen(alarm)));
    stop.abort();
    await sweeping;
    expect(await became('forgotten')).toMatchObject({ state: 'decided' });
    expect(lines).toContainEqual(expect.stringContaining('of alarms, stored and forgotten'));
  });

  it('an alarm that is found meanwhile is raised after it, and does not keep it from being decided', async () => {
    const alarm = await raise();
    const { at } = await storedOnly(alarm, 'meanwhile');
    const next = await raise(at + 60_000);
    expect(await became('meanwhile')).toMatchObject({ state: 'decided', at });
    const events = (await book.since('alarms', 0)).flatMap((step) => step.events.map(({ type }) => type));
    expect(events.slice(-2)).toEqual(['alarm-released', 'alarm-raised']);
    expect((await release(book, next)).at).toBeGreaterThanOrEqual(at + 60_000);
  });

  it('an act that can never be decided does not keep the checker silent', async () => {
    const { id, at } = await storedOnly(await raise(), 'stuck');
    await intruder.query(`update acts set stamp = stamp - 1 where act_id = '${id}'`);
    const next = await raise(at + 1_000);
    expect(await isOpen(next)).toBe(true);
    await intruder.query(`update acts set stamp = stamp + 1 where act_id = '${id}'`);
    expect(await release(book, next)).toMatchObject({ state: 'decided' });
  });
});

describe('front §1 — what the desk did not store did not happen', () => {
  it('a release that nobody stored, or of another content, writes nothing; it stands among the attempts', async () => {
    const alarm = await raise();
    const forged = letIn({ ...raw(alarm), id: '999999', at: Date.now() });
    await expect(decideAlarmAct(book.pool, forged)).rejects.toThrow('no such request');
    const act = await storedOnly(await raise(), 'changed');
    await expect(decideAlarmAct(book.pool, letIn({ ...act, with: raw(alarm).with }))).rejects.toThrow('another content');
    expect([await isOpen(alarm), (await became('changed')).state]).toEqual([true, 'stored']);
    expect(await attemptsIn(book.pool, 2)).toMatchObject([{ caseId: 'alarms' }, { caseId: 'alarms', key: 'act:999999' }]);
    await release(book, alarm);
  });

  it('the row cannot be released but by the event of two officers', async () => {
    const alarm = await raise();
    const by = `released_at = clock_timestamp(), released_by = 'city/a', released_approved_by = 'city/b', released_reason = 'x'`;
    const hand = `update alarms set ${by} where id = ${String(alarm)}`;
    await expect(book.pool.query(hand)).rejects.toThrow('and no event says so');
    const { seq, head } = (await book.readCase('alarms'))!;
    const event = { type: 'alarm-released', at: Date.now(), by: 'city/a', with: { alarm, reason: 'x', approvedBy: 'city/b' } };
    const step = { key: 'act:999998', at: event.at, events: [event], mails: [] };
    expect(await postPlain(book.pool, { caseId: 'alarms', seq, head, step })).toEqual({ unknown: expect.any(String) as string });
    expect(await isOpen(alarm)).toBe(true);
    expect(await checkBook(book.pool)).toEqual([]);
    await intruder.query(hand);
    expect(await checkBook(book.pool)).toEqual([
      {
        check: 'alarm-misstated',
        subject: 'alarms',
        found: expect.stringContaining('which nobody asked for') as string,
        units: null,
      },
    ]);
    // released by hand it can still be released by two officers; that it was done by hand stays to be seen
    expect(await release(book, alarm)).toMatchObject({ state: 'decided' });
    await intruder.query(`update alarms set released_reason = '${OFFICERS.reason}' where id = ${String(alarm)}`);
    expect(await checkBook(book.pool)).toEqual([]);
  });
});
