import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection, WorkflowClient } from '@temporalio/client';
import { startPlatform, type Platform } from '../../embedded/platform.js';
import { freePorts } from '../../embedded/ports.js';
import { seen } from '../seen.js';

let folder: string;
let platform: Platform;
let pages: string;
let port: number;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luyue-pages-'));
  [port = 0] = await freePorts(1);
  // the database is that of the test run: this is about Temporal
  process.env['DATABASE_URL'] = inject('databaseUrl');
  process.env['SMTP_URL'] = inject('smtpUrl');
  platform = await startPlatform({ folder, keepData: false, drill: true, ports: { ui: port }, log: () => undefined });
  pages = platform.temporalUi ?? '';
});
afterAll(async () => {
  await platform.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the pages of Temporal are where they were asked to be, and say that their write actions are off', async () => {
  expect(pages).toBe(`http://127.0.0.1:${String(port)}`);
  const settings = (await (await fetch(`${pages}/api/v1/settings`)).json()) as Record<string, unknown>;
  expect(settings).toMatchObject({ DisableWriteActions: true, Version: '2.54.1' });
});

test('what is only shown comes through: the page itself, its files, the list of cases, a question to a case', async () => {
  const page = await fetch(`${pages}/namespaces/default/workflows`);
  expect(page.headers.get('content-type')).toContain('text/html');
  const csrf = /_csrf=([^;]+)/.exec(page.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const html = await page.text();
  const script = /(?:href|src)="?([^"\s>]+\.js)/.exec(html)?.[1] ?? '';
  expect((await fetch(new URL(script, `${pages}/namespaces/default/workflows`))).status).toBe(200);
  const listed = async (): Promise<boolean> => (await fetch(`${pages}/api/v1/namespaces/default/workflows`)).status === 200;
  await seen('the list of cases is shown', listed);
  const asked = await fetch(`${pages}/api/v1/namespaces/default/workflows/nothing/query/state`, {
    method: 'POST',
    body: JSON.stringify({ query: { queryType: 'state' } }),
    headers: { 'content-type': 'application/json', cookie: `_csrf=${csrf}`, 'x-csrf-token': csrf },
  });
  // Temporal's own answer, not that of the door: there is no such case
  expect([asked.status, ((await asked.json()) as { code: number }).code]).toEqual([404, 5]);
});

test('what would write does not come through: a case that is told to end, by the address the pages use, goes on', async () => {
  const connection = await Connection.connect({ address: platform.temporalAddress });
  try {
    const client = new WorkflowClient({ connection });
    const handle = await client.start('outbox', { workflowId: 'a-case', taskQueue: 'nobody', args: [] });
    const base = `${pages}/api/v1/namespaces/default/workflows/a-case`;
    const ways = ['terminate', 'cancel', 'signal/approve', 'signal', 'update/act', 'reset', 'query/state/../../terminate'];
    for (const way of ways) {
      const body = JSON.stringify({ reason: 'by hand' });
      const told = await fetch(`${base}/${way}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      expect([way, told.status]).toEqual([way, 403]);
    }
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect([method, (await fetch(base, { method })).status]).toEqual([method, 403]);
    expect((await handle.describe()).status.name).toBe('RUNNING');
    await handle.terminate('the test is over');
  } finally {
    await connection.close();
  }
});

test('a page elsewhere that gives this machine another name reads nothing', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/api/v1/settings', headers: { host: 'evil.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end();
  });
  expect(status).toBe(403);
});
