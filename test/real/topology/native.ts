import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openLog, tailOf } from '../../../embedded/log-file.js';
import { end } from '../../../embedded/processes.js';
import { isFree, isListening } from '../../../embedded/ports.js';
import { run } from '../../../embedded/run.js';
import { startSmtp } from '../../../embedded/smtp.js';
import { findTemporal } from '../../../embedded/temporal-binary.js';
import { until } from '../../../embedded/wait.js';
import { clusterInService, type Cluster } from '../../deploy/cluster.js';
import { commandOf, environmentOf, ROOT, type Machine } from './compose.js';
import type { Programs } from './programs.js';

/** A job of the Temporal server, by its file. */
export const JOBS = (script: string): string => join(ROOT, 'deploy/temporal', script);

const secret = (): string => randomBytes(24).toString('hex');

/** Ports of the server's own parts, which share a machine here as they share a container there. */
const PARTS = ['FRONTEND', 'HISTORY', 'MATCHING', 'WORKER'] as const;

export interface Topology {
  readonly folder: string;
  readonly cluster: Cluster;
  /** Where each part of the Temporal server listens. */
  readonly grpc: Readonly<Record<(typeof PARTS)[number], number>>;
  readonly pages: string;
  readonly gateway: string;
  /** The environment of a service as compose gives it. */
  readonly environment: (service: string) => Record<string, string>;
  stop(): Promise<void>;
}

const must = async (what: string, going: ReturnType<typeof run>): Promise<void> => {
  const { status, output } = await going;
  if (status !== 0) throw new Error(`${what}: ${String(status)}\n${output.slice(-4_000)}`);
};

/** The members of the server find each other by a table whose ports are of 16 bits with a sign. */
const [LEAST, MOST] = [15_000, 32_000];

async function smallPorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let port = LEAST + (process.pid % 5_000); ports.length < count && port < MOST; port += 1)
    if (await isFree(port)) ports.push(port);
  return ports;
}

/** Starts every service of docker-compose.yml as a process of this machine, in the order in which they wait for each other. */
export async function startTopology(folder: string, { folder: programs, uiConfig }: Programs): Promise<Topology> {
  const given = {
    POSTGRES_PASSWORD: secret(),
    TEMPORAL_DB_PASSWORD: secret(),
    LUYUE_DB_PASSWORD: secret(),
    LUYUE_SERVICE_DB_PASSWORD: secret(),
    LUYUE_PAYLOAD_KEYS: `k1:${randomBytes(32).toString('base64url')}`,
  };
  const started: { readonly name: string; readonly child: ChildProcess }[] = [];
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const { child } of started.reverse()) if (child.pid !== undefined) await end(child.pid, 'SIGTERM', 30_000);
    for (const one of undo.reverse()) await one();
  };
  try {
    const cluster = await clusterInService(folder, given);
    undo.push(() => cluster.server.stop());
    await must('deploy/postgres/10-roles.sh', Promise.resolve(cluster.made));
    const smtp = await startSmtp(folder, {}, {});
    undo.push(() => smtp.stop());
    const ports = await smallPorts(2 * PARTS.length + 4);
    const grpc = Object.fromEntries(PARTS.map((part, n) => [part, ports[n] ?? 0])) as Topology['grpc'];
    const member = Object.fromEntries(PARTS.map((part, n) => [`${part}_MEMBERSHIP_PORT`, String(ports[PARTS.length + n])]));
    const [http = 0, ui = 0, gateway = 0, inner = 0] = ports.slice(2 * PARTS.length);
    const hosts = {
      'postgres:5432': `127.0.0.1:${cluster.port}`,
      'temporal:7233': `127.0.0.1:${String(grpc.FRONTEND)}`,
      'mail:1025': new URL(smtp.url).host,
    };
    const machine: Machine = { given, hosts, volumes: folder };
    const PATH = `${programs}:${dirname(await findTemporal(process.env, () => undefined))}:${process.env['PATH'] ?? ''}`;
    const environment: Topology['environment'] = (service) => ({ PATH, HOME: folder, ...environmentOf(service, machine) });
    /** A job that fails is started again, as compose does where it says so. */
    const job = async (script: string, env: NodeJS.ProcessEnv, again = 0): Promise<void> => {
      const done = await run('/bin/sh', [JOBS(script)], 120_000, { env });
      return done.status !== 0 && again > 0 ? job(script, env, again - 1) : must(script, Promise.resolve(done));
    };
    const start = async (name: string, program: readonly string[], env: NodeJS.ProcessEnv, ready: () => Promise<boolean>) => {
      const [file = '', ...args] = program;
      const log = openLog(join(folder, `${name}.log`));
      const child = spawn(file, args, { cwd: ROOT, env, stdio: ['ignore', log, log] });
      started.push({ name, child });
      const isUp = await until(async () => child.exitCode !== null || (await ready()), 120_000);
      closeSync(log);
      if (!isUp || child.exitCode !== null)
        throw new Error(`${name} did not become ready\n${tailOf(join(folder, `${name}.log`), 30)}`);
    };
    const says = (name: string, words: string) => () =>
      Promise.resolve(tailOf(join(folder, `${name}.log`), 1_000).includes(words));

    for (const volume of ['files', 'seal-lists']) mkdirSync(join(folder, volume), { recursive: true });
    await job('make-certificates.sh', { PATH, CERTIFICATES: folder });
    const schema = { ...environment('temporal-schema'), POSTGRES_HOST: '127.0.0.1', POSTGRES_PORT: cluster.port };
    await job('set-up-schema.sh', schema);
    const own = Object.fromEntries(PARTS.map((part) => [`${part}_GRPC_PORT`, String(grpc[part])]));
    await start(
      'temporal',
      [join(programs, 'temporal-server'), 'start'],
      {
        ...environment('temporal'),
        ...own,
        ...member,
        FRONTEND_HTTP_PORT: String(http),
        POSTGRES_SEEDS: '127.0.0.1',
        DB_PORT: cluster.port,
        // what the image's entrypoint finds out about its container
        BIND_ON_IP: '127.0.0.1',
        TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1',
      },
      () => isListening(grpc.FRONTEND),
    );
    await job('set-up-namespace.sh', environment('temporal-namespace'), 10);
    await must(
      'deploy/migrate.mjs',
      run(process.execPath, commandOf('book-schema'), 120_000, { env: environment('book-schema'), cwd: ROOT }),
    );
    const pages = { ...environment('temporal-ui'), TEMPORAL_UI_PORT: String(ui) };
    const uiServer = [join(programs, 'ui-server'), '--root', dirname(uiConfig), '--env', 'docker', 'start'];
    await start('temporal-ui', uiServer, pages, () => isListening(ui));
    await start('worker', [process.execPath, ...commandOf('worker')], environment('worker'), says('worker', 'worker ready'));
    const gatewayEnv = {
      LUYUE_GATEWAY_ADDRESS: '127.0.0.1',
      LUYUE_GATEWAY_PORT: String(gateway),
      LUYUE_INNER_PORT: String(inner),
    };
    const gatewayProgram = [process.execPath, ...commandOf('gateway')];
    await start('gateway', gatewayProgram, { ...environment('gateway'), ...gatewayEnv }, says('gateway', 'gateway ready'));
    return {
      folder,
      cluster,
      grpc,
      environment,
      stop,
      pages: `http://127.0.0.1:${String(ui)}`,
      gateway: `http://127.0.0.1:${String(gateway)}`,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
