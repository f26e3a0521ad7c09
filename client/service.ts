import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WorkflowClient } from '@temporalio/client';
import { z } from 'zod';
import { callMs } from '../desk/call-time.js';
import { keysIn } from '../desk/reach/payload-keys.js';
import { reachIn, type Reach } from '../desk/reach/settings.js';
import { isBucket } from '../documents/files/bucket.js';
import { Book } from '../records/book.js';
import { limitsFrom, within } from '../records/limits.js';
import { readWhole } from '../records/whole-file.js';
import { UsageError } from './failure.js';

const USUAL = '.luyue';
/** Where a running platform says how it is reached: written by `luyue up`, read by the other commands; `LUYUE_FOLDER` names another. */
export const FOLDER = process.env['LUYUE_FOLDER'] || USUAL;
/** How a command is begun that speaks to the platform in a folder. */
export const commandAt = (folder: string): string =>
  `${resolve(folder) === resolve(USUAL) ? '' : `LUYUE_FOLDER=${folder} `}npx luyue`;
export const serviceFile = (folder: string): string => join(folder, 'service.json');

const SERVICE = z.object({
  temporalAddress: z.string(),
  namespace: z.string(),
  databaseUrl: z.string(),
  taskQueue: z.string(),
  /** The pages and `/api/v1`; the pages of Temporal; the page with the mails. */
  url: z.url().optional(),
  temporalUrl: z.url().optional(),
  mailsUrl: z.url().optional(),
  /** Where it keeps what people send. */
  files: z.string().optional(),
  /** What is written to Temporal is encrypted, by the keys in this folder. */
  encrypted: z.literal(true).optional(),
});
export interface Service extends z.infer<typeof SERVICE> {
  /** By which keys the platform writes to Temporal; they lie in a file of their own. */
  readonly payloadKeys?: string;
}

export const TASK_QUEUE = 'luyue';

const namedFiles = (): string | undefined => {
  const { LUYUE_FILES: named = '' } = process.env;
  if (named === '') return undefined;
  return isBucket(named) ? named : resolve(named);
};

/** Where a platform on one machine keeps what people send: a bucket, or a folder by its whole name. */
export const filesIn = (folder: string): string => namedFiles() ?? resolve(folder, 'files');

/** The same for a command that looks on: what the environment names, else what the platform says. */
export const filesOf = (folder: string): string => namedFiles() ?? leftIn(folder).files ?? filesIn(folder);

/** What `luyue up` left in a folder; nothing where no platform runs there. */
export const leftIn = (folder: string = FOLDER): Partial<Service> =>
  existsSync(serviceFile(folder)) ? SERVICE.parse(readWhole(serviceFile(folder))) : {};

/** How the running platform is reached: by the environment, else by what `luyue up` left. Throws where neither says. */
export function findService(env: NodeJS.ProcessEnv, folder: string = FOLDER): Service {
  const file = serviceFile(folder);
  const left = leftIn(folder);
  const databaseUrl = env['DATABASE_URL'] ?? left.databaseUrl;
  const temporalAddress = env['TEMPORAL_ADDRESS'] ?? left.temporalAddress;
  if (databaseUrl === undefined || temporalAddress === undefined)
    throw new UsageError(
      `没有可用的平台：这里没有 ${file}，也未同时设置 TEMPORAL_ADDRESS 与 DATABASE_URL，请用 luyue up 启动 / no platform to speak to: ${file} is not there, and TEMPORAL_ADDRESS and DATABASE_URL are not both set. Start one with: luyue up`,
      'no-platform',
    );
  const payloadKeys =
    env['LUYUE_PAYLOAD_KEYS'] ?? (left.encrypted && temporalAddress === left.temporalAddress ? keysIn(folder) : undefined);
  return {
    databaseUrl,
    temporalAddress,
    ...(payloadKeys === undefined ? {} : { payloadKeys }),
    namespace: env['TEMPORAL_NAMESPACE'] ?? left.namespace ?? 'default',
    taskQueue: env['TASK_QUEUE'] ?? left.taskQueue ?? TASK_QUEUE,
  };
}

/** How the cases of a platform are reached; certificates and, where it says nothing, keys are the environment's. */
export const reachOf = ({
  temporalAddress,
  namespace,
  payloadKeys,
}: Pick<Service, 'temporalAddress' | 'namespace' | 'payloadKeys'>): Reach =>
  reachIn(
    { ...process.env, ...(payloadKeys === undefined ? {} : { LUYUE_PAYLOAD_KEYS: payloadKeys }) },
    temporalAddress,
    namespace,
  );

const FEW_CONNECTIONS = 3;

/** The book as a command asks it: answered within the time of a call also where the database hangs; what goes over the whole book has its own. */
export const openBook = (service: Pick<Service, 'databaseUrl'>): Book =>
  new Book(service.databaseUrl, { maxConnections: FEW_CONNECTIONS, limits: within(limitsFrom(process.env), callMs()) });

/** Reads the book of a running platform, the one that is found where none is named, and lets go of it afterwards. */
export async function withBook<T>(work: (book: Book) => Promise<T>, service?: Pick<Service, 'databaseUrl'>): Promise<T> {
  const book = openBook(service ?? findService(process.env));
  try {
    return await work(book);
  } finally {
    await book.close();
  }
}

/** Speaks to the book and to the cases of a running platform, and lets go of both afterwards. */
export async function withService<T>(service: Service, work: (book: Book, client: WorkflowClient) => Promise<T>): Promise<T> {
  // the client of Temporal takes a third of a second to load: who only reads the book does without
  const [{ Connection, WorkflowClient }, { addressOf, writingTo }] = await Promise.all([
    import('@temporalio/client'),
    import('../desk/reach/connection.js'),
  ]);
  return withBook(async (book) => {
    // a server that is away hinders nobody from filing: what is filed is stored, every call to a case has its end
    const reach = reachOf(service);
    const connection = Connection.lazy({ ...addressOf(reach), connectTimeout: '10s' });
    try {
      return await work(book, new WorkflowClient({ connection, ...writingTo(reach) }));
    } finally {
      await connection.close();
    }
  }, service);
}
