import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock.js';
import { guardFolder, startGuard, type Guard } from './guard.js';
import { databasePart, mailPart, temporalPart, type Making } from './platform-parts.js';
import type { PlatformOptions } from './platform-options.js';

export type { PlatformOptions } from './platform-options.js';

/** A running Temporal, PostgreSQL and mail server, ours or given by the environment. */
export interface Platform {
  temporalAddress: string;
  temporalUi?: string;
  namespace: string;
  databaseUrl: string;
  smtpUrl: string;
  /** The page that shows the mails. */
  mailsUrl?: string;
  /** Where the mails lie as `.eml` files, when the mail server is ours. */
  mailsFolder?: string;
  folder: string;
  pids: { temporal?: number; database?: number };
  /** What was started here; false for what the environment named. */
  started: { temporal: boolean; database: boolean; smtp: boolean };
  /** Ends other processes with this one, however it ends. */
  guard: Guard;
  /** Stops what was started, in order, and removes the data unless it is kept. Twice is once. */
  stop(): Promise<void>;
}

/** What we leave in a folder that is not ours alone, beside the database's own folder. */
const OURS = ['mails', 'temporal.db', 'temporal.db-wal', 'temporal.db-shm', 'temporal.log', 'worker.log', 'guard.pid'];

const makeFolder = async ({ options, guard, undo }: Making): Promise<void> => {
  await mkdir(options.folder, { recursive: true });
  const isOurs = (await readdir(options.folder)).length === 0;
  const unlock = await lockFolder(options.folder);
  if (!options.keepData && isOurs) guard.sweep(options.folder);
  undo.push(async () => {
    await unlock();
    if (options.keepData) return;
    for (const name of isOurs ? [''] : OURS) await rm(join(options.folder, name), { recursive: true, force: true });
  });
  await guardFolder(options.folder, guard, options.log);
};

/** Everything started so far, stopped in the opposite order; all of it, even where one part fails. */
const stopAll = async (undo: Making['undo']): Promise<void> => {
  const failures: unknown[] = [];
  for (const step of undo.splice(0).reverse()) await step().catch((thrown: unknown) => failures.push(thrown));
  if (failures.length > 0) throw new AggregateError(failures, 'the platform did not stop cleanly');
};

/** Waits for every part, also when one fails: what another has started by then must be undone. */
const startParts = async (making: Making): Promise<Omit<Platform, 'stop'>> => {
  const databaseStarts = databasePart(making);
  const parts = [temporalPart(making), databaseStarts, mailPart(making, databaseStarts)] as const;
  await Promise.allSettled(parts);
  const [temporal, database, mail] = await Promise.all(parts);
  return {
    temporalAddress: temporal.address,
    databaseUrl: database.url,
    smtpUrl: mail.url,
    namespace: making.namespace,
    folder: making.options.folder,
    guard: making.guard,
    ...(temporal.own ? { temporalUi: temporal.own.ui } : {}),
    ...(mail.own ? { mailsFolder: mail.own.folder } : {}),
    ...(mail.own?.page === undefined ? {} : { mailsUrl: mail.own.page }),
    pids: {
      ...(temporal.own ? { temporal: temporal.own.pid } : {}),
      ...(database.own ? { database: database.own.pid } : {}),
    },
    started: { temporal: temporal.own !== undefined, database: database.own !== undefined, smtp: mail.own !== undefined },
  };
};

/**
 * Starts a whole platform in a folder: Temporal with its web pages, PostgreSQL and a mail server that keeps
 * mails. What `TEMPORAL_ADDRESS`, `DATABASE_URL` or `SMTP_URL` name is used instead and never stopped. Throws
 * a PlatformError that says what to do; nothing is left running then.
 */
export const startPlatform = async (wanted: PlatformOptions): Promise<Platform> => {
  const options = { ...wanted, folder: resolve(wanted.folder) };
  const making: Making = { options, namespace: wanted.namespace ?? 'default', guard: startGuard(), undo: [] };
  making.undo.push(() => Promise.resolve(making.guard.release()));
  try {
    await makeFolder(making);
    const running = await startParts(making);
    return { ...running, stop: () => stopAll(making.undo) };
  } catch (thrown) {
    await stopAll(making.undo).catch(() => undefined);
    throw thrown;
  }
};
