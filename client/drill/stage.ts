import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection, WorkflowClient, WorkflowNotFoundError } from '@temporalio/client';
import { addressOf, writingTo } from '../../desk/reach/connection.js';
import { reachIn } from '../../desk/reach/settings.js';
import { startPlatform, type Platform } from '../../embedded/platform.js';
import { startWorkerProcess, type WorkerProcess } from '../../embedded/worker-process.js';
import { Book } from '../../records/book.js';
import { outboxIdOf, OUTBOX_TYPE } from '../../workflows/ids.js';
import { ownDatabase } from './database.js';

/** Everything a drill plays on: a platform, a database and a worker of its own. */
export interface Theatre {
  readonly platform: Platform;
  readonly worker: WorkerProcess;
  readonly connection: Connection;
  readonly client: WorkflowClient;
  readonly book: Book;
  readonly taskQueue: string;
  /** Before every workflow id: drills share a server. */
  readonly prefix: string;
  /** Ends what the drill started, on a server of others its workflows too. */
  close(): Promise<void>;
}

const LANES = 8;

/** Starts a theatre, step by step; what was started is stopped again where a later step fails. `emptyBook`: see `ownDatabase`; `startWorker`: where the worker is no process of its own. */
export async function openTheatre(
  log: (line: string) => void,
  env: NodeJS.ProcessEnv = {},
  {
    emptyBook,
    startWorker = startWorkerProcess,
  }: { readonly emptyBook?: string; readonly startWorker?: typeof startWorkerProcess } = {},
): Promise<Theatre> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = await mkdtemp(join(tmpdir(), 'luyue-drill-'));
    const platform = await startPlatform({ folder, keepData: false, drill: true, log });
    undo.push(() => platform.stop());
    const database = await ownDatabase(platform.databaseUrl, emptyBook);
    if (!platform.started.database) undo.push(() => database.drop());
    const own: Platform = { ...platform, databaseUrl: database.url };

    const name = `drill-${randomBytes(4).toString('hex')}`;
    const prefix = `${name}/`;
    const reach = reachIn({ ...process.env, ...env }, platform.temporalAddress, platform.namespace);
    const connection = await Connection.connect(addressOf(reach));
    undo.push(() => connection.close());
    const client = new WorkflowClient({ connection, ...writingTo(reach) });
    const book = new Book(database.url, { maxConnections: LANES });
    undo.push(() => book.close());
    const worker = await startWorker({
      platform: own,
      taskQueue: name,
      env: { SWEEP_SECONDS: '0', WORKFLOW_PREFIX: prefix, PLATFORM: 'rehearsal', ...env },
    });
    undo.push(() => worker.stop());
    // a worker that sweeps may have begun it already
    const outbox = { workflowId: outboxIdOf(prefix), taskQueue: name, workflowIdConflictPolicy: 'USE_EXISTING' } as const;
    await client.start(OUTBOX_TYPE, { ...outbox, args: [] });
    if (!platform.started.temporal) undo.push(() => terminateAll(client, prefix));
    return { platform: own, worker, connection, client, book, taskQueue: name, prefix, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

/** A drill leaves nothing running on a server that is not its own; what is listed may have ended meanwhile. */
async function terminateAll(client: WorkflowClient, prefix: string): Promise<void> {
  for await (const { workflowId } of client.list({ query: `WorkflowId STARTS_WITH "${prefix}" AND ExecutionStatus = "Running"` }))
    await client
      .getHandle(workflowId)
      .terminate('the drill is over')
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
}
