import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lockFolder } from './folder-lock.js';
import { startGuard, type Guard } from './guard.js';
import { startMailsPage } from './mails-page.js';
import { PlatformError } from './platform-error.js';
import { portVariable, type PortName, type Ports } from './ports.js';
import { answers, startPostgres } from './postgres.js';
import { startSmtp } from './smtp.js';
import { findTemporal } from './temporal-binary.js';
import { keepHistories, prepareTemporal } from './temporal-connection.js';
import { startTemporal } from './temporal-server.js';

export interface PlatformOptions {
  /** Holds everything the platform keeps; made when it is not there. One platform at a time. */
  folder: string;
  /** Whether the data stays for the next start. Otherwise it is removed on stop, and when we are killed. */
  keepData: boolean;
  /** Ports that must be these; free ones are taken for the rest. */
  ports?: Partial<Ports>;
  /** A drill: fast instead of safe against power cuts, no mails page, ports never from the environment. */
  drill: boolean;
  /** Told what happens, a line at a time, for people. */
  log: (line: string) => void;
  /** Temporal's namespace; `default` unless said otherwise. */
  namespace?: string;
}

/** A running Temporal, PostgreSQL and mail server, ours or given by the environment. */
export interface Platform {
  temporalAddress: string;
  temporalUi?: string;
  namespace: string;
  databaseUrl: string;
  smtpUrl: string;
  /** The page that shows the mails. */
  mailsUrl?: string;
  /** Where the mails lie as `.eml` files, when the mail server is ours. */
  mailsFolder?: string;
  folder: string;
  pids: { temporal?: number; database?: number };
  /** What was started here; false for what the environment named. */
  started: { temporal: boolean; database: boolean; smtp: boolean };
  /** Ends other processes with this one, however it ends. */
  guard: Guard;
  /** Stops what was started, in order, and removes the data unless it is kept. Twice is once. */
  stop(): Promise<void>;
}

type Started = Omit<Platform, 'stop' | 'guard' | 'folder' | 'namespace'>;
type Undo = () => Promise<void>;

const given = (name: string): string | undefined => {
  const value = process.env[name];
  return value === undefined || value.trim() === '' ? undefined : value.trim();
};

/** Drills run side by side: the environment's ports are for the one platform in service. */
const environmentFor = (drill: boolean): NodeJS.ProcessEnv => {
  if (!drill) return process.env;
  const names: PortName[] = ['temporal', 'ui', 'http', 'metrics', 'database', 'smtp', 'mails'];
  const variables = new Set(names.map(portVariable));
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !variables.has(name)));
};

const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(1);

const temporalPart = async (options: PlatformOptions, guard: Guard, undo: Undo[]): Promise<Partial<Started>> => {
  const namespace = options.namespace ?? 'default';
  const address = given('TEMPORAL_ADDRESS');
  if (address !== undefined) {
    await prepareTemporal(address, namespace);
    return { temporalAddress: address };
  }
  const began = performance.now();
  const env = environmentFor(options.drill);
  const binary = await findTemporal(env, options.log);
  const server = await startTemporal({ ...options, binary, namespace, ports: options.ports ?? {}, env, guard });
  undo.push(() => server.stop());
  await prepareTemporal(server.address, namespace);
  if (options.keepData) await keepHistories(server.address, namespace);
  options.log(`Temporal 已就绪 · Temporal is ready: ${server.address} (${seconds(began)} s)`);
  return { temporalAddress: server.address, temporalUi: server.ui, pids: { temporal: server.pid } };
};

const databasePart = async (options: PlatformOptions, guard: Guard, undo: Undo[]): Promise<Partial<Started>> => {
  const url = given('DATABASE_URL');
  if (url !== undefined) {
    const answer = URL.canParse(url) ? await answers(url) : 'it is not a URL';
    if (answer === true) return { databaseUrl: url };
    throw new PlatformError(
      'database-unreachable',
      `连接不上 DATABASE_URL 所指的数据库。请检查地址、密码与网络;不设置它则在本机启动一个。`,
      `The database named by DATABASE_URL does not answer: ${answer}. Check address, password and network, or unset it to have one started here.`,
    );
  }
  const began = performance.now();
  const env = environmentFor(options.drill);
  const server = await startPostgres({ ...options, ports: options.ports ?? {}, env, guard });
  undo.push(async () => {
    await server.stop();
    if (!options.keepData) await rm(server.folder, { recursive: true, force: true });
  });
  options.log(`PostgreSQL 已就绪 · PostgreSQL is ready: ${server.description} (${seconds(began)} s)`);
  return { databaseUrl: server.url, pids: { database: server.pid } };
};

