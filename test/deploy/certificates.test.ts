import { readdir, readFile } from 'node:fs/promises';
import { connect as connectPlain, type AddressInfo, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { createServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { Connection, WorkflowClient } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { expect, inject, onTestFinished, test } from 'vitest';
import { addressOf, writingTo } from '../../desk/reach/connection.js';
import { reachIn, type Reach } from '../../desk/reach/settings.js';
import { startGuard } from '../../embedded/guard.js';
import { run } from '../../embedded/run.js';
import { findTemporal } from '../../embedded/temporal-binary.js';
import { startWorkerProcess } from '../../embedded/worker-process.js';
import { outboxIdOf } from '../../workflows/ids.js';
import { temporaryFolder } from '../embedded/folders.js';
import { bookDatabase } from '../records/database.js';
import { seen } from '../seen.js';

const JOB = fileURLToPath(new URL('../../deploy/temporal/make-certificates.sh', import.meta.url));

const certificates = async (folder: string): Promise<string> => {
  const { status, output } = await run('/bin/sh', [JOB], 30_000, { env: { ...process.env, CERTIFICATES: folder } });
  expect([status, output]).toEqual([0, expect.any(String)]);
  return output;
};

/** Stands before the Temporal of the test run and asks for certificates as a server in service does; gone after the test. */
const guarded = async (folder: string): Promise<string> => {
  const [host = '', port = ''] = inject('temporalAddress').split(':');
  const [key, cert, ca] = await Promise.all(
    ['tls.key', 'tls.pem', 'ca.pem'].map((name) => readFile(join(folder, 'server', name))),
  );
  const sockets = new Set<Socket>();
  const kept = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined);
  };
  const options = { key, cert, ca, requestCert: true, rejectUnauthorized: true, ALPNProtocols: ['h2'] } as const;
  const server = createServer({ ...options, ALPNProtocols: ['h2'] }, (asked) => {
    const behind = kept(connectPlain({ host, port: Number(port) }));
    kept(asked).pipe(behind).pipe(asked);
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
};

const settingsOf = (folder: string, who: string, address: string): NodeJS.ProcessEnv => ({
  TEMPORAL_ADDRESS: address,
  TEMPORAL_TLS_CA: join(folder, who, 'ca.pem'),
  TEMPORAL_TLS_CERT: join(folder, who, 'tls.pem'),
  TEMPORAL_TLS_KEY: join(folder, who, 'tls.key'),
  TEMPORAL_TLS_SERVER_NAME: 'temporal',
});

const asks = async (reach: Reach): Promise<void> => {
  const connection = await Connection.connect({ ...addressOf(reach), connectTimeout: '10s' });
  try {
    await connection.workflowService.describeNamespace({ namespace: 'default' });
  } finally {
    await connection.close();
  }
};

test('the job makes a certificate for each; done again it changes nothing; one that is lost is made anew by the same authority', async () => {
  const folder = await temporaryFolder();
  expect((await certificates(folder)).match(/new certificate for \w+/g)).toHaveLength(4);
  expect(await certificates(folder)).toBe('');
  const ca = await readFile(join(folder, 'worker/ca.pem'), 'utf8');
  await run('rm', [join(folder, 'worker/tls.pem')], 120_000);
  expect(await certificates(folder)).toMatch(/new certificate for worker/);
  expect(await readFile(join(folder, 'worker/ca.pem'), 'utf8')).toBe(ca);
  for (const who of ['server', 'worker', 'gateway', 'staff'])
    expect([who, (await readdir(join(folder, who))).sort()]).toEqual([who, ['ca.pem', 'tls.key', 'tls.pem']]);
});

test('with its certificate the desk and a worker connect; without one, with one of another authority, or to a server of another, nobody does', async () => {
  const [folder, foreign] = [await temporaryFolder(), await temporaryFolder()];
  await certificates(folder);
  await certificates(foreign);
  const address = await guarded(folder);
  const good = settingsOf(folder, 'gateway', address);
  await asks(reachIn(good, address));
  await (await NativeConnection.connect(addressOf(reachIn(good, address)))).close();

  const without = { ...good, TEMPORAL_TLS_CERT: '', TEMPORAL_TLS_KEY: '' };
  const stranger = { ...settingsOf(foreign, 'gateway', address), TEMPORAL_TLS_CA: good['TEMPORAL_TLS_CA'] };
  const mistrusting = { ...good, TEMPORAL_TLS_CA: join(foreign, 'gateway/ca.pem') };
  const misnamed = { ...good, TEMPORAL_TLS_SERVER_NAME: 'elsewhere' };
  for (const env of [without, stranger, mistrusting, misnamed, { TEMPORAL_ADDRESS: address }]) {
    await expect(asks(reachIn(env, address))).rejects.toThrow();
    await expect(NativeConnection.connect(addressOf(reachIn(env, address)))).rejects.toThrow();
  }
});

test('the job that makes the namespace speaks by the certificate of staff, as the command line of Temporal spells its settings', async () => {
  const folder = await temporaryFolder();
  await certificates(folder);
  const address = await guarded(folder);
  const namespace = `staff-${String(process.pid)}`;
  const temporal = dirname(await findTemporal(process.env, () => undefined));
  const job = (tls: NodeJS.ProcessEnv) =>
    run('/bin/sh', [JOB.replace('make-certificates', 'set-up-namespace')], 50_000, {
      env: {
        PATH: `${temporal}:${process.env['PATH'] ?? ''}`,
        HOME: folder,
        TEMPORAL_ADDRESS: address,
        TEMPORAL_NAMESPACE: namespace,
        ...tls,
      },
    });
  expect((await job({})).status).not.toBe(0);
  const { status, output } = await job({
    TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(folder, 'staff/ca.pem'),
    TEMPORAL_TLS_CLIENT_CERT_PATH: join(folder, 'staff/tls.pem'),
    TEMPORAL_TLS_CLIENT_KEY_PATH: join(folder, 'staff/tls.key'),
    TEMPORAL_TLS_SERVER_NAME: 'temporal',
  });
  expect([status, output]).toEqual([0, expect.any(String)]);
});

test('a certificate without its key, and a file that is not there, are named', () => {
  const half = { TEMPORAL_ADDRESS: 'temporal:7233', TEMPORAL_TLS_CERT: '/nowhere/tls.pem' };
  expect(() => addressOf(reachIn(half, 'temporal:7233'))).toThrow('TEMPORAL_TLS_CERT and TEMPORAL_TLS_KEY go together');
  const gone = { ...half, TEMPORAL_TLS_KEY: '/nowhere/tls.key' };
  expect(() => addressOf(reachIn(gone, 'temporal:7233'))).toThrow(
    'TEMPORAL_TLS_CERT: /nowhere/tls.pem 不能读取 / /nowhere/tls.pem cannot be read',
  );
});

test('certificates belong to the server that the environment names: another is spoken to in the clear', () => {
  const env = settingsOf('/nowhere', 'gateway', 'temporal:7233');
  expect(addressOf(reachIn(env, '127.0.0.1:7233'))).toEqual({ address: '127.0.0.1:7233' });
});

test('a worker as it runs in service speaks by its certificate, with all its connections, and its standing work is done', async () => {
  const folder = await temporaryFolder();
  await certificates(folder);
  const address = await guarded(folder);
  const database = await bookDatabase();
  const guard = startGuard();
  const taskQueue = `tls-${String(process.pid)}`;
  const worker = await startWorkerProcess({
    platform: {
      temporalAddress: address,
      databaseUrl: database.url,
      smtpUrl: inject('smtpUrl'),
      namespace: 'default',
      folder,
      pids: {},
      started: { temporal: false, database: false, smtp: false },
      guard,
      stop: () => Promise.resolve(),
    },
    taskQueue,
    env: { ...settingsOf(folder, 'worker', address), WORKFLOW_PREFIX: `${taskQueue}/` },
  });
  const reach = reachIn(settingsOf(folder, 'gateway', address), address);
  const connection = await Connection.connect(addressOf(reach));
  try {
    const outbox = new WorkflowClient({ connection, ...writingTo(reach) }).getHandle(outboxIdOf(`${taskQueue}/`));
    await seen('the worker has taken the outbox', async () => (await outbox.describe()).historyLength > 4);
    await outbox.terminate('the test is over');
  } finally {
    await worker.kill();
    await connection.close();
    guard.release();
    await database.drop();
  }
});
