import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOOPBACK } from './ports.js';

/** A page or a service that this machine alone reaches. */
export interface OnLoopback {
  readonly url: string;
  /** Does not wait for whoever still reads. */
  stop(): Promise<void>;
}

/** Answers on a port of this machine, a free one where it is 0; nobody waits for it to end. Throws where the port is held. */
export async function onLoopback(answer: RequestListener, port: number): Promise<OnLoopback> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  return {
    url: `http://${LOOPBACK}:${String((server.address() as AddressInfo).port)}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
