import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runner } from 'node-pg-migrate';
import type pg from 'pg';
import { enterOldAlarms } from './alarms.js';
import { onConnection, openPool } from './connection.js';
import { packageRoot } from './package-root.js';
import { rebuildViews } from './rebuild-views.js';

/** Writes every function of the book anew, all of them or none, whichever names which: a migration changes tables, never a function. */
const writeFunctions = async (client: pg.Client, folder: string): Promise<void> => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  const sql = files.sort().map((name) => readFileSync(path.join(folder, name), 'utf8'));
  await client.query(`begin; set local check_function_bodies = off; ${sql.join('\n')} commit`);
};

/** What is shown of cases that nobody has shown yet, or that an older version showed. */
const showMissing = async (databaseUrl: string): Promise<void> => {
  const pool = openPool(databaseUrl, CONNECTIONS);
  try {
    await rebuildViews(pool, 'missing');
  } finally {
    await pool.end();
  }
};
const CONNECTIONS = 4;

const ALONE = `hashtextextended('migrate', 0)`;

/** Brings the book's schema up to date. Whoever comes while another is at it waits for it, then finds nothing left to do. */
export const migrate = async (databaseUrl: string): Promise<void> => {
  const records = path.join(packageRoot(import.meta.dirname), 'records');
  await onConnection(databaseUrl, async (dbClient) => {
    await dbClient.query(`select pg_advisory_lock(${ALONE})`);
    await runner({
      dbClient,
      dir: path.join(records, 'schema'),
      direction: 'up',
      migrationsTable: 'schema_changes',
      advisoryLockMode: 'wait',
      log: () => undefined,
    });
    await writeFunctions(dbClient, path.join(records, 'functions'));
    await dbClient.query('begin');
    await enterOldAlarms(dbClient);
    await dbClient.query('commit');
    await showMissing(databaseUrl);
  });
};
