import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowClient } from '@temporalio/client';
import { choosePorts, LOOPBACK, type Ports } from '../embedded/ports.js';
import { refuse } from '../domain/model/refusal.js';
import { startGateway, type RunningGateway, type StartOptions } from '../gateway/start.js';
import { makeTestIssuer, testIssuer } from '../gateway/test-issuer.js';
import type { Book } from '../records/book.js';
import { UsageError } from './failure.js';
import { rehearsalOn, stampFor } from './rehearsal.js';
import { TASK_QUEUE, type Service } from './service.js';

export interface GatewayWanted {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly folder: string;
  readonly ports: Partial<Ports>;
  readonly service: Service;
}

/** By which clock an act on the platform of a folder is stamped: a demonstration's, where it is about its units. */
const clockIn =
  ({ book, folder, service }: GatewayWanted): StartOptions['stamp'] =>
  async (concerned) => {
    try {
      const clock = await stampFor(rehearsalOn(service, Date.now(), folder), { ...concerned, book });
      if (!('problem' in clock)) return clock.stamp;
      const [zh = '', en = zh] = clock.problem.message.split(' / ');
      return refuse('cycle-closed', zh, en);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      return refuse('bad-input', error.message, error.message);
    }
  };

/** The gateway of a platform on one machine, in this process: its address, for people and programs. */
export async function openGateway(wanted: GatewayWanted): Promise<RunningGateway & { readonly url: string }> {
  const { book, client, folder, ports } = wanted;
  const { gateway: port = 0, inner: innerPort = 0 } = await choosePorts(['gateway', 'inner'], ports, process.env);
  await makeTestIssuer(folder);
  const issuer = testIssuer(folder);
  const running = await startGateway({
    ...{ book, client, taskQueue: TASK_QUEUE, issuers: issuer ? [issuer] : [], stamp: clockIn(wanted) },
    ...{ port, address: LOOPBACK, innerPort, innerAddress: LOOPBACK },
    log: (line) => {
      appendFileSync(join(folder, 'gateway.log'), `${line}\n`);
    },
  });
  return { ...running, url: `http://${LOOPBACK}:${String(running.port)}` };
}
