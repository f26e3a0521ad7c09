import pg from 'pg';

const POOL = {
  application_name: 'luyue',
  idle_in_transaction_session_timeout: 60_000,
  options: '-c default_transaction_isolation=read\\ committed',
};

/** A pool on the book's database. A connection that breaks while idle is replaced, not fatal: the next query says what is wrong. */
export const openPool = (url: string, max: number): pg.Pool => {
  const pool = new pg.Pool({ ...POOL, connectionString: url, max });
  pool.on('error', () => undefined);
  return pool;
};

/** What a transaction comes to: kept, or taken back although nothing failed. */
export type Outcome<T> = { readonly keep: T } | { readonly undo: T };

/** Runs work in one transaction. Throws what the work throws, after a rollback. */
export const inTransaction = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Outcome<T>>): Promise<T> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks says so twice: to the query that waits, and to the process, which it would end.
  const breaks = (error: Error): void => {
    broken = error;
  };
  client.on('error', breaks);
  try {
    await client.query('begin');
    const outcome = await work(client);
    await client.query('keep' in outcome ? 'commit' : 'rollback');
    return 'keep' in outcome ? outcome.keep : outcome.undo;
  } catch (error) {
    await client.query('rollback').catch((lost: unknown) => {
      broken = lost instanceof Error ? lost : new Error(String(lost));
    });
    throw error;
  } finally {
    client.off('error', breaks);
    client.release(broken);
  }
};

/** The database's code of an error, such as `23505`. */
export const codeOf = (error: unknown): string | undefined => (error instanceof pg.DatabaseError ? error.code : undefined);

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
