import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, WorkflowClient } from '@temporalio/client';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startGuard } from '../../embedded/guard.js';
import { startWorkerProcess, type WorkerProcess } from '../../embedded/worker-process.js';
import { Book } from '../../records/book.js';
import { outboxIdOf, OUTBOX_TYPE } from '../../workflows/ids.js';
import { temporaryFolder } from '../embedded/folders.js';
import { bookDatabase } from '../records/database.js';
import { putLetters } from '../records/put-letters.js';
import { startReceiver, type Receiver } from './receiver.js';
import { seen } from '../seen.js';

interface Served {
  readonly book: Book;
  readonly receiver: Receiver;
  readonly worker: WorkerProcess;
  readonly lateness: { ms: number };
}

/** A worker of its own process that serves the outbox of a book of its own. */
const serve = async (): Promise<Served> => {
  const lateness = { ms: 0 };
  const database = await bookDatabase();
  const receiver = await startReceiver({ delayMs: () => lateness.ms });
  const guard = startGuard();
  const book = new Book(database.url);
  const connection = await Connection.connect({ address: inject('temporalAddress') });
  const taskQueue = randomUUID();
  const platform = {
    temporalAddress: inject('temporalAddress'),
    databaseUrl: database.url,
    smtpUrl: receiver.url,
    namespace: 'default',
    folder: await temporaryFolder(),
    pids: {},
    started: { temporal: false, database: false, smtp: false },
    guard,
    stop: () => Promise.resolve(),
  };
  const worker = await startWorkerProcess({ platform, taskQueue, env: { SWEEP_SECONDS: '0', PLATFORM: 'rehearsal' } });
  const workflowId = outboxIdOf(`${taskQueue}/`);
  const client = new WorkflowClient({ connection });
  await client.start(OUTBOX_TYPE, { workflowId, taskQueue, args: [] });
  onTestFinished(async () => {
    await client.getHandle(workflowId).terminate('the test is over');
    await worker.kill();
    await Promise.all([connection.close(), receiver.stop(), book.close()]);
    guard.release();
    await database.drop();
  });
  return { book, receiver, worker, lateness };
};

const mail = (book: Book, id: string): Promise<unknown> => putLetters(book.pool, [{ id, to: `${id}@authority.example` }]);

const claimed = async (book: Book): Promise<boolean> =>
  (await book.pool.query('select from deliveries where claimed_until is not null')).rowCount === 1;

test('design §5 — killed while a mail is under way: it goes again when the lease has run out, with the same Message-ID', async () => {
  const { book, receiver, worker, lateness } = await serve();
  lateness.ms = 600_000;
  await mail(book, 'a');
  await seen('it is claimed', () => claimed(book));
  await worker.kill();
  lateness.ms = 0;
  await worker.restart();
  await pause(1_500);
  expect(await book.lettersOf()).toMatchObject([{ attempts: 1 }]);
  expect(receiver.got).toEqual([]);
  // a quarter of an hour later
  await book.pool.query(`update deliveries set claimed_until = claimed_until - interval '900 seconds'`);
  await seen('it is sent', async () => (await book.lettersOf())[0]?.sentAt !== undefined);
  expect(receiver.got).toMatchObject([{ to: ['a@authority.example'], messageId: '<a@luyue.example>' }]);
  expect(await book.lettersOf()).toMatchObject([{ attempts: 2 }]);
});

test('design §5 — asked to stop while a receiver hangs, the worker is gone without it and the mail waits', async () => {
  const { book, receiver, worker, lateness } = await serve();
  lateness.ms = 600_000;
  await mail(book, 'b');
  await seen('it is claimed', () => claimed(book));
  await worker.stop();
  // it did not wait for an answer, and was not ended by force: it has written down what became of the letter
  expect(receiver.got).toEqual([]);
  expect(await book.lettersOf()).toMatchObject([{ attempts: 1, said: expect.any(String) as string }]);
  expect(await claimed(book)).toBe(false);
  lateness.ms = 0;
  await worker.restart();
  await seen('it is out', () => receiver.got.length === 1);
});
