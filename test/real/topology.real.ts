import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { Connection, WorkflowClient } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CityDesk } from '../../desk/city.js';
import { Desk } from '../../desk/desk.js';
import { registerFor } from '../../desk/register.js';
import { addressOf, writingTo } from '../../desk/reach/connection.js';
import { reachIn, type Reach } from '../../desk/reach/settings.js';
import { run } from '../../embedded/run.js';
import { Book } from '../../records/book.js';
import { opensOf } from '../../simulator/opening.js';
import { parseScenario } from '../../simulator/scenario.js';
import { hasPsql } from '../deploy/cluster.js';
import { JOBS, startTopology, type Topology } from './topology/native.js';
import { temporalInService } from './topology/programs.js';
import { seen } from '../seen.js';

/** What compose describes, as processes of this machine: no engine of containers is needed, everything else is as it says. */
let topology: Topology | undefined;
let folder = '';
let missing = '';

beforeAll(async () => {
  const programs = hasPsql
    ? await temporalInService((line) => void process.stderr.write(`${line}\n`))
    : 'psql: apt-get install postgresql-client';
  if (typeof programs === 'string') {
    missing = programs;
    console.warn(`未试 · not tried here: ${missing}`);
    return;
  }
  folder = await mkdtemp(join(tmpdir(), 'luyue-topology-'));
  topology = await startTopology(folder, programs);
}, 3_600_000);
afterAll(async () => {
  await topology?.stop();
  if (folder !== '') await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const there = (skip: (why: string) => void): Topology => {
  if (!topology) skip(missing);
  return topology as Topology;
};

const reachOf = (service: string, more: NodeJS.ProcessEnv = {}): Reach => {
  const env = { ...topology?.environment(service), ...more };
  return reachIn(env, env['TEMPORAL_ADDRESS'] ?? '', env['TEMPORAL_NAMESPACE'] ?? env['TEMPORAL_DEFAULT_NAMESPACE']);
};

const asks = async (reach: Reach): Promise<string> => {
  const connection = await Connection.connect({ ...addressOf(reach), connectTimeout: '2s' });
  try {
    const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace: 'luyue' });
    return String(namespaceInfo?.name);
  } finally {
    await connection.close();
  }
};

/** What becomes of a connection that shows no certificate. */
const without = (port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ALPNProtocols: ['h2'] });
    socket.setTimeout(5_000, () => {
      socket.destroy();
      resolve('let in');
    });
    // TLS 1.3 lets a client begin before the server has looked: what follows is told at the first read
    socket.on('secureConnect', () => socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0'));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? error.message);
    });
    socket.on('data', () => undefined);
    socket.on('close', () => {
      resolve('closed');
    });
  });

const CITY = `
name: a unit in service
cycle: 2024
from: 2024-01-01
until: 2024-12-31
units:
  - { id: BJ-0001, name: 示例热力有限公司, kind: key, district: chaoyang, lastCycle: { approved: '1000', settled: true } }
`;

