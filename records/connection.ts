import pg from 'pg';
import { BoundedClient, DatabaseSilent } from './bounded-client.js';
import { BoundedPool } from './bounded-pool.js';
import { LIMITS, limitsFrom, type Limits } from './limits.js';

/** A pool on the book's database. Every wait on it ends, also where the database hangs: see `Limits`. */
export const openPool = (url: string, max: number, limits: Limits = limitsFrom(process.env)): pg.Pool =>
  new BoundedPool(url, max, limits);

/** Speaks to a database on one connection outside any pool, with time for statements that take long. */
export const onConnection = async <T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  limits: Limits = limitsFrom(process.env),
): Promise<T> => {
  const client = new BoundedClient({ connectionString: url }, { ...limits, statement: limits.long, lock: limits.long });
  // a connection that breaks says so twice: to the query that waits, and to the process, which it would end
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    const leaving = setTimeout(() => {
      client.cut();
    }, limits.connect);
    await client.end().catch(() => undefined);
    clearTimeout(leaving);
  }
};

/** What a transaction comes to: kept, or taken back although nothing failed. */
export type Outcome<T> = { readonly keep: T } | { readonly undo: T };

interface Manner {
  readonly begin?: string;
  /** Whether its statements go over the whole book. */
  readonly long?: boolean;
}

/** Gives the statements of a transaction the time that those over the whole book need, here and in the database. */
const lengthen = async (client: pg.PoolClient): Promise<void> => {
  const bounded = client instanceof BoundedClient;
  if (bounded) client.allow(true);
  const { long } = bounded ? client.limits : LIMITS;
  await client.query(`set local statement_timeout = ${String(long)}`);
};

/** Runs work in one transaction. Throws what the work throws, after a rollback. */
export const inTransaction = async <T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Outcome<T>>,
  { begin = 'begin', long = false }: Manner = {},
): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks says so twice: to the query that waits, and to the process, which it would end.
  const breaks = (error: Error): void => {
    broken ??= error;
  };
  client.on('error', breaks);
  try {
    await client.query(begin);
    if (long) await lengthen(client);
    const outcome = await work(client);
    await client.query('keep' in outcome ? 'commit' : 'rollback');
    return 'keep' in outcome ? outcome.keep : outcome.undo;
  } catch (error) {
    const why = broken ?? error;
    await client.query('rollback').catch((lost: unknown) => {
      broken ??= lost instanceof Error ? lost : new Error(String(lost));
    });
    throw why;
  } finally {
    if (client instanceof BoundedClient) client.allow(false);
    client.off('error', breaks);
    client.release(broken);
  }
};

/** Reads over the whole book as it stands at one moment, whatever is written meanwhile, with the time that this takes. */
export const readingAll = <T>(pool: pg.Pool, read: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, async (client) => ({ undo: await read(client) }), {
    begin: 'begin isolation level repeatable read read only',
    long: true,
  });

/** The database's code of an error, such as `23505`. */
export const codeOf = (error: unknown): string | undefined => (error instanceof pg.DatabaseError ? error.code : undefined);

/** Connections that are refused, cut, or ended by the server: its codes begin so, and the system's are these. */
const AWAY = /^(08|57P0|53|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)/;

/** Whether an error says that the database is away, whatever was asked of it. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof DatabaseSilent ||
  (error instanceof Error && AWAY.test('code' in error && typeof error.code === 'string' ? error.code : '')) ||
  (error instanceof Error && /^Connection terminated|not queryable/.test(error.message));

const TRIES = 6;
const PAUSE = 20;
/** A deadlock that the server broke, a transaction that could not be put in order: done again, they succeed. */
const PASSING = new Set(['40P01', '40001']);

/** Tries again what failed only because of others who were at it at the same time. */
export const withRetries = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let n = 1; ; n += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (n === TRIES || !PASSING.has(codeOf(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE * n));
    }
  }
};