const mailPart = async (options: PlatformOptions, undo: Undo[]): Promise<Partial<Started>> => {
  const url = given('SMTP_URL');
  if (url !== undefined) {
    if (URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol)) return { smtpUrl: url };
    throw new PlatformError(
      'smtp-address',
      `SMTP_URL 应为 smtp://主机:端口 或 smtps://用户:密码@主机:端口。`,
      `SMTP_URL must be smtp://host:port or smtps://user:password@host:port.`,
    );
  }
  const env = environmentFor(options.drill);
  const ports = options.ports ?? {};
  const catcher = await startSmtp(join(options.folder, 'mails'), ports, env);
  undo.push(() => catcher.stop());
  const part = { smtpUrl: catcher.url, mailsFolder: catcher.folder };
  if (options.drill) return part;
  const page = await startMailsPage(catcher.folder, ports, env);
  undo.push(() => page.stop());
  return { ...part, mailsUrl: page.url };
};

/** Everything started so far, stopped in the opposite order; all of it, even where one part fails. */
const stopAll = async (undo: Undo[]): Promise<void> => {
  const failures: unknown[] = [];
  for (const step of undo.splice(0).reverse()) await step().catch((thrown: unknown) => failures.push(thrown));
  if (failures.length > 0) throw new AggregateError(failures, 'the platform did not stop cleanly');
};

const makeFolder = async (options: PlatformOptions, guard: Guard, undo: Undo[]): Promise<void> => {
  await mkdir(options.folder, { recursive: true });
  const isOurs = (await readdir(options.folder)).length === 0;
  const unlock = await lockFolder(options.folder);
  if (!options.keepData && isOurs) guard.sweep(options.folder);
  undo.push(async () => {
    await unlock();
    if (options.keepData) return;
    const own = isOurs ? [''] : ['mails', 'temporal.db', 'temporal.db-wal', 'temporal.db-shm', 'temporal.log', 'worker.log'];
    for (const name of own) await rm(join(options.folder, name), { recursive: true, force: true });
  });
};

/**
 * Starts a whole platform in a folder: Temporal with its web pages, PostgreSQL and a mail server that keeps
 * mails. What `TEMPORAL_ADDRESS`, `DATABASE_URL` or `SMTP_URL` name is used instead and never stopped. Throws
 * a PlatformError that says what to do; nothing is left running then.
 */
export const startPlatform = async (wanted: PlatformOptions): Promise<Platform> => {
  const options = { ...wanted, folder: resolve(wanted.folder) };
  const guard = startGuard();
  const undo: Undo[] = [
    () => {
      guard.release();
      return Promise.resolve();
    },
  ];
  try {
    await makeFolder(options, guard, undo);
    const parts = await Promise.allSettled([
      temporalPart(options, guard, undo),
      databasePart(options, guard, undo),
      mailPart(options, undo),
    ]);
    const [temporal, database, mail] = parts.map((part) => {
      if (part.status === 'rejected') throw part.reason;
      return part.value;
    });
    const { temporalAddress = '', temporalUi, pids: { temporal: temporalPid } = {} } = temporal ?? {};
    const { databaseUrl = '', pids: { database: databasePid } = {} } = database ?? {};
    const { smtpUrl = '', mailsUrl, mailsFolder } = mail ?? {};
    return {
      ...{ temporalAddress, databaseUrl, smtpUrl, folder: options.folder, namespace: options.namespace ?? 'default', guard },
      ...(temporalUi === undefined ? {} : { temporalUi }),
      ...(mailsUrl === undefined ? {} : { mailsUrl }),
      ...(mailsFolder === undefined ? {} : { mailsFolder }),
      pids: {
        ...(temporalPid === undefined ? {} : { temporal: temporalPid }),
        ...(databasePid === undefined ? {} : { database: databasePid }),
      },
      started: { temporal: temporalPid !== undefined, database: databasePid !== undefined, smtp: mailsFolder !== undefined },
      stop: () => stopAll(undo),
    };
  } catch (thrown) {
    await stopAll(undo).catch(() => undefined);
    throw thrown;
  }
};
