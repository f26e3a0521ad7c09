import { Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { run } from '../../embedded/run.js';
import { findTemporal } from '../../embedded/temporal-binary.js';
import { temporaryFolder } from '../embedded/folders.js';
import { clusterInService, hasPsql } from './cluster.js';

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

test.runIf(hasPsql)(
  'the roles of the database are apart: Temporal cannot read the book, luyue cannot make databases',
  async () => {
    const passwords = { TEMPORAL_DB_PASSWORD: 'temporal-secret', LUYUE_DB_PASSWORD: 'luyue-secret' };
    const service = { LUYUE_SERVICE_DB_PASSWORD: 'service-secret' };
    const { server, made, as } = await clusterInService(await temporaryFolder(), { ...passwords, ...service });
    try {
      expect([made.status, made.output]).toEqual([0, '']);
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
