import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { startGuard } from '../../embedded/guard.js';
import type { Platform } from '../../embedded/platform.js';
import { isAlive } from '../../embedded/processes.js';
import { startWorkerProcess } from '../../embedded/worker-process.js';
import { temporaryFolder } from './folders.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';

/** The platform of the test run, with a folder of the test's own for the worker's log. */
const platform = async (): Promise<Platform> => {
  const guard = startGuard();
  onTestFinished(() => {
    guard.release();
  });
  return {
    temporalAddress: inject('temporalAddress'),
    databaseUrl: database.url,
    smtpUrl: inject('smtpUrl'),
    namespace: 'default',
    folder: await temporaryFolder(),
    pids: {},
    started: { temporal: false, database: false, smtp: false },
    guard,
    stop: () => Promise.resolve(),
  };
};

let database: TestDatabase;
beforeAll(async () => {
  database = await bookDatabase();
});
afterAll(() => database.drop());

test('a worker is ready, is killed, comes again under another id, and stops when it is asked', async () => {
  const worker = await startWorkerProcess({ platform: await platform(), taskQueue: randomUUID() });
  const first = worker.pid;
  expect(isAlive(first)).toBe(true);
  await worker.kill();
  expect(isAlive(first)).toBe(false);
  await worker.restart();
  const second = worker.pid;
  expect(second).not.toBe(first);
  expect(isAlive(second)).toBe(true);
  await worker.stop();
  expect(isAlive(second)).toBe(false);
  await worker.stop();
});

test('a worker that cannot start says why, with the end of its log, and leaves no process', async () => {
  const own = await platform();
  const refused = startWorkerProcess({ platform: own, taskQueue: randomUUID(), env: { SMTP_URL: 'nowhere' } });
  await expect(refused).rejects.toMatchObject({ code: 'worker-failed' });
  await expect(refused).rejects.toThrow(/工作进程在就绪之前退出[^]*worker\.log[^]*SMTP_URL/);
  expect(await readFile(join(own.folder, 'worker.log'), 'utf8')).toContain('SMTP_URL');
});
