import { Connection } from '@temporalio/client';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, onTestFinished, test } from 'vitest';
import { startPlatform } from '../../embedded/platform.js';
import { isAlive, signal } from '../../embedded/processes.js';
import { findTemporal } from '../../embedded/temporal-binary.js';
import { startTemporal } from '../../embedded/temporal-server.js';
import { isServing, prepareTemporal } from '../../embedded/temporal-connection.js';
import { NO_GUARD, temporaryFolder } from './folders.js';
import { seen } from '../seen.js';

/** temporal.api.enums.v1.IndexedValueType: Keyword 2, Int 3, Datetime 6. */
const EXPECTED = { Unit: 2, District: 2, Cycle: 3, Phase: 2, WaitingFor: 2, NextDeadline: 6, Overdue: 3, CaseKind: 2 };

const address = inject('temporalAddress');
let connection: Connection;
const kept = { ...process.env };

beforeEach(async () => {
  connection = await Connection.connect({ address });
});

afterEach(async () => {
  process.env = { ...kept };
  await connection.close();
});

const newNamespace = async (): Promise<string> => {
  const namespace = `test-${randomUUID()}`;
  const day = { seconds: 86_400 as never };
  await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: day });
  await seen('it serves', () => isServing(address, namespace));
  return namespace;
};

const attributesOf = async (namespace: string): Promise<unknown> =>
  (await connection.operatorService.listSearchAttributes({ namespace })).customAttributes;

test('the server we start knows the search attributes of a case before the first case is opened', async () => {
  expect(await attributesOf('default')).toEqual(EXPECTED);
});

test('on a Temporal given by its address the missing search attributes are registered, once', async () => {
  const namespace = await newNamespace();
  expect(await attributesOf(namespace)).toEqual({});
  await prepareTemporal(address, namespace);
  await prepareTemporal(address, namespace);
  expect(await attributesOf(namespace)).toEqual(EXPECTED);
});

test('a search attribute of our name but another type is a conflict that names it', async () => {
  const namespace = await newNamespace();
  const searchAttributes: Record<string, number> = { Overdue: EXPECTED.Unit };
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  const refused = prepareTemporal(address, namespace);
  await expect(refused).rejects.toMatchObject({ code: 'search-attribute-conflict' });
  await expect(refused).rejects.toThrow('has a search attribute Overdue of another type than Int');
});

test('what the environment names is used, and not stopped', async () => {
  Object.assign(process.env, { TEMPORAL_ADDRESS: address, DATABASE_URL: inject('databaseUrl'), SMTP_URL: inject('smtpUrl') });
  const folder = await temporaryFolder();
  const platform = await startPlatform({ folder, keepData: false, drill: true, log: () => undefined });
  expect(platform.started).toEqual({ temporal: false, database: false, smtp: false });
  expect(platform.pids).toEqual({});
  expect([platform.temporalAddress, platform.databaseUrl]).toEqual([address, inject('databaseUrl')]);
  await platform.stop();
  expect(await isServing(address, 'default')).toBe(true);
});

test.each([
  ['TEMPORAL_ADDRESS', '127.0.0.1:1', 'temporal-unreachable', 'Temporal at 127.0.0.1:1 does not answer. Check TEMPORAL_ADDRESS'],
  [
    'DATABASE_URL',
    'postgresql://a:b@127.0.0.1:1/c',
    'database-unreachable',
    'named by DATABASE_URL does not answer: connect ECONNREFUSED',
  ],
  ['DATABASE_URL', 'nonsense', 'database-unreachable', 'named by DATABASE_URL does not answer: it is not a URL'],
  ['SMTP_URL', 'http://localhost', 'smtp-address', 'SMTP_URL must be smtp://host:port'],
])('%s=%s that leads nowhere stops the start with its name', async (variable, value, code, message) => {
  const rest = { TEMPORAL_ADDRESS: address, DATABASE_URL: inject('databaseUrl'), SMTP_URL: inject('smtpUrl') };
  Object.assign(process.env, rest, { [variable]: value });
  const refused = startPlatform({ folder: await temporaryFolder(), keepData: false, drill: true, log: () => undefined });
  await expect(refused).rejects.toMatchObject({ code });
  await expect(refused).rejects.toThrow(message);
});

test('a namespace that is not there is named, with the command that makes it', async () => {
  const refused = prepareTemporal(address, 'beijing');
  await expect(refused).rejects.toThrow(`temporal operator namespace create --address ${address} --namespace beijing`);
});

test('a server that a killed platform left on its data is ended before another starts on it, no other one', async () => {
  const folder = await temporaryFolder();
  const script = join(folder, 'left.mjs');
  await writeFile(script, 'setInterval(() => undefined, 60_000);');
  const [left, other] = [join(folder, 'temporal.db'), join(folder, 'temporal.db2')].map((file) => {
    const child = spawn(process.execPath, [script, 'server', 'start-dev', '--db-filename', file], { stdio: 'ignore' });
    onTestFinished(() => signal(child.pid ?? 0, 'SIGKILL'));
    return child.pid ?? 0;
  });
  const binary = await findTemporal(process.env, () => undefined);
  const options = { binary, folder, namespace: 'default', ports: {}, env: {}, drill: true, guard: NO_GUARD };
  const server = await startTemporal(options);
  await server.stop();
  expect([left, other].map((pid = 0) => isAlive(pid))).toEqual([false, true]);
});
