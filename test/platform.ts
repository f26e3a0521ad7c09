import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ownDatabase } from '../client/drill/database.js';
import { startPlatform } from '../embedded/platform.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The one Temporal of the whole test run; each test takes a task queue of its own. */
    temporalAddress: string;
    /** The one PostgreSQL of the whole test run, as its superuser; each test takes a database or schema of its own. */
    databaseUrl: string;
    /** A database there with the book's schema and nothing in it, to which nobody is connected: copied sooner than made. */
    emptyBook: string;
    smtpUrl: string;
  }
}

/** Starts one platform for all test files that need one, and stops it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const platform = await startPlatform({
    folder: await mkdtemp(join(tmpdir(), 'luyue-test-')),
    keepData: false,
    drill: true,
    log: (line) => {
      process.stderr.write(`${line}\n`);
    },
  });
  project.provide('temporalAddress', platform.temporalAddress);
  project.provide('databaseUrl', platform.databaseUrl);
  project.provide('emptyBook', new URL((await ownDatabase(platform.databaseUrl)).url).pathname.slice(1));
  project.provide('smtpUrl', platform.smtpUrl);
  return () => platform.stop();
}
