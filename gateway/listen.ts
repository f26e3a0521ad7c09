import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { rawNo } from './around.js';
import { HEADERS_MOST, wrongHead } from './request-head.js';

/** Every wait for an asker ends, in milliseconds; what one says before the body is bounded. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
/** A file may come over a slow line; who sends nothing for a while is cut off by whoever reads it. */
const FILES_MS = 900_000;
const IDLE_MS = 5_000;
const LOOK_MS = 1_000;
/** So long an asker may take to read why it was cut off. */
const TOLD_MS = 2_000;
const HEADER_BYTES = 16 * 1_024;

export interface Listening {
  readonly port: number;
  /** Takes no more; what is being answered is answered first, for so long. */
  close(graceMs?: number): Promise<void>;
}

const STATUS_OF: Readonly<Record<string, 400 | 408 | 431>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const bringsFiles = ({ method, url = '' }: IncomingMessage): boolean => method === 'POST' && /\/files(?:\?|$)/.test(url);

/** What is not there as a whole in its time is told so, as the server itself does later. */
const timed =
  (server: Server) =>
  (asked: IncomingMessage): void => {
    if (asked.complete || bringsFiles(asked)) return;
    const late = setTimeout(() => {
      const error = Object.assign(new Error('too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
      if (!asked.complete) server.emit('clientError', error, asked.socket);
    }, REQUEST_MS);
    asked.once('end', () => {
      clearTimeout(late);
    });
    asked.once('close', () => {
      clearTimeout(late);
    });
  };

/** Says no on the bare connection, and ends it: who was told and does not hang up would keep it as long as they please. */
const turnAway = (socket: Duplex, status: 400 | 408 | 431): void => {
  socket.end(rawNo(status));
  setTimeout(() => socket.destroy(), TOLD_MS).unref();
};

/** A server that hands on no request whose head can be read in two ways. */
const serverOf: typeof createServer = (...given: readonly unknown[]) => {
  const [options, listener] = given as Parameters<typeof createServer>;
  return createServer(options, (asked, answer) => {
    const status = wrongHead(asked);
    if (status === undefined) listener?.(asked, answer);
    else turnAway(asked.socket, status);
  });
};

const GRACE_MS = 15_000;

const closed = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });

/** What answers requests: an application of Hono of whatever kind. */
interface Answering {
  readonly fetch: Parameters<typeof createAdaptorServer>[0]['fetch'];
}

/** Listens, with bounds on what an asker may take. Throws where the port is held. */
export async function listen(
  app: Answering,
  { port, address }: { readonly port: number; readonly address: string },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env),
    createServer: serverOf,
    serverOptions: {
      headersTimeout: HEADERS_MS,
      requestTimeout: FILES_MS,
      keepAliveTimeout: IDLE_MS,
      connectionsCheckingInterval: LOOK_MS,
      maxHeaderSize: HEADER_BYTES,
      requireHostHeader: false,
    },
  }) as Server;
  server.maxHeadersCount = HEADERS_MOST + 1;
  server.prependListener('request', timed(server));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    turnAway(socket, STATUS_OF[error.code ?? ''] ?? 400);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: address }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a TCP server without a port');
  return { port: bound.port, close: (graceMs = GRACE_MS) => closed(server, graceMs) };
}
