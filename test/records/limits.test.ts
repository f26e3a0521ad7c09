import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBook } from '../../client/service.js';
import { DatabaseSilent } from '../../records/bounded-client.js';
import { Book } from '../../records/book.js';
import { inTransaction, onConnection, openPool, readingAll } from '../../records/connection.js';
import { limitsFrom, within, type Limits } from '../../records/limits.js';
import { migrate } from '../../records/migrate.js';
import { cut, emptyCluster, hang, serveFolder } from './own-server.js';
import { after, allowances, Asker, credited, stepOf } from './steps.js';

/** Short, and longer than what is answered takes on a busy machine. */
const SHORT: Limits = { connect: 1_500, statement: 1_500, lock: 500, idle: 1_500, long: 4_000 };

let data: string;
let server: ChildProcess;
let url: string;
let wake: (() => void) | undefined;
const pools: pg.Pool[] = [];

const pool = (max = 3): pg.Pool => {
  const opened = openPool(url, max, SHORT);
  pools.push(opened);
  return opened;
};

beforeAll(async () => {
  data = emptyCluster();
  ({ server, url } = await serveFolder(data, ['fsync=off']));
  await migrate(url);
});
afterEach(async () => {
  wake?.();
  wake = undefined;
  for (const each of pools.splice(0)) if (!each.ending) await each.end();
});
afterAll(async () => {
  await cut(server, 'SIGQUIT');
  rmSync(data, { recursive: true, force: true });
});

const hangNow = (): void => {
  wake = hang(server);
};
const took = async (work: Promise<unknown>): Promise<{ error: unknown; within: number }> => {
  const began = Date.now();
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, within: Date.now() - began };
};
/** The work ends while the database still hangs. */
const endsSilent = async (work: Promise<unknown>): Promise<void> => {
  const { error } = await took(work);
  expect(error).toBeInstanceOf(DatabaseSilent);
  expect((error as Error).message).toMatch(/没有应答.*did not answer within [\d.]+ s/);
};

