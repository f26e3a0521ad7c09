import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Theatre } from '../client/drill/stage.js';
import { end } from '../embedded/processes.js';

const PROGRAM = fileURLToPath(new URL('../dist/gateway/main.js', import.meta.url));
const READY = /^gateway ready on (\d+)/;
const READY_MS = 30_000;
const GONE_MS = 32_000;
const LOOK_MS = 250;
const KB = 1_024;

/** What a process needs while it works: memory in bytes, sampled, and its peak as the kernel counts it; seconds of processor. */
export interface Needed {
  readonly samples: readonly number[];
  readonly peak: number;
  /** What its main thread had of a processor, and how long it waited for one that others held. */
  readonly ran: number;
  readonly waited: number;
}

export interface GatewayProcess {
  readonly port: number;
  /** Counts anew from now on; what is answered ends the counting. */
  watch(): Promise<() => Promise<Needed>>;
  stop(): Promise<void>;
}

async function memoryOf(pid: number): Promise<{ rss: number; peak: number }> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'latin1');
  const kB = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? NaN);
  return { rss: kB('VmRSS') * KB, peak: kB('VmHWM') * KB };
}

const NANOSECONDS = 1e9;
async function processorOf(pid: number): Promise<{ ran: number; waited: number }> {
  const [ran = NaN, waited = NaN] = (await readFile(`/proc/${String(pid)}/task/${String(pid)}/schedstat`, 'latin1'))
    .split(' ')
    .map(Number);
  return { ran: ran / NANOSECONDS, waited: waited / NANOSECONDS };
}

async function watch(pid: number): Promise<() => Promise<Needed>> {
  // 5 has the kernel forget the peak so far
  await writeFile(`/proc/${String(pid)}/clear_refs`, '5');
  const before = await processorOf(pid);
  const samples: number[] = [];
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      samples.push((await memoryOf(pid)).rss);
      await pause(LOOK_MS);
    }
  })();
  return async () => {
    stopping.abort();
    await watching;
    const { ran, waited } = await processorOf(pid);
    return { samples, peak: (await memoryOf(pid)).peak, ran: ran - before.ran, waited: waited - before.waited };
  };
}

/** Starts the built gateway in a process of its own, on the servers of a theatre that puts nothing before its workflow ids. */
export async function startGatewayProcess(
  { platform, taskQueue }: Theatre,
  env: Readonly<Record<string, string>>,
): Promise<GatewayProcess> {
  const child = spawn(process.execPath, [PROGRAM], {
    stdio: ['ignore', 'pipe', openSync(join(platform.folder, 'gateway.log'), 'a')],
    env: {
      ...process.env,
      PLATFORM: 'rehearsal',
      DATABASE_URL: platform.databaseUrl,
      TASK_QUEUE: taskQueue,
      TEMPORAL_ADDRESS: platform.temporalAddress,
      TEMPORAL_NAMESPACE: platform.namespace,
      LUYUE_GATEWAY_PORT: '0',
      LUYUE_INNER_PORT: '0',
      TZ: 'UTC',
      ...env,
    },
  });
  const { pid, stdout } = child;
  if (pid === undefined || !stdout) throw new Error('the gateway cannot be started');
  platform.guard.watch(pid);
  const port = await new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error('the gateway was not ready in time'));
    }, READY_MS);
    createInterface({ input: stdout }).on('line', (line) => {
      const [, said] = READY.exec(line) ?? [];
      if (said === undefined) return;
      clearTimeout(late);
      resolve(Number(said));
    });
    child.once('close', () => {
      reject(new Error('the gateway ended before it was ready'));
    });
  });
  return {
    port,
    watch: () => watch(pid),
    stop: async () => {
      await end(pid, 'SIGTERM', GONE_MS);
      platform.guard.forget(pid);
    },
  };
}
