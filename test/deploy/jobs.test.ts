import { Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { startPostgres } from '../../embedded/postgres.js';
import { run } from '../../embedded/run.js';
import { findTemporal } from '../../embedded/temporal-binary.js';
import { NO_GUARD, temporaryFolder } from '../embedded/folders.js';

const DEPLOY = fileURLToPath(new URL('../../deploy', import.meta.url));

test('the namespace job makes the namespace, its retention and its search attributes; again, it changes nothing', async () => {
  const [address, namespace] = [inject('temporalAddress'), `service-${randomUUID()}`];
  const temporal = dirname(await findTemporal(process.env, () => undefined));
  const env = {
    ...process.env,
    PATH: `${temporal}:${process.env['PATH'] ?? ''}`,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
  };
  const connection = await Connection.connect({ address });
  try {
    for (const time of ['first', 'second']) {
      const { status, output } = await run('/bin/sh', [join(DEPLOY, 'temporal/set-up-namespace.sh')], 50_000, { env });
      expect([time, status, output]).toEqual([time, 0, expect.any(String)]);
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
      // temporal.api.enums.v1.IndexedValueType: Keyword 2, Int 3, Datetime 6.
      const expected = { Unit: 2, District: 2, Cycle: 3, Phase: 2, WaitingFor: 2, NextDeadline: 6, Overdue: 3, CaseKind: 2 };
      expect(customAttributes).toEqual(expected);
      const { config } = await connection.workflowService.describeNamespace({ namespace });
      expect(Number(config?.workflowExecutionRetentionTtl?.seconds) / 86_400).toBe(36_500);
    }
  } finally {
    await connection.close();
  }
});

const hasPsql = (await run('psql', ['--version'], 5_000)).status === 0;

test.runIf(hasPsql)(
  'the roles of the database are apart: Temporal cannot read the book, luyue cannot make databases',
  async () => {
    const folder = await temporaryFolder();
    const server = await startPostgres({
      folder,
      ports: {},
      env: process.env,
      drill: true,
      guard: NO_GUARD,
      log: () => undefined,
    });
    const as = async (user: string, password: string, database: string, sql: string): Promise<unknown> => {
      const { port } = new URL(server.url);
      const client = new pg.Client({ host: '127.0.0.1', port: Number(port), user, password, database });
      await client.connect();
      try {
        return (await client.query(sql)).rowCount;
      } finally {
        await client.end();
      }
    };
    try {
      const { username, password, port } = new URL(server.url);
      // The image makes its cluster under the role postgres; ours already has a role and a database luyue.
      await as(username, password, 'postgres', `create role postgres superuser login password 'p'`);
      await as('postgres', 'p', 'postgres', 'drop database luyue');
      await as('postgres', 'p', 'postgres', 'alter role luyue rename to first');
      const secrets = { TEMPORAL_DB_PASSWORD: 'temporal-secret', LUYUE_DB_PASSWORD: 'luyue-secret' };
      const service = { POSTGRES_USER: 'postgres', LUYUE_SERVICE_DB_PASSWORD: 'service-secret' };
      const env = { ...process.env, ...secrets, ...service, PGHOST: '127.0.0.1', PGPORT: port, PGPASSWORD: 'p' };
      const { status, output } = await run('/bin/sh', [join(DEPLOY, 'postgres/10-roles.sh')], 30_000, { env });
      expect([status, output]).toEqual([0, '']);
      expect(await as('luyue', 'luyue-secret', 'luyue', 'create table book (line text)')).toBeNull();
      await expect(as('luyue_service', 'service-secret', 'luyue', 'select * from book')).rejects.toThrow(
        'permission denied for table book',
      );
      await as('temporal', 'temporal-secret', 'postgres', 'create database temporal');
      await expect(as('temporal', 'temporal-secret', 'luyue', 'select 1')).rejects.toThrow(
        'permission denied for database "luyue"',
      );
      await expect(as('luyue', 'luyue-secret', 'luyue', 'create database another')).rejects.toThrow(
        'permission denied to create database',
      );
    } finally {
      await server.stop();
    }
  },
);
