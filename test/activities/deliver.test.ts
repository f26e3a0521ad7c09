import { once } from 'node:events';
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
import { seen } from '../seen.js';
import { gate } from '../gate.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  await new Asker(book, 'L1').open();
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

/** So many letters, beside so many to a receiver that answers late. */
const [MANY, SLOW] = [200, 3];

const put = (to: string, many: number): Promise<unknown> =>
  putLetters(
    book.pool,
    Array.from({ length: many }, (_, n) => ({ id: `L1/${String(n)}${to}`, to, at: after(1), unit: 'L1' })),
  );

/** A real mail server: `slow` receivers are answered once `late` says so, `never` ones not at all, `gone` ones with 550, `full` ones with 452. */
async function mailServer(late = Promise.resolve()): Promise<{ url: string; got: string[]; envelopes: string[][] }> {
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
        if (to.some((one) => one.includes('slow'))) await late;
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

describe('letters leave one by one, each by itself', () => {
  it('a receiver that answers late occupies one lane: all others are out before it answers, and none goes twice', async () => {
    const late = gate();
    const server = await mailServer(late.opened);
    await put('slow@slow.example', SLOW);
    for (let n = 1; n <= 40; n += 1) await put(`unit@u${String(n)}.example`, MANY / 40);
    const { stop } = deliveries(server.url);
    await seen('all others are out', async () => (await waiting()) === SLOW);
    expect(server.got).toHaveLength(MANY);
    late.open();
    await seen('all are out', async () => (await waiting()) === 0);
    await stop();
    expect(server.got).toHaveLength(MANY + SLOW);
    expect(new Set(server.got).size).toBe(MANY + SLOW);
    expect(server.envelopes.every((to) => to.length === 1)).toBe(true);
  });

  it('refused for good is told apart from try again; an address that is two is nobody’s', async () => {
    const server = await mailServer();
    for (const to of ['a@gone.example', 'a@full.example', 'spy@elsewhere.example, x@verifier.example', 'no address'])
      await put(to, 1);
    const { stop } = deliveries(server.url);
    await seen('three are refused', async () => (await book.lettersOf({ refused: true })).length === 3);
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
    const server = await mailServer();
    await put('a@never.example', 2);
    await put('unit@other.example', 20);
    const { stop } = deliveries(server.url);
    await seen('the others are out', () => server.got.length === 20);
    // it ends at all: that server answers never
    await stop();
    // the one that was under way is tried again after a pause, the other waits: neither is held until a lease runs out
    expect(await waiting()).toBe(2);
    expect((await book.pool.query('select from deliveries where claimed_until is not null')).rowCount).toBe(0);
  });
});
