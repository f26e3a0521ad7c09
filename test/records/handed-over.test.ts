import { execFileSync, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setImmediate as soon } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction, isDatabaseAway, openPool } from '../../records/connection.js';
import { cut, emptyCluster, serveFolder } from './own-server.js';

let data: string;
let server: ChildProcess;
let url: string;
beforeAll(async () => {
  data = emptyCluster();
  ({ server, url } = await serveFolder(data, ['fsync=off']));
});
afterAll(async () => {
  await cut(server, 'SIGQUIT');
  rmSync(data, { recursive: true, force: true });
});

/** Holds this process up, so that what the server says meanwhile is read in one piece. */
const stand = (seconds: number): void => void execFileSync('sleep', [String(seconds)]);

const TRIES = 10;

/**
 * A pool of one connection: an answer and the end of the connection come in one piece, with the next who wants it in line. Answers what
 * became of both; nothing where the connection was ended before it had answered.
 */
async function endedAsItIsHandedOver(): Promise<{ first: unknown; second: unknown } | undefined> {
  const pool = openPool(url, 1);
  try {
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    const answered = pool.query<{ n: number }>('select pg_sleep(0.2), 1 as n').then(
      (answer) => answer.rows,
      () => undefined,
    );
    const next = inTransaction(pool, async (db) => ({ keep: await db.query('select 2') })).catch((error: unknown) => error);
    await soon();
    await soon();
    stand(0.6);
    process.kill(rows[0]?.pid ?? 0, 'SIGTERM');
    stand(0.2);
    const [first, second] = [await answered, await next];
    return first === undefined ? undefined : { first, second };
  } finally {
    await pool.end();
  }
}

it('design §5 — a connection that is ended as it goes from one to the next fails whoever has it next, not the process', async () => {
  const fatal: unknown[] = [];
  const dies = (error: unknown): void => void fatal.push(error);
  process.on('uncaughtException', dies);
  try {
    let met: Awaited<ReturnType<typeof endedAsItIsHandedOver>>;
    for (let n = 0; n < TRIES && !met; n += 1) met = await endedAsItIsHandedOver();
    expect(met).toMatchObject({ first: [{ n: 1 }] });
    expect(met?.second).toSatisfy(isDatabaseAway);
    expect(fatal).toEqual([]);
  } finally {
    process.off('uncaughtException', dies);
  }
});
