import { randomBytes } from 'node:crypto';
import { chown, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textIfThere, textOfFile } from '../records/bounded-file.js';
import { tailOf } from './log-file.js';
import { PlatformError } from './platform-error.js';
import { LOOPBACK } from './ports.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import type { PostgresHome } from './postgres-home.js';
import { run } from './run.js';

/** The database's own superuser, and the database's name. */
const DATABASE_USER = 'luyue';
export const DATABASE_NAME = 'luyue';

/** Milliseconds for making a new cluster. */
const CREATING = 120_000;

export const dataFolder = (home: PostgresHome): string => join(home.folder, 'data');
export const postgresLog = (home: PostgresHome): string => join(home.folder, 'postgres.log');
const passwordFile = (home: PostgresHome): string => join(home.folder, 'password');

/** Thrown when PostgreSQL is there but does not do what it should; ends with the end of its log. */
export const databaseFailed = (home: PostgresHome, said: string): PlatformError =>
  new PlatformError(
    'database-failed',
    `PostgreSQL 没有启动成功,日志在 ${postgresLog(home)}。`,
    `PostgreSQL did not start. Its log is ${postgresLog(home)}. ${said}\n${tailOf(postgresLog(home), 8)}`.trimEnd(),
  );

/** The major version whose cluster lies in a home; null when there is none. */
export const clusterMajor = (home: PostgresHome): Promise<number | null> => {
  const major = Number.parseInt(textIfThere(join(dataFolder(home), 'PG_VERSION')), 10);
  return Promise.resolve(Number.isNaN(major) ? null : major);
};

/** The address of the cluster's database, password included. */
export const databaseUrl = (home: PostgresHome, port: number): Promise<string> =>
  Promise.resolve().then(() => {
    const password = textOfFile(passwordFile(home)).trim();
    return `postgresql://${DATABASE_USER}:${password}@${LOOPBACK}:${String(port)}/${DATABASE_NAME}`;
  });

/**
 * Makes a cluster: UTF-8, C locale (order by code point, the same everywhere), password for all. It is made
 * beside its place and moved there when finished, so that an interrupted attempt is never taken for one.
 */
export const createCluster = async (home: PostgresHome, binaries: PostgresBinaries, drill: boolean): Promise<void> => {
  const making = join(home.folder, 'making');
  await rm(making, { recursive: true, force: true });
  await writeFile(passwordFile(home), `${randomBytes(18).toString('hex')}\n`, { mode: 0o600 });
  if (home.identity) await chown(passwordFile(home), home.identity.uid, home.identity.gid);
  const { status, output } = await run(
    join(binaries.folder, 'initdb'),
    [
      ...['--pgdata', making, '--username', DATABASE_USER, '--pwfile', passwordFile(home)],
      ...['--encoding', 'UTF8', '--locale', 'C', '--auth', 'scram-sha-256', ...(drill ? ['--no-sync'] : [])],
    ],
    CREATING,
    { identity: home.identity, env: { ...process.env, LC_ALL: 'C' }, cwd: home.folder },
  );
  if (status !== 0) {
    await rm(making, { recursive: true, force: true });
    const full = /No space left on device/.test(output) ? '磁盘已满 · The disk is full. ' : '';
    throw databaseFailed(home, `${full}${output.trim().split('\n').slice(-4).join(' ')}`);
  }
  await rename(making, dataFolder(home));
};

/** Server settings; a drill's data need not survive a power cut. */
export const settings = (port: number, drill: boolean): string[] => {
  const lasting = {
    listen_addresses: LOOPBACK,
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' };
  const all = { ...lasting, max_connections: '200', shared_buffers: '256MB', ...(drill ? hasty : {}) };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
};
