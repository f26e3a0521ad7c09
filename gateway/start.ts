import type { WorkflowClient } from '@temporalio/client';
import type { Book } from '../records/book.js';
import { DeskFront } from './desk-front.js';
import { makeGateway, type GatewayParts } from './gateway.js';
import { innerApp } from './inner.js';
import { listen } from './listen.js';
import { isEnded } from '../parties/sessions.js';
import { Measures } from './measures.js';
import { peopleOf } from './people.js';
import type { FrontDesk } from '../desk/port.js';
import { keepForgetting } from './sign-in/forgetting.js';

export interface StartOptions extends Pick<
  GatewayParts,
  'issuers' | 'rates' | 'proxies' | 'mount' | 'log' | 'provider' | 'temporalUrl' | 'now' | 'twin' | 'files' | 'seals' | 'sealer'
> {
  readonly book: Book;
  readonly client: WorkflowClient;
  readonly taskQueue: string;
  readonly front?: FrontDesk;
  readonly port: number;
  readonly address: string;
  readonly innerPort: number;
  readonly innerAddress: string;
}

export interface RunningGateway {
  readonly port: number;
  readonly innerPort: number;
  /** Says that it is not ready, takes no more, answers what it has, and is gone. */
  stop(): Promise<void>;
}

/** Starts the gateway: pages and API on one port, what operators' machines ask on another. */
export async function startGateway(options: StartOptions): Promise<RunningGateway> {
  const { book, client, taskQueue, port, address, innerPort, innerAddress } = options;
  const measures = new Measures();
  const people = peopleOf(book.pool, options.provider?.madeUp === true ? options.provider.settings.issuer : undefined);
  const forgetting = keepForgetting(book.pool);
  let stopping = false;
  const front = options.front ?? new DeskFront({ book, client, taskQueue, ...(options.now ? { now: options.now } : {}) });
  const outer = await listen(
    makeGateway({ ...options, isEnded: (token) => isEnded(book.pool, token), front, people, measures }),
    {
      port,
      address,
    },
  );
  try {
    const inner = await listen(
      innerApp(book, measures, () => stopping),
      { port: innerPort, address: innerAddress },
    );
    return {
      port: outer.port,
      innerPort: inner.port,
      stop: async () => {
        stopping = true;
        forgetting();
        await outer.close();
        await inner.close();
      },
    };
  } catch (error) {
    await outer.close();
    throw error;
  }
}
