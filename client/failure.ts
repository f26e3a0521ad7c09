import { RegulationError } from '../regulation/errors.js';
import { PlatformError } from '../embedded/platform-error.js';
import { CaseUnreachable } from '../desk/unreachable.js';
import { isDatabaseAway } from '../records/connection.js';
import { EnvironmentError } from '../records/environment.js';
import { refusedByDatabase } from '../records/last-words.js';
import { ScenarioError } from '../simulator/scenario-error.js';
import { BAD_INPUT, type Problem } from './print.js';

/** Exit status: something outside failed (server, database, mail), or we did. */
export const FAILED = 3;

/** A command that was called in a way it does not understand. */
export class UsageError extends Error {
  readonly code: string;
  readonly path: readonly (string | number)[];
  constructor(message: string, code = 'usage', path: readonly (string | number)[] = []) {
    super(message);
    this.name = 'UsageError';
    this.code = code;
    this.path = path;
  }
}

/** Thrown where nobody answers over HTTP, or what answers is not this platform. */
export class ServerUnreachable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ServerUnreachable';
  }
}

/** By the file system, or by the database. */
const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === '53100');

/** What an error means to whoever called the command: a code, a message, where, and the exit status. */
export function problemOf(error: unknown): Problem & { readonly status: number } {
  if (error instanceof UsageError) return { code: error.code, message: error.message, path: error.path, status: BAD_INPUT };
  if (error instanceof ScenarioError)
    return { code: 'bad-scenario', message: error.message, path: error.path, status: BAD_INPUT };
  if (error instanceof RegulationError)
    return { code: error.fault === 'not-found' ? 'unknown-cycle' : error.fault, message: error.message, status: BAD_INPUT };
  if (error instanceof EnvironmentError) return { code: 'bad-environment', message: error.message, status: BAD_INPUT };
  if (error instanceof PlatformError) return { code: error.code, message: error.message, status: FAILED };
  if (error instanceof CaseUnreachable) return { code: 'case-unreachable', message: error.message, status: FAILED };
  if (error instanceof ServerUnreachable) return { code: 'server-unreachable', message: error.message, status: FAILED };
  if (isDiskFull(error))
    return {
      code: 'disk-full',
      message: `磁盘已满，请腾出空间后重试；已受理的不会丢失 / the disk is full: free some space and try again; nothing that was answered is lost (${error instanceof Error ? error.message : String(error)})`,
      status: FAILED,
    };
  if (isDatabaseAway(error))
    return {
      code: 'database-unreachable',
      message: `账簿数据库没有答复，请检查 DATABASE_URL；恢复后再次执行，办理事项用同一编号 / the database of the book does not answer: look at DATABASE_URL; once it does, run this again, an act under the same id (${error instanceof Error ? error.message : String(error)})`,
      status: FAILED,
    };
  const refused = refusedByDatabase(error);
  if (refused !== undefined) return { code: 'failed', message: refused, status: FAILED };
  return { code: 'failed', message: error instanceof Error ? error.message : String(error), status: FAILED };
}