describe('decision 29 — the composed topology with Temporal behind certificates', () => {
  it('each service that compose gives a certificate is let in by it', async ({ skip }) => {
    there(skip);
    for (const service of ['worker', 'gateway', 'temporal-ui'])
      expect([service, await asks(reachOf(service))]).toEqual([service, 'luyue']);
  });

  it('nobody else is: without a certificate, with one of another authority, in the clear, to a server of another name', async ({
    skip,
  }) => {
    const { environment } = there(skip);
    const elsewhere = join(folder, 'elsewhere');
    const made = await run('/bin/sh', [JOBS('make-certificates.sh')], 30_000, {
      env: { ...process.env, CERTIFICATES: elsewhere },
    });
    expect(made.status).toBe(0);
    const own = environment('worker');
    const strangers: readonly NodeJS.ProcessEnv[] = [
      { TEMPORAL_TLS_CERT: '', TEMPORAL_TLS_KEY: '' },
      { TEMPORAL_TLS_CERT: join(elsewhere, 'worker/tls.pem'), TEMPORAL_TLS_KEY: join(elsewhere, 'worker/tls.key') },
      { TEMPORAL_TLS_CA: '', TEMPORAL_TLS_CERT: '', TEMPORAL_TLS_KEY: '', TEMPORAL_TLS_SERVER_NAME: '' },
      { TEMPORAL_TLS_SERVER_NAME: 'elsewhere' },
      { TEMPORAL_TLS_CA: join(elsewhere, 'worker/ca.pem') },
    ];
    expect(Object.keys(own)).toContain('TEMPORAL_TLS_SERVER_NAME');
    for (const stranger of strangers) await expect(asks(reachOf('worker', stranger))).rejects.toThrow();
  });

  it('the server’s own parts ask each other for certificates too', async ({ skip }) => {
    const { grpc } = there(skip);
    for (const [part, port] of Object.entries(grpc))
      if (part !== 'WORKER')
        expect([part, await without(port)]).toEqual([part, expect.stringMatching(/CERTIFICATE_REQUIRED|closed|ECONNRESET/)]);
  });

  it('a case runs: opened by the gateway’s certificate, played by the worker of compose, its act decided, its history unreadable', async ({
    skip,
  }) => {
    const { environment } = there(skip);
    const env = environment('gateway');
    const reach = reachOf('gateway');
    const book = new Book(env['DATABASE_URL'] ?? '', { maxConnections: 4 });
    const connection = await Connection.connect(addressOf(reach));
    try {
      const client = new WorkflowClient({ connection, ...writingTo(reach) });
      const place = { book, client, taskQueue: env['TASK_QUEUE'] ?? '', cycle: 2024, patienceMs: 30_000 };
      const at = Date.now();
      for (const opening of opensOf(parseScenario(CITY, 'in service')))
        await new CityDesk(place).openCase({ ...opening, opensAt: at });
      const raw = { do: 'appoint-verifier', by: 'BJ-0001', with: { verifier: 'V-0815' } };
      const { register } = await registerFor(book, raw);
      const outcome = await new Desk({ ...place, register }).submit(raw, 'topology-1');
      expect(outcome).toMatchObject({ state: 'decided' });
      const found = async (): Promise<string[]> => {
        const ids: string[] = [];
        for await (const { workflowId } of client.list({ query: `Unit = 'BJ-0001'` })) ids.push(workflowId);
        return ids.sort();
      };
      await seen('the cases of the unit are found by search attribute', async () => expect(await found()).toHaveLength(2));
      const history = JSON.stringify(await client.getHandle('2024/BJ-0001/compliance-cycle').fetchHistory());
      expect(history).not.toContain('V-0815');
      expect(history).toContain(Buffer.from('binary/encrypted').toString('base64'));
    } finally {
      await connection.close();
      await book.close();
    }
  });

  it('the gateway of compose answers, and is not opened by a token of a test person', async ({ skip }) => {
    const { gateway } = there(skip);
    expect((await fetch(`${gateway}/api/v1/timetable?cycle=2024`)).status).toBe(200);
    expect((await fetch(`${gateway}/api/v1/me`, { headers: { authorization: 'Bearer x.y.z' } })).status).toBe(401);
  });

  it('the pages of Temporal show the case, and write nothing', async ({ skip }) => {
    const { pages } = there(skip);
    const asked = await fetch(`${pages}/api/v1/settings`);
    expect(((await asked.json()) as Record<string, unknown>)['DisableWriteActions']).toBe(true);
    const one = `${pages}/api/v1/namespaces/luyue/workflows/2024%2FBJ-0001%2Fcompliance-cycle`;
    expect((await fetch(one)).status).toBe(200);
    // as the pages themselves would, with the token that they were given
    const token = /_csrf=([^;]+)/.exec(asked.headers.getSetCookie().join('; '))?.[1] ?? '';
    const ended = await fetch(`${one}/terminate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': token, cookie: `_csrf=${token}` },
      body: JSON.stringify({ reason: 'by hand' }),
    });
    expect([token.length > 10, ended.status]).toEqual([true, 405]);
    const status = (await (await fetch(one)).json()) as { workflowExecutionInfo: { status: string } };
    expect(status.workflowExecutionInfo.status).toMatch(/RUNNING/);
  });
});
