import { Connection, WorkflowClient } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { approvalActivities } from '../activities/approvals.js';
import { smtpMailer } from '../activities/adapters/mail.js';
import { caseActivities } from '../activities/carry-out.js';
import { checkActivities } from '../activities/check-book.js';
import { outboxActivities } from '../activities/deliver.js';
import { sendLetter } from '../activities/send-letter.js';
import { Lanes, RHYTHM } from '../activities/lanes.js';
import { byNight } from '../documents/files/by-night.js';
import { filesFrom } from '../documents/files/kept-where.js';
import { listsHourly } from '../documents/seals/fetching.js';
import { listPlacesIn } from '../documents/seals/settings.js';
import { stampingIn } from '../documents/time-stamps/settings.js';
import { stampingNowAndThen } from '../documents/time-stamps/stamping.js';
import { addressOf, writingTo } from '../desk/reach/connection.js';
import { seeChanges } from '../regulation/changed.js';
import { rulebookNamed } from '../regulation/named.js';
import { listIn } from '../regulation/values.js';
import { tellUnsigned } from '../parties/tell-unsigned.js';
import { beginStandingWork } from '../desk/standing.js';
import { sweep } from '../desk/sweep.js';
import { Book } from '../records/book.js';
import { markReturned } from '../records/deliveries.js';
import { tellMissedNights } from '../records/nights-missed.js';
import { claimPlatform } from '../records/platform.js';
import { auctionWork } from './auctions.js';
import { workflows } from './bundle.js';
import { cityWork } from './city.js';
import { lettersBy } from './letters.js';
import type { Settings } from './settings.js';

const SHIFT_MS = 600_000;

const pausesOf = (settings: Settings) => {
  const pauses = { beforeMs: settings.PAUSE_BEFORE_COMMIT, afterMs: settings.PAUSE_AFTER_COMMIT, keys: settings.PAUSE_KEYS };
  return pauses.beforeMs + pauses.afterMs > 0 ? pauses : undefined;
};

/** Which build of which deployment this worker is; nothing where workers are not versioned. A run stays with its build. */
const versionOf = ({ DEPLOYMENT: deploymentName, BUILD_ID: buildId }: Settings): Pick<WorkerOptions, 'workerDeploymentOptions'> =>
  deploymentName === undefined || buildId === undefined
    ? {}
    : {
        workerDeploymentOptions: {
          version: { deploymentName, buildId },
          useWorkerVersioning: true,
          defaultVersioningBehavior: 'PINNED',
        },
      };

/** In service: begins the standing work, then looks for forgotten acts, and after the standing work, while the worker runs. */
async function serve(settings: Settings, book: Book, stop: AbortSignal, fromOutside: () => Promise<void>): Promise<void> {
  const { TEMPORAL_NAMESPACE: namespace, TASK_QUEUE: taskQueue, WORKFLOW_PREFIX: prefix } = settings;
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  const connection = await Connection.connect(addressOf(settings));
  try {
    const returns = settings.RETURNS_IMAP_URL;
    const besides = async (): Promise<void> => {
      await beginStandingWork(connection, namespace, taskQueue, prefix);
      await tellMissedNights(book.pool, Date.now());
      await fromOutside().catch((error: unknown) => {
        log(`what comes from outside did not come: ${String(error)}`);
      });
      if (returns === undefined) return;
      // what reads a mailbox is large, and few workers have one
      const { readReturns } = await import('../activities/adapters/returns.js');
      await readReturns(returns, ({ localPart, said }) => markReturned(book.pool, localPart, said));
    };
    await besides().catch((error: unknown) => {
      log(`standing work is not begun yet: ${String(error)}`);
    });
    const client = new WorkflowClient({ connection, ...writingTo(settings) });
    await sweep({ book, client, taskQueue, prefix, everyMs: settings.SWEEP_SECONDS * 1_000, log, besides }, stop);
  } finally {
    await connection.close();
  }
}

/** Runs a worker until it is told to stop; what it holds is finished first. `ready`: it takes tasks from now on. */
export async function runWorker(settings: Settings, stop: AbortSignal, ready: () => void): Promise<void> {
  seeChanges(() => performance.now());
  const over = new AbortController();
  const stopping = AbortSignal.any([stop, over.signal]);
  const book = new Book(settings.DATABASE_URL, { maxConnections: settings.DATABASE_CONNECTIONS });
  await claimPlatform(book.pool, settings.PLATFORM);
  const mailer = smtpMailer(settings.SMTP_URL, settings.MAIL_FROM, RHYTHM.lanesWithSlow);
  const { ways, house, gathering } = lettersBy(settings, mailer);
  const lanes = new Lanes(book, sendLetter(ways, house), { ...RHYTHM, gathering, stopping });
  const files = filesFrom(settings, book.pool, (line) => void process.stderr.write(`${line}\n`));
  const stamping = stampingIn(settings);
  const stamp = stamping && stampingNowAndThen(book.pool, stamping);
  const places = listPlacesIn(settings);
  const lists = places && listsHourly(book.pool, places);
  const fromOutside = async (): Promise<void> => {
    await lists?.();
    await stamp?.();
  };
  const auctions = auctionWork(settings, book, pausesOf(settings));
  const city = cityWork(settings, book);
  const connection = await NativeConnection.connect(addressOf(settings));
  try {
    const worker = await Worker.create({
      connection,
      ...writingTo(settings),
      taskQueue: settings.TASK_QUEUE,
      ...workflows(settings.WORKFLOW_BUNDLE),
      ...versionOf(settings),
      activities: {
        ...caseActivities(book, pausesOf(settings)),
        ...checkActivities(book, {
          ...(files ? { files: () => byNight(book.pool, files) } : {}),
          besides: async (at) => {
            await tellUnsigned(book.pool, at, listIn(rulebookNamed(), 'reminders.annual').map(Number));
            await fromOutside();
          },
        }),
        ...approvalActivities(book),
        ...outboxActivities(lanes, SHIFT_MS),
        ...auctions.activities,
        ...city.activities,
      },
      maxCachedWorkflows: settings.CACHE,
      maxConcurrentWorkflowTaskExecutions: 40,
      maxConcurrentLocalActivityExecutions: 20,
      shutdownGraceTime: '10s',
      shutdownForceTime: '20s',
    });
    const serving = settings.SWEEP_SECONDS > 0 ? serve(settings, book, over.signal, fromOutside) : undefined;
    const running = worker.run();
    const shutDown = (): void => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
    };
    stop.addEventListener('abort', shutDown);
    if (stop.aborted) shutDown();
    ready();
    await running.finally(() => {
      over.abort();
    });
    await serving;
  } finally {
    over.abort();
    await lanes.empty();
    mailer.close();
    await auctions.close();
    await city.close();
    await connection.close();
    await book.close();
  }
}
