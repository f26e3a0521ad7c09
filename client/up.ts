import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, WorkflowClient } from '@temporalio/client';
import { callMs } from '../desk/call-time.js';
import { addressOf, writingTo } from '../desk/reach/connection.js';
import { ensureKeys } from '../desk/reach/payload-keys.js';
import { listPlacesIn } from '../documents/seals/settings.js';
import { timeAuthorityFor } from '../embedded/authority/for-platform.js';
import { startPlatform, type Platform } from '../embedded/platform.js';
import { reasonOf } from '../embedded/platform-error.js';
import { isAlive } from '../embedded/processes.js';
import { NO_TLS, startWorkerProcess, type WorkerProcess } from '../embedded/worker-process.js';
import { Book } from '../records/book.js';
import { limitsFrom, within } from '../records/limits.js';
import { migrate } from '../records/migrate.js';
import { claimPlatform } from '../records/platform.js';
import { writeWhole } from '../records/whole-file.js';
import { readSettings } from '../worker/settings.js';
import { Demonstration, demoIn, forgetDemo, writePart } from './demo/demonstration.js';
import { emptyDatabase } from './demo/empty-database.js';
import { openGateway } from './up-gateway.js';
import { UsageError } from './failure.js';
import { DONE } from './print.js';
import { commandAt, filesIn, FOLDER, reachOf, serviceFile, TASK_QUEUE, type Service } from './service.js';
import { holdUsual, keepAddress, portsFor } from './usual-ports.js';
import { whatNext } from './what-next.js';

export interface UpOptions {
  /** Opens demonstration cases and plays them visibly. */
  readonly demo: boolean;
  readonly folder?: string;
  /** Begins a demonstration anew. */
  readonly fresh?: boolean;
}

const LOOK_EVERY_MS = 2_000;
const LOOK_SELDOM_MS = 60_000;
/** To the database, for pages, API and the demonstration's clock. */
const CONNECTIONS = 10;
/** A unit that is there once the demonstration has begun. */
const DEMO_UNIT = 'BJ-0001';
const log = (line: string): void => void process.stderr.write(`${line}\n`);

const casesUrl = ({ temporalUi, namespace }: Platform): string | undefined =>
  temporalUi === undefined ? undefined : `${temporalUi}/namespaces/${namespace}/workflows`;

const serviceOf = (platform: Platform): Service => {
  const { temporalAddress, namespace, databaseUrl, mailsUrl } = platform;
  const temporalUrl = casesUrl(platform);
  return {
    temporalAddress,
    namespace,
    databaseUrl,
    taskQueue: TASK_QUEUE,
    ...(temporalUrl === undefined ? {} : { temporalUrl }),
    ...(mailsUrl === undefined ? {} : { mailsUrl }),
  };
};

const sayWhereToLook = (platform: Platform, url: string, unit: string | undefined): void => {
  const { temporalAddress, mailsUrl, smtpUrl, databaseUrl, folder } = platform;
  log('');
  log('平台已启动 · the platform is up');
  log(`  页面 pages      ${url}`);
  log(`  接口 API        ${url}/api/v1（${url}/docs）`);
  log(`  案件 cases      ${casesUrl(platform) ?? `Temporal ${temporalAddress}`}`);
  log(`  邮件 mails      ${mailsUrl ?? smtpUrl}`);
  log(`  数据库 database  ${databaseUrl}`);
  log(`  数据目录 data    ${folder}`);
  log('下一步 · what to do next');
  for (const line of whatNext(unit, commandAt(folder))) log(line);
  log('Ctrl-C 停止全部，数据保留 · Ctrl-C stops everything and keeps the data');
  log('');
};

/** Starts a worker again when it is gone, until told to stop; less and less often where it cannot start, for want of a database, say. */
async function keepAlive(worker: WorkerProcess, stop: AbortSignal): Promise<void> {
  let wait = LOOK_EVERY_MS;
  const next = (): Promise<boolean> => pause(wait, true, { signal: stop }).catch(() => false);
  while (await next()) {
    if (isAlive(worker.pid)) continue;
    log('工作进程已退出，正在重启 · the worker is gone, starting another');
    try {
      await worker.restart();
      wait = LOOK_EVERY_MS;
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
      wait = Math.min(2 * wait, LOOK_SELDOM_MS);
    }
  }
}

/** Of a demonstration that is to begin anew nothing stays: its cases in Temporal, its database. */
function forget(folder: string): void {
  forgetDemo(folder);
  for (const name of ['temporal.db', 'temporal.db-wal', 'temporal.db-shm', 'mails'])
    rmSync(join(folder, name), { recursive: true, force: true });
}

/** Whether a demonstration is played here: where it was before, or where nobody's own cases lie in its way. */
async function playsIn(book: Book, { demo, folder = FOLDER }: UpOptions): Promise<boolean> {
  if (!demo) return false;
  if (demoIn(folder) !== undefined || (await book.allCases()).length === 0) return true;
  log('本目录已有自己的案件，不演示 · this folder has cases of its own: no demonstration is played beside them');
  return false;
}

/** Plays the year of a demonstration, unless everything is being stopped meanwhile. */
const playing = async (twin: Demonstration | undefined, stop: AbortSignal): Promise<void> => {
  await twin?.play(stop).catch((error: unknown) => {
    if (!stop.aborted) throw error;
  });
};

