import { existsSync } from 'node:fs';
import path from 'node:path';
import { runner } from 'node-pg-migrate';
import { onConnection } from './connection.js';

/** The package's own folder, the same from the sources and from what is built of them. */
const packageRoot = (from: string): string => {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (path.dirname(folder) === folder) throw new Error(`no package.json above ${from}: the installation is incomplete`);
  }
};

/** Brings the book's schema up to date. Whoever comes while another is at it waits for it, then finds nothing left to do. */
export const migrate = async (databaseUrl: string): Promise<void> => {
  await onConnection(databaseUrl, (dbClient) =>
    runner({
      dbClient,
      dir: path.join(packageRoot(import.meta.dirname), 'records', 'schema'),
      direction: 'up',
      migrationsTable: 'schema_changes',
      advisoryLockMode: 'wait',
      log: () => undefined,
    }),
  );
};
