import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { until } from '../../embedded/wait.js';
import { signalled } from '../signalled.js';

const STARTED = 120_000;

const DEBIAN = '/usr/lib/postgresql';

/** One of PostgreSQL's programs on this machine, if it is there: `pg_basebackup` is not everywhere. */
export const programNamed = (name: string): string | undefined => {
  const packaged = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => path.join(DEBIAN, version, 'bin')) : [];
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), ...packaged];
  return folders.map((folder) => path.join(folder, name)).find((program) => existsSync(program));
};

const binaries = (): string => {
  const program = programNamed('initdb');
  if (!program)
    throw new Error('no DATABASE_URL and no PostgreSQL programs (initdb) on this machine: these tests need one of them');
  return path.dirname(program);
};

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`. */
const identity = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const id = (what: string): number => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

const freePort = async (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Gives what a test made to whom PostgreSQL runs as. */
export const belongsToServer = (folder: string): void => {
  const { uid } = identity();
  if (uid !== undefined) execFileSync('chown', ['-R', `${String(uid)}:${String(uid)}`, folder]);
};

/** Runs one of PostgreSQL's programs as whom PostgreSQL runs as. */
export const runProgram = (program: string, args: readonly string[]): void => {
  execFileSync(program, args, { ...identity(), cwd: '/', stdio: 'ignore' });
};

/** Starts a server on a folder that holds a cluster, and waits until it takes writes. */
export const serveFolder = async (data: string, settings: readonly string[]): Promise<{ url: string; server: ChildProcess }> => {
  const port = await freePort();
  const all = [`port=${String(port)}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const args = ['-D', data, ...all.flatMap((each) => ['-c', each])];
  const server = spawn(path.join(binaries(), 'postgres'), args, { ...identity(), cwd: '/', stdio: 'ignore' });
  const url = `postgres://luyue@127.0.0.1:${String(port)}/postgres`;
  if (!(await until(async () => server.exitCode !== null || (await answers(url)), STARTED)) || server.exitCode !== null) {
    server.kill('SIGKILL');
    throw new Error('the PostgreSQL of the tests did not start');
  }
  return { url, server };
};

/** Ends a server at once, as a power cut would, and waits until it is gone with all its processes. */
export const cut = async (server: ChildProcess, how: 'SIGQUIT' | 'SIGKILL' = 'SIGKILL'): Promise<void> => {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(how);
  await ended;
};

/** An empty cluster in a folder of its own. */
export const emptyCluster = (): string => {
  const data = mkdtempSync(path.join(tmpdir(), 'luyue-test-'));
  belongsToServer(data);
  runProgram(path.join(binaries(), 'initdb'), [
    ...['-D', data, '-U', 'luyue', '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '--no-sync'],
  ]);
  return data;
};

/**
 * A PostgreSQL of the test's own, for tests run one by one without the platform that the whole suite shares. What it
 * keeps need not survive a power cut unless `durable`.
 */
export const startOwnServer = async (durable = false): Promise<{ url: string; stop: () => Promise<void> }> => {
  const data = emptyCluster();
  const { url, server } = await serveFolder(data, [`fsync=${durable ? 'on' : 'off'}`, 'max_connections=100']);
  const stop = async (): Promise<void> => {
    await cut(server, 'SIGQUIT');
    rmSync(data, { recursive: true, force: true });
  };
  return { url, stop };
};

/** The processes of a server: the one that was started, and one for each connection and task. */
const processesOf = (server: ChildProcess): number[] => {
  const main = server.pid ?? 0;
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const children = rows.map((row) => row.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === main);
  return [main, ...children.map(([pid]) => pid ?? 0)];
};

/** Has a server hang as a machine does that is out of memory or disk: connections stand, and nothing is answered. Answers how it is woken. */
export const hang = (server: ChildProcess): (() => void) => {
  const pids = processesOf(server);
  for (const pid of pids) signalled(pid, 'SIGSTOP');
  return () => {
    // whose connection was given up is gone with it
    for (const pid of pids) signalled(pid, 'SIGCONT');
  };
};