/** When a run is over: as it is asked to stop, or to begin anew. */
function untilOver(ended: Promise<unknown>) {
  const over = new AbortController();
  const { signal } = over;
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });
  void ended.then(() => {
    log('正在停止，再按一次 Ctrl-C 立即结束 · stopping; Ctrl-C again ends it at once');
    over.abort();
  });
  const asked = { again: false };
  const begin = (): void => {
    asked.again = true;
    over.abort();
  };
  /** Nothing more is started once it is to stop. */
  const goOn = (): void => signal.throwIfAborted();
  return { signal, stopped, asked, begin, goOn };
}

/** Leaves in the folder where its platform is reached, until that stops. */
function leaveWord(folder: string, left: object): () => Promise<void> {
  const file = serviceFile(folder);
  writeWhole(file, `${JSON.stringify(left, null, 2)}\n`);
  return () => rm(file, { force: true });
}

/** Runs everything until it is asked to stop. True where it is to begin anew. */
async function runOnce(options: UpOptions, isUsual: boolean, ended: Promise<unknown>): Promise<boolean> {
  const { demo, folder = FOLDER } = options;
  const { signal, stopped, asked, begin, goOn } = untilOver(ended);
  const anew = demo && demoIn(folder) === 'part';
  if (anew) forget(folder);
  const ports = await portsFor(folder, isUsual, log);
  /** What has been started, to be stopped in the other order, also where the next thing does not start. */
  const started: (() => Promise<unknown>)[] = [];
  try {
    const platform = await startPlatform({ folder: resolve(folder), keepData: true, drill: false, ports, log });
    started.push(() => platform.stop());
    goOn();
    if (anew && platform.started.database) await emptyDatabase(platform.databaseUrl);
    await migrate(platform.databaseUrl);
    goOn();
    const service = serviceOf(platform);
    const payloadKeys = process.env['LUYUE_PAYLOAD_KEYS'] ?? ensureKeys(folder);
    const reach = reachOf({ ...service, payloadKeys });
    const connection = await Connection.connect(addressOf(reach));
    started.push(() => connection.close());
    const client = new WorkflowClient({ connection, ...writingTo(reach) });
    const limits = within(limitsFrom(process.env), callMs());
    const book = new Book(service.databaseUrl, { maxConnections: CONNECTIONS, limits });
    started.push(() => book.close());
    const plays = await playsIn(book, options);
    const stage = { book, client, connection, namespace: platform.namespace, folder, log, again: begin };
    const twin = plays ? new Demonstration(stage) : undefined;
    await twin?.wake();
    await claimPlatform(book.pool, 'embedded');
    const time = await timeAuthorityFor(folder);
    started.push(() => time.stop());
    goOn();
    const temporal = { pages: platform.temporalUi, temporalUrl: service.temporalUrl };
    const gateway = await openGateway({ book, client, folder, ports, twin, keys: reach.LUYUE_PAYLOAD_KEYS, ...temporal });
    // the worker goes before whatever it speaks to, the gateway before it: nobody is let in any more
    const env = { LUYUE_PAYLOAD_KEYS: payloadKeys, LUYUE_FILES: filesIn(folder), LUYUE_ORIGIN: gateway.url, ...time.env };
    const worker = await startWorkerProcess({ platform, taskQueue: TASK_QUEUE, env }).catch(async (error: unknown) => {
      await gateway.stop();
      throw error;
    });
    started.push(
      () => worker.stop(),
      () => gateway.stop(),
    );
    goOn();
    keepAddress(folder, gateway.url);
    started.push(leaveWord(folder, { ...service, url: gateway.url, files: filesIn(folder), encrypted: true }));
    const unit = (await book.allCases()).find(({ cycle }) => cycle > 0)?.unit;
    sayWhereToLook(platform, gateway.url, unit ?? (plays ? DEMO_UNIT : undefined));
    const alive = keepAlive(worker, signal);
    await playing(twin, signal);
    await stopped;
    await alive;
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
    log(
      '启动未完成即已停止，数据保留；再次启动会接着进行 · stopped before it was up; what is there is kept, the next start goes on from it',
    );
  } finally {
    for (const stop of started.reverse()) await stop();
  }
  if (asked.again) writePart(folder);
  return asked.again;
}

/** Makes the folder, or looks that we may write in it. Throws a UsageError that says what is in the way. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new UsageError(
      `不能在 ${resolve(folder)} 中保存数据，请用 --folder 指定一个可写的文件夹 / nothing can be kept in ${resolve(folder)} (${reasonOf(error)}): name a folder that can be written to with --folder`,
      'folder-unusable',
      ['folder'],
    );
  }
}

/** What a worker is told by us whatever the environment says; its certificates are for another server than ours. */
const TOLD = { DATABASE_URL: 'postgresql://here', TEMPORAL_ADDRESS: 'here', SMTP_URL: 'smtp://here', PLATFORM: 'embedded' };

/** `luyue up`: a whole platform on this machine until Ctrl-C. Throws a PlatformError where a part cannot be started. */
export async function up(options: UpOptions): Promise<number> {
  const { folder = FOLDER, fresh = false } = options;
  // before anything is started: what the worker would not start with
  listPlacesIn(readSettings({ ...process.env, ...NO_TLS, ...TOLD }));
  makeFolder(folder);
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  if (fresh && demoIn(folder) !== undefined) writePart(folder);
  const usual = await holdUsual();
  try {
    while (await runOnce(options, usual.isOurs, ended)) log('演示重新开始 · the demonstration begins anew');
    return DONE;
  } finally {
    await usual.release();
  }
}
