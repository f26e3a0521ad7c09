import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { logTo, tailOf } from './log-file.js';
import type { Platform } from './platform.js';
import { PlatformError } from './platform-error.js';
import { end } from './processes.js';
import { wholePaths } from './whole-paths.js';

export interface WorkerProcessOptions {
  readonly platform: Platform;
  readonly taskQueue: string;
  /** Further environment for the worker; it wins over ours. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface WorkerProcess {
  /** The process id of the worker that runs now; another one after `restart`. */
  readonly pid: number;
  /** Lets the worker finish what it holds, then waits until it is gone. */
  stop(): Promise<void>;
  /** Kills it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Starts a new worker in place of one that was stopped or killed (or stops it first). */
  restart(): Promise<void>;
}

/** The line by which a worker says that it takes tasks. */
const READY = 'worker ready';

/** Milliseconds until a worker is ready, and until it has finished what it holds. */
const READY_WITHIN = 90_000;
const STOPPED = 22_000;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const IS_SOURCE = import.meta.url.endsWith('.ts');

/**
 * From the built product, the built worker. From source (tests), the source through tsx, unless `LUYUE_WORKER`
 * says `built`, as the test run does after it has seen that the build is fresh.
 */
const programOf = (): string[] => {
  if (!IS_SOURCE) return [join(ROOT, 'worker/main.js')];
  if (process.env['LUYUE_WORKER'] === 'built') return [join(ROOT, 'dist/worker/main.js')];
  return ['--import', 'tsx', join(ROOT, 'worker/main.ts')];
};

/** A server that was started here is spoken to in the clear, whatever the environment says of another. */
export const NO_TLS = { TEMPORAL_TLS_CA: '', TEMPORAL_TLS_CERT: '', TEMPORAL_TLS_KEY: '', TEMPORAL_TLS_SERVER_NAME: '' };

/** What a worker on a platform finds in its environment; it runs in another folder than we. */
export const workerEnvironment = ({ platform, taskQueue, env }: WorkerProcessOptions): NodeJS.ProcessEnv =>
  wholePaths({
    ...process.env,
    ...(platform.started.temporal ? NO_TLS : {}),
    PLATFORM: 'embedded',
    TEMPORAL_ADDRESS: platform.temporalAddress,
    TEMPORAL_NAMESPACE: platform.namespace,
    DATABASE_URL: platform.databaseUrl,
    SMTP_URL: platform.smtpUrl,
    TASK_QUEUE: taskQueue,
    TZ: 'UTC',
    ...env,
  });

const launch = (options: WorkerProcessOptions): ChildProcess =>
  spawn(process.execPath, ['--enable-source-maps', ...programOf()], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    cwd: IS_SOURCE ? ROOT : join(ROOT, '..'),
    env: workerEnvironment(options),
  });

const notReady = (log: string, chinese: string, english: string): PlatformError =>
  new PlatformError('worker-failed', `${chinese},日志在 ${log}。`, `${english}. Its log is ${log}; it ends:\n${tailOf(log, 12)}`);

/** Resolves when the worker says that it is ready; all it prints goes to its log, for as long as it runs. */
const readiness = (child: ChildProcess, log: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const file = logTo(log);
    const late = setTimeout(() => {
      reject(notReady(log, '工作进程迟迟没有就绪', 'The worker did not become ready in time'));
    }, READY_WITHIN);
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        file.line(line);
        if (line.includes(READY)) {
          clearTimeout(late);
          resolve();
        }
      });
    }
    child.once('error', (error) => {
      reject(notReady(log, '工作进程无法启动', `The worker cannot be started (${error.message})`));
    });
    child.once('close', () => {
      clearTimeout(late);
      reject(notReady(log, '工作进程在就绪之前退出', 'The worker ended before it was ready'));
      file.close();
    });
  });

/**
 * Starts a worker of its own process on a platform and waits until it takes tasks. It ends with us, however we
 * end. Throws `worker-failed` with the end of its log (`worker.log` in the platform's folder).
 */
export const startWorkerProcess = async (options: WorkerProcessOptions): Promise<WorkerProcess> => {
  const { guard, folder } = options.platform;
  let pid = 0;
  let running = false;
  const halt = async (asking: NodeJS.Signals): Promise<void> => {
    if (!running) return;
    running = false;
    await end(pid, asking, STOPPED);
    guard.forget(pid);
  };
  const start = async (): Promise<void> => {
    const child = launch(options);
    pid = child.pid ?? 0;
    if (child.pid !== undefined) guard.watch(child.pid);
    running = true;
    try {
      await readiness(child, join(folder, 'worker.log'));
    } catch (thrown) {
      await halt('SIGKILL');
      throw thrown;
    }
  };
  await start();
  return {
    get pid() {
      return pid;
    },
    stop: () => halt('SIGTERM'),
    kill: () => halt('SIGKILL'),
    restart: async () => {
      await halt('SIGTERM');
      await start();
    },
  };
};
