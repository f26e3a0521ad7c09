import { readdir } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import nodemailer from 'nodemailer';
import pg from 'pg';
import { expect, test } from 'vitest';
import { isListening } from '../../embedded/ports.js';
import { startPlatform, type Platform } from '../../embedded/platform.js';
import { isAlive } from '../../embedded/processes.js';
import { temporaryFolder } from './folders.js';

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

const withTemporal = async <T>(platform: Platform, use: (client: Client) => Promise<T>): Promise<T> => {
  const connection = await Connection.connect({ address: platform.temporalAddress });
  try {
    return await use(new Client({ connection, namespace: platform.namespace }));
  } finally {
    await connection.close();
  }
};

const portOf = (address: string): number => Number(new URL(address.includes('://') ? address : `tcp://${address}`).port);

test('a fresh platform works, stops whole, and a second start finds its data again', async () => {
  const folder = await temporaryFolder();
  const options = { folder, keepData: true, drill: false, log: () => undefined };

  const first = await startPlatform(options);
  expect(first.started).toEqual({ temporal: true, database: true, smtp: true });
  await query(first.databaseUrl, `create table note (text text); insert into note values ('履约')`);
  await withTemporal(first, (client) => client.workflow.start('case', { taskQueue: 'nobody', workflowId: 'case-1' }));
  await nodemailer
    .createTransport(first.smtpUrl)
    .sendMail({ from: 'a@b.example', to: 'ops@bj-0001.example', subject: '提醒:碳排放报告', text: '截止日期' });
  await first.stop();
  const pids = [first.pids.temporal, first.pids.database].map((pid) => pid ?? 0);
  expect(pids.filter((pid) => pid === 0 || isAlive(pid))).toEqual([]);
  const addresses = [first.temporalAddress, first.databaseUrl, first.smtpUrl, first.mailsUrl ?? '', first.temporalUi ?? ''];
  expect(await Promise.all(addresses.map((address) => isListening(portOf(address))))).toEqual(addresses.map(() => false));

  const second = await startPlatform(options);
  try {
    expect(await query(second.databaseUrl, 'select text from note')).toEqual([{ text: '履约' }]);
    const description = await withTemporal(second, (client) => client.workflow.getHandle('case-1').describe());
    expect(description.status.name).toBe('RUNNING');
    const { config } = await withTemporal(second, (client) =>
      client.connection.workflowService.describeNamespace({ namespace: second.namespace }),
    );
    expect(Number(config?.workflowExecutionRetentionTtl?.seconds) / 86_400).toBe(36_500);
    expect(await (await fetch(second.mailsUrl ?? '')).text()).toContain('提醒:碳排放报告');
  } finally {
    await second.stop();
  }
});

test('a drill leaves nothing behind, neither processes nor files', async () => {
  const parent = await temporaryFolder();
  const folder = `${parent}/drill`;
  const platform = await startPlatform({ folder, keepData: false, drill: true, log: () => undefined });
  expect(platform.mailsUrl).toBeUndefined();
  await platform.stop();
  await platform.stop();
  expect(await readdir(parent)).toEqual([]);
});

test('a second platform on the same folder is refused by name while the first one runs', async () => {
  const folder = await temporaryFolder();
  const options = { folder, keepData: false, drill: true, log: () => undefined };
  const platform = await startPlatform(options);
  try {
    const refused = startPlatform(options);
    await expect(refused).rejects.toMatchObject({ code: 'folder-in-use' });
    await expect(refused).rejects.toThrow(new RegExp(`${folder}.*${String(process.pid)}`));
    expect(await query(platform.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  } finally {
    await platform.stop();
  }
});
