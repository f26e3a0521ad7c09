import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';

const STARTED = 30_000;

const DEBIAN = '/usr/lib/postgresql';

const binaries = (): string => {
  const packaged = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => path.join(DEBIAN, version, 'bin')) : [];
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), ...packaged];
  const folder = folders.find((each) => existsSync(path.join(each, 'initdb')));
  if (!folder)
    throw new Error('no DATABASE_URL and no PostgreSQL programs (initdb) on this machine: these tests need one of them');
  return folder;
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

/**
 * A PostgreSQL of the test's own, for tests run one by one without the platform that the whole suite shares. What it
 * keeps need not survive a power cut unless `durable`.
 */
export const startOwnServer = async (durable = false): Promise<{ url: string; stop: () => Promise<void> }> => {
  const folder = binaries();
  const who = identity();
  const data = mkdtempSync(path.join(tmpdir(), 'luyue-test-'));
  if (who.uid !== undefined) execFileSync('chown', [`${String(who.uid)}:${String(who.gid)}`, data]);
  const quiet = { ...who, cwd: '/', stdio: 'ignore' as const };
  execFileSync(
    path.join(folder, 'initdb'),
    ['-D', data, '-U', 'luyue', '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '--no-sync'],
    quiet,
  );
  const port = await freePort();
  const settings = [
    `port=${String(port)}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `fsync=${durable ? 'on' : 'off'}`,
    'max_connections=100',
  ];
  const server = spawn(path.join(folder, 'postgres'), ['-D', data, ...settings.flatMap((each) => ['-c', each])], quiet);
  const url = `postgres://luyue@127.0.0.1:${String(port)}/postgres`;
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
    }
    rmSync(data, { recursive: true, force: true });
  };
  for (const giveUp = Date.now() + STARTED; !(await answers(url));) {
    if (Date.now() > giveUp || server.exitCode !== null) {
      await stop();
      throw new Error('the PostgreSQL of the tests did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, stop };
};
