import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '../../records/migrate.js';
import { startOwnServer } from './own-server.js';
import { until } from '../../embedded/wait.js';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    emptyBook: string;
  }
}

/** A database of a test file's own, dropped at its end. */
export interface TestDatabase {
  readonly name: string;
  readonly server: string;
  readonly url: string;
  drop(): Promise<void>;
}

const as = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** The server of the suite, of `DATABASE_URL`, or one of the test's own. */
const server = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const given = (inject('databaseUrl') as string | undefined) ?? process.env['DATABASE_URL'];
  return given === undefined ? startOwnServer() : { url: given, stop: async () => Promise.resolve() };
};

/** How long connections that are just being closed are waited for: ended by force, they would end the test's process with an error. */
const CLOSED_MS = 20_000;

const dropWhenLeft = async (on: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: on });
  await client.connect();
  try {
    const isUsed = async (): Promise<boolean> =>
      (await client.query('select from pg_stat_activity where datname = $1', [name])).rowCount !== 0;
    await until(async () => !(await isUsed()), CLOSED_MS);
    await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
};

const create = async (on: string, from: string): Promise<TestDatabase> => {
  const name = `luyue_test_${randomBytes(6).toString('hex')}`;
  await as(on, `create database ${name} encoding 'UTF8' template ${from}`);
  const url = new URL(on);
  url.pathname = `/${name}`;
  return { name, server: on, url: url.href, drop: () => dropWhenLeft(on, name) };
};

const made = async (from: string): Promise<TestDatabase> => {
  const { url, stop } = await server();
  const database = await create(url, from);
  const drop = async (): Promise<void> => {
    await database.drop();
    await stop();
  };
  return { ...database, drop };
};

/** Makes an empty database. */
export const emptyDatabase = (): Promise<TestDatabase> => made('template0');

/** A copy of a database to which nobody is connected. */
export const copyOf = async (database: TestDatabase): Promise<TestDatabase> => create(database.server, database.name);

/** A database with the book's schema. */
export const bookDatabase = async (): Promise<TestDatabase> => {
  const emptyBook = inject('emptyBook') as string | undefined;
  if (emptyBook !== undefined) return made(emptyBook);
  const database = await emptyDatabase();
  await migrate(database.url);
  return database;
};

/** Whoever changes a book behind its back: no trigger and no reference holds them up. Whoever asks ends the connection. */
export const intruderIn = async ({ url }: TestDatabase): Promise<pg.Client> => {
  const intruder = new pg.Client({ connectionString: url });
  await intruder.connect();
  await intruder.query('set session_replication_role = replica');
  return intruder;
};
