import type pg from 'pg';

const HOLD = `select pg_advisory_lock_shared(hashtextextended('play', 0))`;
const LET_GO = `select pg_advisory_unlock_shared(hashtextextended('play', 0))`;

/**
 * Holds back the letters to authorities while a year is played: its cases live it one after the other, and what an authority is told
 * of one morning is together only when the last of them has come by (`notices_due`). The end of the connection lets them go too.
 */
export async function whilePlayed<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  // a connection that breaks says so twice: to the query that waits, and to the process, which it would end
  client.on('error', () => undefined);
  try {
    await client.query(HOLD);
    return await work();
  } finally {
    const gone = await client.query(LET_GO).then(
      () => false,
      () => true,
    );
    client.release(gone);
  }
}
