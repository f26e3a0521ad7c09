import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startPostgres, type PostgresServer } from '../../embedded/postgres.js';
import { run, type Finished } from '../../embedded/run.js';
import { NO_GUARD } from '../embedded/folders.js';

const ROLES = fileURLToPath(new URL('../../deploy/postgres/10-roles.sh', import.meta.url));

export const hasPsql = (await run('psql', ['--version'], 5_000)).status === 0;

/** Passwords as .env names them. */
export interface Passwords {
  readonly TEMPORAL_DB_PASSWORD: string;
  readonly LUYUE_DB_PASSWORD: string;
  readonly LUYUE_SERVICE_DB_PASSWORD: string;
}

export interface Cluster {
  readonly server: PostgresServer;
  readonly port: string;
  /** How the script that makes the roles went. */
  readonly made: Finished;
  readonly as: (user: string, password: string, database: string, sql: string) => Promise<unknown>;
}

/** A cluster as the image of PostgreSQL makes it at its first start, with the roles of service in it. */
export async function clusterInService(folder: string, passwords: Passwords): Promise<Cluster> {
  const log = () => undefined;
  const server = await startPostgres({ folder, ports: {}, env: process.env, drill: true, guard: NO_GUARD, log });
  const { username, password, port } = new URL(server.url);
  const as: Cluster['as'] = async (user, secret, database, sql) => {
    const client = new pg.Client({ host: '127.0.0.1', port: Number(port), user, password: secret, database });
    await client.connect();
    try {
      return (await client.query(sql)).rowCount;
    } finally {
      await client.end();
    }
  };
  // The image makes its cluster under the role postgres; ours already has a role and a database luyue.
  await as(username, password, 'postgres', `create role postgres superuser login password 'p'`);
  await as('postgres', 'p', 'postgres', 'drop database luyue');
  await as('postgres', 'p', 'postgres', 'alter role luyue rename to first');
  const env = { ...process.env, ...passwords, POSTGRES_USER: 'postgres', PGHOST: '127.0.0.1', PGPORT: port, PGPASSWORD: 'p' };
  return { server, port, as, made: await run('/bin/sh', [ROLES], 30_000, { env }) };
}
