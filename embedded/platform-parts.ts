import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guard } from './guard.js';
import { startMailsPage } from './mails-page.js';
import { undeliveredIn } from './undelivered.js';
import { PlatformError } from './platform-error.js';
import { choosePorts, portVariable, type PortName, type Ports } from './ports.js';
import type { PlatformOptions } from './platform-options.js';
import { answers, startPostgres } from './postgres.js';
import { startSmtp } from './smtp.js';
import { findTemporal } from './temporal-binary.js';
import { keepHistories, prepareTemporal } from './temporal-connection.js';
import { showTemporalPages } from './temporal-pages.js';
import { startTemporal } from './temporal-server.js';

/** What a part is started with; what it starts it adds to `undo`, the last to be undone first. */
export interface Making {
  readonly options: PlatformOptions;
  readonly namespace: string;
  readonly guard: Guard;
  readonly undo: (() => Promise<void>)[];
}

export interface TemporalPart {
  readonly address: string;
  /** The server we started: its pages and its process. */
  readonly own?: { readonly ui: string; readonly pid: number };
}

export interface DatabasePart {
  readonly url: string;
  readonly own?: { readonly pid: number };
}

export interface MailPart {
  readonly url: string;
  /** The server we started: where its mails lie, and the page that shows them. */
  readonly own?: { readonly folder: string; readonly page?: string };
}

const given = (name: string): string | undefined => {
  const value = process.env[name]?.trim();
  return value === '' ? undefined : value;
};

const PORTS: readonly PortName[] = ['temporal', 'ui', 'http', 'metrics', 'database', 'smtp', 'mails', 'gateway', 'inner'];

/** Drills run side by side: the environment's ports are for the one platform in service. */
const environmentFor = (drill: boolean): NodeJS.ProcessEnv => {
  if (!drill) return process.env;
  const variables = new Set(PORTS.map(portVariable));
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !variables.has(name)));
};

const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(1);

/** The port that people know is that of the pages for looking; the server's own pages take any other. */
const behindPages = (wanted: Partial<Ports> = {}, env: NodeJS.ProcessEnv) => {
  const without = (name: string) => name !== 'ui' && name !== portVariable('ui');
  const less = <T extends object>(all: T) => Object.fromEntries(Object.entries(all).filter(([name]) => without(name))) as T;
  return { ports: less(wanted), env: less(env) };
};

/** The Temporal that `TEMPORAL_ADDRESS` names, with our search attributes registered; else one of our own. */
export const temporalPart = async ({ options, namespace, guard, undo }: Making): Promise<TemporalPart> => {
  const named = given('TEMPORAL_ADDRESS');
  if (named !== undefined) {
    await prepareTemporal(named, namespace);
    return { address: named };
  }
  const began = performance.now();
  const env = environmentFor(options.drill);
  const binary = await findTemporal(env, options.log);
  const server = await startTemporal({ ...options, binary, namespace, ...behindPages(options.ports, env), guard });
  undo.push(() => server.stop());
  const { ui = 0 } = await choosePorts(['ui'], options.ports ?? {}, env);
  const pages = await showTemporalPages(server.ui, ui);
  undo.push(() => pages.stop());
  await prepareTemporal(server.address, namespace);
  if (options.keepData) await keepHistories(server.address, namespace);
  options.log(`Temporal 已就绪 · Temporal is ready: ${server.address} (${seconds(began)} s)`);
  return { address: server.address, own: { ui: pages.url, pid: server.pid } };
};

/** The database that `DATABASE_URL` names, if it answers; else one of our own. */
export const databasePart = async ({ options, guard, undo }: Making): Promise<DatabasePart> => {
  const named = given('DATABASE_URL');
  if (named !== undefined) {
    const answer = URL.canParse(named) ? await answers(named) : 'it is not a URL';
    if (answer === true) return { url: named };
    throw new PlatformError(
      'database-unreachable',
      '连接不上 DATABASE_URL 所指的数据库。请检查地址、密码与网络;不设置它则在本机启动一个。',
      `The database named by DATABASE_URL does not answer: ${answer}. Check address, password and network, or unset it to have one started here.`,
    );
  }
  const began = performance.now();
  const server = await startPostgres({ ...options, ports: options.ports ?? {}, env: environmentFor(options.drill), guard });
  undo.push(async () => {
    await server.stop();
    if (!options.keepData) await rm(server.folder, { recursive: true, force: true });
  });
  options.log(`PostgreSQL 已就绪 · PostgreSQL is ready: ${server.description} (${seconds(began)} s)`);
  return { url: server.url, own: { pid: server.pid } };
};

/** The mail server that `SMTP_URL` names, not spoken to yet; else one of our own that keeps mails. */
export const mailPart = async ({ options, undo }: Making, database: Promise<DatabasePart>): Promise<MailPart> => {
  const named = given('SMTP_URL');
  if (named !== undefined) {
    if (URL.canParse(named) && /^smtps?:$/.test(new URL(named).protocol)) return { url: named };
    throw new PlatformError(
      'smtp-address',
      'SMTP_URL 应为 smtp://主机:端口 或 smtps://用户:密码@主机:端口。',
      'SMTP_URL must be smtp://host:port or smtps://user:password@host:port.',
    );
  }
  const env = environmentFor(options.drill);
  const catcher = await startSmtp(join(options.folder, 'mails'), options.ports ?? {}, env);
  undo.push(() => catcher.stop());
  if (options.drill) return { url: catcher.url, own: { folder: catcher.folder } };
  const page = await startMailsPage(catcher.folder, options.ports ?? {}, env, async () => undeliveredIn((await database).url));
  undo.push(() => page.stop());
  return { url: catcher.url, own: { folder: catcher.folder, page: page.url } };
};
