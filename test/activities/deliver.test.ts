import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { smtpMailer } from '../../activities/adapters/mail.js';
import { outboxActivities } from '../../activities/deliver.js';
import { Lanes, RHYTHM, type Send } from '../../activities/lanes.js';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { AT_ONCE, putLetters } from '../records/put-letters.js';
import { after, Asker } from '../records/steps.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await new Asker(book, 'L1').open();
}, 60_000);
afterAll(async () => {
  await book.close();
  await database.drop();
});

/** So many letters, beside so many to a receiver that answers so late; the figures of docs/measurements.md are of 1,000, 10 and 65 s. */
const [MANY, SLOW, SLOW_MS] = [
  Number(process.env['LUYUE_LETTERS'] ?? '200'),
  Number(process.env['LUYUE_SLOW_LETTERS'] ?? '3'),
  Number(process.env['LUYUE_SLOW_MS'] ?? '2000'),
];

const put = (to: string, many: number): Promise<unknown> =>
  putLetters(
    book.pool,
    Array.from({ length: many }, (_, n) => ({ id: `L1/${String(n)}${to}`, to, at: after(1), unit: 'L1' })),
  );

/** A real mail server: `slow` receivers are answered late, `never` ones not at all, `gone` ones with 550, `full` ones with 452. */
async function mailServer(slowMs: number): Promise<{ url: string; got: string[]; envelopes: string[][] }> {
  const got: string[] = [];
  const envelopes: string[][] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      const code = address.includes('gone') ? 550 : address.includes('full') ? 452 : undefined;
      done(code ? Object.assign(new Error('no'), { responseCode: code }) : null);
    },
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address);
      void simpleParser(stream).then(async ({ messageId }) => {
        if (to.some((one) => one.includes('never'))) return;
        if (to.some((one) => one.includes('slow'))) await pause(slowMs);
        got.push(messageId ?? '');
        envelopes.push(to);
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  return { url: `smtp://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`, got, envelopes };
}

/** The outbox at work, as the worker runs it. */
function deliveries(url: string) {
  const mailer = smtpMailer(url, '平台 <platform@luyue.example>', 8);
  const stopping = new AbortController();
  const send: Send = ({ id, to = '', at }, signal) =>
    mailer.send({ id, to, subject: '提醒', text: '内容', date: new Date(at) }, signal);
  const lanes = new Lanes(book, send, {
    ...RHYTHM,
    lanes: 8,
    idleMs: 50,
    partingMs: 500,
    gathering: AT_ONCE,
    stopping: stopping.signal,
  });
  const done: Promise<{ sent: number }> = new MockActivityEnvironment().run(() => outboxActivities(lanes, 600_000).deliver());
  const stop = async (): Promise<void> => {
    stopping.abort();
    await done;
    mailer.close();
  };
  return { stop };
}
const waiting = async (): Promise<number> => (await book.lettersOf({ waiting: true })).length;
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 60_000; !(await holds()); await pause(50))
    if (Date.now() > end) throw new Error('waited in vain');
};

describe('letters leave one by one, each by itself', { timeout: 120_000 }, () => {
  it('a receiver that answers late occupies one lane: all others are out at once, and none goes twice', async () => {
    const server = await mailServer(SLOW_MS);
    await put('slow@slow.example', SLOW);
    for (let n = 1; n <= 40; n += 1) await put(`unit@u${String(n)}.example`, MANY / 40);
    const { stop } = deliveries(server.url);
    const began = Date.now();
    await until(() => server.got.length >= MANY);
    expect(await waiting()).toBeGreaterThanOrEqual(1);
    expect(Date.now() - began).toBeLessThan(60_000);
    process.stderr.write(
      `${String(MANY)} letters out in ${String(Date.now() - began)} ms beside ${String(SLOW)} to a slow receiver\n`,
    );
    if (SLOW > 3) return stop();
    await until(async () => (await waiting()) === 0);
    await stop();
    expect(server.got).toHaveLength(MANY + SLOW);
    expect(new Set(server.got).size).toBe(MANY + SLOW);
    expect(server.envelopes.every((to) => to.length === 1)).toBe(true);
  });

  it('refused for good is told apart from try again; an address that is two is nobody’s', async () => {
    const server = await mailServer(0);
    for (const to of ['a@gone.example', 'a@full.example', 'spy@elsewhere.example, x@verifier.example', 'no address'])
      await put(to, 1);
    const { stop } = deliveries(server.url);
    await until(async () => (await book.lettersOf({ refused: true })).length === 3);
    await stop();
    const refused = await book.lettersOf({ refused: true });
    expect(refused.map(({ to }) => to).sort()).toEqual([
      'a@gone.example',
      'no address',
      'spy@elsewhere.example, x@verifier.example',
    ]);
    expect(refused.find(({ to }) => to.includes('gone'))?.said).toContain('550');
    const [later] = await book.lettersOf({ waiting: true });
    expect(later).toMatchObject({ to: 'a@full.example', said: expect.stringContaining('452') as string });
    expect(server.got).toEqual([]);
    await book.pool.query(`update deliveries set sent_at = clock_timestamp() where id = $1`, [later?.id]);
  });

  it('a server that accepts and never answers holds up nobody, and not the worker that is to stop', async () => {
    const server = await mailServer(0);
    await put('a@never.example', 2);
    await put('unit@other.example', 20);
    const { stop } = deliveries(server.url);
    await until(() => server.got.length === 20);
    const began = Date.now();
    await stop();
    expect(Date.now() - began).toBeLessThan(3_000);
    // the one that was under way is tried again after a pause, the other waits: neither is held until a lease runs out
    expect(await waiting()).toBe(2);
    expect((await book.pool.query('select from deliveries where claimed_until is not null')).rowCount).toBe(0);
  });
});
