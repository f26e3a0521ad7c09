import { connect, createServer, type Server } from 'node:net';
import { PlatformError } from './platform-error.js';
import { until } from './wait.js';

/** The TCP ports of one platform, all on the loopback interface. */
export interface Ports {
  /** Temporal's gRPC front end. */
  temporal: number;
  /** Temporal's web pages. */
  ui: number;
  /** Temporal's HTTP API. */
  http: number;
  /** Temporal's own measurements. */
  metrics: number;
  database: number;
  smtp: number;
  /** The page that shows the mails. */
  mails: number;
  /** The pages and the API. */
  gateway: number;
  /** What operators' machines ask. */
  inner: number;
}

export type PortName = keyof Ports;

export const LOOPBACK = '127.0.0.1';

/** The environment variable by which an operator moves a port. */
export const portVariable = (name: PortName): string => `LUYUE_${name.toUpperCase()}_PORT`;

/** Milliseconds for which a named port may still be held by a server that is just stopping. */
const STOPPING = 6_000;

const listening = (port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      resolve(server);
    });
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });

/** Whether nobody listens on a port now. */
export const isFree = async (port: number): Promise<boolean> => {
  try {
    await closed(await listening(port));
    return true;
  } catch {
    return false;
  }
};

/** Whether somebody listens on a port now; unlike `isFree` it does not take the port even for a moment. */
export const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: LOOPBACK });
    const answer = (listens: boolean) => (): void => {
      socket.destroy();
      resolve(listens);
    };
    socket.once('connect', answer(true));
    socket.once('error', answer(false));
    socket.setTimeout(1_000, answer(false));
  });

/** As many different free ports as asked for. */
export const freePorts = async (count: number): Promise<number[]> => {
  const servers = await Promise.all(Array.from({ length: count }, () => listening(0)));
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
    return address.port;
  });
  await Promise.all(servers.map(closed));
  return ports;
};

/** Thrown when a port that was asked for by name is held by another program. */
export const portInUse = (name: PortName, port: number): PlatformError =>
  new PlatformError(
    'port-in-use',
    `端口 ${port}(${name})已被其他程序占用。请先停止占用它的程序(查看:ss -ltnp 'sport = :${port}'),或者用环境变量 ${portVariable(name)} 换一个端口。`,
    `Port ${port} (${name}) is in use by another program. Stop that program (to see which: ss -ltnp 'sport = :${port}') or choose another port with ${portVariable(name)}.`,
  );

const fromEnvironment = (name: PortName, env: NodeJS.ProcessEnv): number | undefined => {
  const text = env[portVariable(name)];
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new PlatformError(
    'port-in-use',
    `环境变量 ${portVariable(name)} 的值 “${text}” 不是端口号(1–65535)。`,
    `${portVariable(name)} is “${text}”, which is not a port (1–65535).`,
  );
};

/**
 * The ports for `names`: what the environment says (when asked), else what was asked for, else a free one.
 * Waits a few seconds for a named port whose holder is just stopping. Throws `port-in-use`.
 */
export const choosePorts = async (
  names: readonly PortName[],
  wanted: Partial<Ports>,
  env: NodeJS.ProcessEnv,
): Promise<Partial<Ports>> => {
  const chosen: Partial<Ports> = {};
  for (const name of names) {
    const port = fromEnvironment(name, env) ?? wanted[name];
    if (port === undefined) continue;
    if (!(await until(() => isFree(port), STOPPING))) throw portInUse(name, port);
    chosen[name] = port;
  }
  const missing = names.filter((name) => chosen[name] === undefined);
  const free = await freePorts(missing.length);
  missing.forEach((name, index) => {
    const port = free[index];
    if (port !== undefined) chosen[name] = port;
  });
  return chosen;
};
