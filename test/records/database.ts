import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '../../records/migrate.js';
import { startOwnServer } from './own-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** A database of a test file's own, dropped at its end. */
export interface TestDatabase {
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

/** Makes an empty database on the server of the suite, of `DATABASE_URL`, or on one of its own. */
export const emptyDatabase = async (): Promise<TestDatabase> => {
  const given = (inject('databaseUrl') as string | undefined) ?? process.env['DATABASE_URL'];
  const own = given === undefined ? await startOwnServer() : undefined;
  const server = given ?? own!.url;
  const name = `luyue_test_${randomBytes(6).toString('hex')}`;
  await as(server, `create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = async (): Promise<void> => {
    await as(server, `drop database if exists ${name} with (force)`);
    await own?.stop();
  };
  return { url: url.href, drop };
};

/** A database with the book's schema. */
export const bookDatabase = async (): Promise<TestDatabase> => {
  const database = await emptyDatabase();
  await migrate(database.url);
  return database;
};
