import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Guard } from './guard.js';
import { fullDisk, openLog, tailOf } from './log-file.js';
import { PlatformError } from './platform-error.js';
import { choosePorts, isFree, isListening, LOOPBACK, portInUse, type Ports } from './ports.js';
import { end } from './processes.js';
import { run } from './run.js';
import { SEARCH_ATTRIBUTES } from './search-attributes.js';
import { isServing } from './temporal-connection.js';
import { until } from './wait.js';

export interface TemporalServer {
  readonly address: string;
  /** Where its web pages are. */
  readonly ui: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface TemporalServerOptions {
  readonly binary: string;
  /** Holds the server's data (`temporal.db`) and log. */
  readonly folder: string;
  readonly namespace: string;
  readonly ports: Partial<Ports>;
  readonly env: NodeJS.ProcessEnv;
  /** A drill's data need not survive a power cut. */
  readonly drill: boolean;
  readonly guard: Guard;
}

/** Milliseconds in which the server must be healthy, and in which it must have stopped. */
const HEALTHY = 60_000;
const STOPPED = 15_000;

/** How often a start is tried again when a port was taken between choosing and using it. */
const STARTS = 3;

/**
 * Settings without which each workflow's own clock is late or wrong: skipping itself; no least interval
 * between runs (else continue-as-new lands on wrong days); timers on the millisecond, and no brake on them.
 */
const TIME_SKIPPING = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  'history.workflowIdReuseMinimalInterval="-100000h"',
  'history.timerProcessorMaxTimeShift="1ms"',
  'history.timerProcessorMaxPollRPS=10000',
  'history.timerProcessorMaxPollHostRPS=100000',
];

const argumentsFor = (options: TemporalServerOptions, ports: Partial<Ports>): string[] => [
  'server',
  'start-dev',
  ...['--ip', LOOPBACK, '--port', String(ports.temporal), '--ui-port', String(ports.ui)],
  ...['--http-port', String(ports.http), '--metrics-port', String(ports.metrics)],
  ...['--ui-disable-news-fetch', '--log-level', 'warn', '--log-format', 'json'],
  ...['--namespace', options.namespace, '--db-filename', join(options.folder, 'temporal.db')],
  ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', `synchronous=${options.drill ? 'off' : 'full'}`],
  ...TIME_SKIPPING.flatMap((setting) => ['--dynamic-config-value', setting]),
  ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
];

const launch = async (options: TemporalServerOptions, ports: Partial<Ports>, log: string): Promise<ChildProcess> => {
  const output = openLog(log);
  // Settings of somebody's own temporal command line have no business here.
  const env = Object.fromEntries(Object.entries(options.env).filter(([name]) => !name.startsWith('TEMPORAL_')));
  const child = spawn(options.binary, argumentsFor(options, ports), {
    stdio: ['ignore', output, output],
    detached: true,
    cwd: options.folder,
    env,
  });
  closeSync(output);
  // at once: whoever is killed while it starts must not leave it behind
  if (child.pid !== undefined) options.guard.watch(child.pid);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  child.on('error', () => undefined);
  return child;
};

/** Ends the server that a killed predecessor, and its guard with it, left on this data: two would destroy it. */
const endLeftOver = async (folder: string): Promise<void> => {
  const data = ` --db-filename ${join(folder, 'temporal.db')} `;
  const { output } = await run('ps', ['-A', '-ww', '-o', 'pid=,args='], 5_000);
  const left = output.split('\n').filter((line) => line.includes(' server start-dev ') && `${line} `.includes(data));
  for (const line of left) await end(Number.parseInt(line, 10), 'SIGINT', STOPPED);
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const failed = (log: string): PlatformError =>
  new PlatformError(
    'temporal-failed',
    `Temporal 服务没有启动成功,日志在 ${log}。`,
    `Temporal did not start. Its log is ${log}; it ends:\n${tailOf(log, 8)}`.trimEnd() + fullDisk(dirname(log)),
  );

const PORT_NAMES = ['temporal', 'ui', 'http', 'metrics'] as const;

/**
 * Starts a Temporal server with its web pages on this machine and waits until it serves. Throws
 * `port-in-use` for a port asked for by name, `temporal-failed` with the end of its log for anything else.
 */
export const startTemporal = async (options: TemporalServerOptions): Promise<TemporalServer> => {
  const log = join(options.folder, 'temporal.log');
  await endLeftOver(options.folder);
  for (let start = 1; ; start += 1) {
    const ports = await choosePorts(PORT_NAMES, options.ports, options.env);
    const address = `${LOOPBACK}:${String(ports.temporal)}`;
    const child = await launch(options, ports, log);
    const pid = child.pid ?? 0;
    const stop = async (): Promise<void> => {
      await end(pid, options.drill ? 'SIGKILL' : 'SIGINT', STOPPED);
      options.guard.forget(pid);
    };
    const serves = async (): Promise<boolean> =>
      (await isListening(ports.temporal ?? 0)) &&
      (await isServing(address, options.namespace)) &&
      (await isListening(ports.ui ?? 0));
    if ((await until(async () => hasEnded(child) || (await serves()), HEALTHY)) && !hasEnded(child)) {
      return { address, ui: `http://${LOOPBACK}:${String(ports.ui)}`, pid, stop };
    }
    await stop();
    if (!/address already in use/i.test(tailOf(log, 40)) || start === STARTS) throw failed(log);
    for (const name of PORT_NAMES) {
      const named = options.ports[name];
      if (named !== undefined && !(await until(() => isFree(named), STOPPED))) throw portInUse(name, named);
    }
  }
};