describe('design §5 — every wait has an end: a database that hangs', () => {
  it('a query ends, and once the database is back the next one is answered, on a connection of its own', async () => {
    const one = pool(1);
    const before = (await one.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid;
    hangNow();
    await endsSilent(one.query('select 1'));
    wake?.();
    const { rows } = await one.query<{ pid: number; two: number }>('select pg_backend_pid() as pid, 2 as two');
    expect(rows[0]).toMatchObject({ two: 2 });
    expect(rows[0]!.pid).not.toBe(before);
  });

  it('a transaction ends, without a second wait for its rollback, and so does one that reads the whole book, in its longer time', async () => {
    const one = pool();
    const slow = (client: pg.PoolClient) => {
      hangNow();
      return client.query('select 1');
    };
    await endsSilent(inTransaction(one, async (client) => ({ keep: await slow(client) })));
    wake?.();
    const { error, within } = await took(readingAll(one, slow));
    expect(error).toBeInstanceOf(DatabaseSilent);
    expect(within).toBeGreaterThan(SHORT.long);
    wake?.();
    expect((await one.query('select 1')).rowCount).toBe(1);
  });

  it('a step ends, is written or not as one, and is done once when it is sent again', async () => {
    const book = new Book(pool());
    const asker = await new Asker(book, 'H1').open([credited(allowances('100'))]);
    const step = stepOf('act:h', after(1), [{ kind: 'take-back', quantity: '30' }]);
    hangNow();
    await endsSilent(asker.ask(step));
    wake?.();
    await asker.ask(step);
    expect((await book.account('H1'))!.lots.map(({ quantity }) => quantity)).toEqual(['70']);
  });

  it('a new connection ends, in a pool and outside one', async () => {
    hangNow();
    await endsSilent(pool().query('select 1'));
    await endsSilent(onConnection(url, (client) => client.query('select 1'), SHORT));
  });

  it('a command is answered within the time of a call, also where the database hangs once it has been reached', async () => {
    process.env['LUYUE_CALL_SECONDS'] = '3';
    const book = openBook({ databaseUrl: url });
    try {
      await book.allCases();
      hangNow();
      await endsSilent(book.allCases());
    } finally {
      delete process.env['LUYUE_CALL_SECONDS'];
      wake?.();
      await book.close();
    }
  });

  it('who waits for a connection that others keep waits no longer than a statement may take', async () => {
    const one = pool(1);
    const kept = await one.connect();
    await endsSilent(one.query('select 1'));
    kept.release();
  });

  it('a pool is closed, whatever its connections wait for', async () => {
    const one = pool();
    await Promise.all([one.query('select 1'), one.query('select 1')]);
    hangNow();
    const waiting = endsSilent(one.query('select 1'));
    const { error } = await took(one.end());
    await waiting;
    expect(error).toBeUndefined();
  });
});

describe('design §5 — every wait has an end: a database that answers', () => {
  it('a statement that takes too long is ended by the database; one over the whole book may take longer', async () => {
    const one = pool();
    await expect(one.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
    await readingAll(one, (client) => client.query('select pg_sleep(2.5)'));
    await expect(readingAll(one, (client) => client.query('select pg_sleep(9)'))).rejects.toMatchObject({ code: '57014' });
    await expect(one.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
  });

  it('who waits for what another holds is told so, and the transaction leaves nothing behind', async () => {
    const one = pool();
    const asker = await new Asker(new Book(one), 'H2').open([credited(allowances('100'))]);
    await inTransaction(one, async (holder) => {
      await holder.query(`select from cases where case_id = 'H2/2024' for update`);
      const step = stepOf('act:l', after(1), [{ kind: 'take-back', quantity: '30' }]);
      await expect(asker.ask(step)).rejects.toMatchObject({ code: '55P03' });
      return { undo: undefined };
    });
    expect((await new Book(one).account('H2'))!.lots.map(({ quantity }) => quantity)).toEqual(['100']);
  });

  it('a transaction that does nothing any more is ended, and lets go of what it holds', async () => {
    const one = pool();
    await expect(
      inTransaction(one, async (client) => {
        await pause(SHORT.idle + 500);
        return { keep: await client.query('select 1') };
      }),
    ).rejects.toThrow(/idle-in-transaction|terminat/);
  });

  it('a connection ended by the database while the whole book is read fails the reading, not the process', async () => {
    const one = pool();
    const reading = readingAll(one, async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const ended = client.query('select pg_sleep(3)');
      await Promise.all([ended, one.query('select pg_terminate_backend($1)', [rows[0]!.pid])]);
    });
    await expect(reading).rejects.toMatchObject({ code: '57P01' });
    await pause(200);
    expect(await readingAll(one, async (client) => (await client.query('select 1')).rowCount)).toBe(1);
  });

  it('and so for one outside the pool', async () => {
    const reading = onConnection(
      url,
      async (client) => {
        const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
        await pool().query('select pg_terminate_backend($1)', [rows[0]!.pid]);
        await pause(200);
        return client.query('select 1');
      },
      SHORT,
    );
    await expect(reading).rejects.toThrow(/terminat|not queryable/);
  });
});

describe('the limits are settings, in seconds', () => {
  it('5 for a connection, 30 for a statement, 5 for a lock, 60 for a transaction at rest, 900 over the whole book', () => {
    expect(limitsFrom({})).toEqual({ connect: 5_000, statement: 30_000, lock: 5_000, idle: 60_000, long: 900_000 });
    expect(limitsFrom({ DATABASE_LOCK_SECONDS: '0.5' }).lock).toBe(500);
    expect(() => limitsFrom({ DATABASE_STATEMENT_SECONDS: 'soon' })).toThrow(/DATABASE_STATEMENT_SECONDS/);
    const front = within(limitsFrom({}), 10_000);
    expect(front).toMatchObject({ lock: 5_000, long: 900_000 });
    expect(front.statement + front.connect).toBeCloseTo(10_000);
    expect(within(limitsFrom({ DATABASE_STATEMENT_SECONDS: '2' }), 10_000).statement).toBe(2_000);
    expect(() => limitsFrom({ DATABASE_CONNECT_SECONDS: '0' })).toThrow(/DATABASE_CONNECT_SECONDS/);
  });
});
