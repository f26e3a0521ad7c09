import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { emptyDatabase, type TestDatabase } from './database.js';
import type { AskedAbout } from './what-the-book-says.js';

const fileOf = (version: string, ending: string): string => fileURLToPath(new URL(`books/${version}.${ending}`, import.meta.url));

/** A database as a version of the code left it: its schema, its book, nothing brought up to date. */
export async function oldBook(version: string): Promise<TestDatabase> {
  const database = await emptyDatabase();
  // the dump sets the search path of its connection
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(readFileSync(fileOf(version, 'sql'), 'utf8'));
  } finally {
    await client.end();
  }
  return database;
}

/** What that version's own code said of the book. */
export const saidThen = (version: string): { readonly about: AskedAbout; readonly says: Readonly<Record<string, unknown>> } =>
  JSON.parse(readFileSync(fileOf(version, 'expect.json'), 'utf8')) as ReturnType<typeof saidThen>;
