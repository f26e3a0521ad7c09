import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection, WorkflowClient } from '@temporalio/client';
import { z } from 'zod';
import { Book } from '../records/book.js';
import { UsageError } from './failure.js';

/** Where a running platform says how it is reached: written by `luyue up`, read by the other commands. */
export const FOLDER = '.luyue';
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
});
export type Service = z.infer<typeof SERVICE>;

export const TASK_QUEUE = 'luyue';

/** What `luyue up` left in a folder; nothing where no platform runs there. */
export const leftIn = (folder: string = FOLDER): Partial<Service> =>
  existsSync(serviceFile(folder)) ? SERVICE.parse(JSON.parse(readFileSync(serviceFile(folder), 'utf8'))) : {};

/** How the running platform is reached: by the environment, else by what `luyue up` left. Throws where neither says. */
export function findService(env: NodeJS.ProcessEnv, folder: string = FOLDER): Service {
  const file = serviceFile(folder);
  const left = leftIn(folder);
  const databaseUrl = env['DATABASE_URL'] ?? left.databaseUrl;
  const temporalAddress = env['TEMPORAL_ADDRESS'] ?? left.temporalAddress;
  if (databaseUrl === undefined || temporalAddress === undefined)
    throw new UsageError(
      `no platform to speak to: ${file} is not there, and TEMPORAL_ADDRESS and DATABASE_URL are not both set. Start one with: luyue up`,
      'no-platform',
    );
  return {
    databaseUrl,
    temporalAddress,
    namespace: env['TEMPORAL_NAMESPACE'] ?? left.namespace ?? 'default',
    taskQueue: env['TASK_QUEUE'] ?? left.taskQueue ?? TASK_QUEUE,
  };
}

const FEW_CONNECTIONS = 3;

export const openBook = (service: Pick<Service, 'databaseUrl'>): Book =>
  new Book(service.databaseUrl, { maxConnections: FEW_CONNECTIONS });

/** Speaks to the book and to the cases of a running platform, and lets go of both afterwards. */
export async function withService<T>(service: Service, work: (book: Book, client: WorkflowClient) => Promise<T>): Promise<T> {
  const book = openBook(service);
  try {
    // a server that is away hinders nobody from filing: what is filed is stored, every call to a case has its end
    const connection = Connection.lazy({ address: service.temporalAddress, connectTimeout: '10s' });
    try {
      return await work(book, new WorkflowClient({ connection, namespace: service.namespace }));
    } finally {
      await connection.close();
    }
  } finally {
    await book.close();
  }
}
