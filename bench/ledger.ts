/**
 * What the book costs, against a floor measured in the same run on the same server: two bare inserts and an update in one
 * transaction. The book is the one that was built, as it serves: `npm run bench:ledger` builds it first. `DATABASE_URL` names the server
 * (a database of its own is made on it and dropped); without it one is started.
 */
import { randomBytes } from 'node:crypto';
import { availableParallelism, loadavg } from 'node:os';
import pg from 'pg';
import type { AccountEffect } from '../domain/model/step.js';
import { balancesOf } from '../ledger/statement.js';
import type { Book } from '../records/book.js';
import { migrate } from '../records/migrate.js';
import { importedFrom } from '../test/built.js';
import { claimOf } from '../test/ledger/claiming.js';
import { startOwnServer } from '../test/records/own-server.js';
import { after, allowances, Asker, credited, stepOf } from '../test/records/steps.js';

const { Book: Books } = (await import(importedFrom('records/book'))) as { Book: typeof Book };

const CONNECTIONS = 8;
/** Floor and book take short turns, so that whatever else the machine does weighs on both alike. */
const ROUNDS = 20;
const WARM_UP = 30;
const TRANSACTIONS = 250;
const COLLECTIONS = 1_000;
const POSTINGS = 10_000;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
};

/** Work shared out among as many as there are connections, each one after the other. */
const shared = async (count: number, work: (n: number, by: number) => Promise<unknown>): Promise<void> => {
  const each = async (by: number): Promise<void> => {
    for (let n = by; n < count; n += CONNECTIONS) await work(n, by);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, (_, by) => each(by)));
};

const layFloor = (pool: pg.Pool): Promise<unknown> =>
  pool.query(`create table floor_a (id int primary key, v text); create table floor_b (id int primary key, v text);
    create table floor_c (id int primary key, v int); insert into floor_c select n, 0 from generate_series(0, ${String(CONNECTIONS - 1)}) n`);

const floor = (pool: pg.Pool, round: number): Promise<number> =>
  seconds(() =>
    shared(TRANSACTIONS, async (n, by) => {
      const client = await pool.connect();
      const id = round * TRANSACTIONS + n;
      await client.query('begin');
      await client.query({ name: 'floor-a', text: 'insert into floor_a values ($1, $2)', values: [id, 'x'] });
      await client.query({ name: 'floor-b', text: 'insert into floor_b values ($1, $2)', values: [id, 'x'] });
      await client.query({ name: 'floor-c', text: 'update floor_c set v = v + 1 where id = $1', values: [by] });
      await client.query('commit');
      client.release();
    }),
  );

/** The step of an instant: one of an act would need a request. */
const atInstant = (at: number, effects: readonly AccountEffect[]) => stepOf(`at:${String(at)}`, at, effects);

const openAskers = (book: Book): Promise<Asker[]> =>
  Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, by) =>
      new Asker(book, `P${String(by)}`).open([credited(allowances('100000'))]),
    ),
  );

/** Steps of acts whose requests were filed before the watch is started: filing is the desk's, not the ledger's. */
const postings = async (askers: readonly Asker[], round: number): Promise<number> => {
  const one: AccountEffect = { kind: 'take-back', quantity: '1' };
  const step = (n: number) => stepOf(`act:${String(round)}-${String(n)}`, after(1), [one]);
  await shared(TRANSACTIONS, async (n, by) => askers[by]?.file(step(n)));
  return seconds(() => shared(TRANSACTIONS, async (n, by) => askers[by]?.take(step(n))));
};

/** Transactions a second of the floor and of the book in each round, without those that only warm up. */
const rounds = async (book: Book): Promise<[bare: number, booked: number][]> => {
  await layFloor(book.pool);
  const askers = await openAskers(book);
  const measured: [number, number][] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    measured.push([TRANSACTIONS / (await floor(book.pool, round)), TRANSACTIONS / (await postings(askers, round))]);
  return measured.slice(WARM_UP);
};

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const claim = claimOf('1000');

const collections = async (book: Book): Promise<number> => {
  const askers = new Map<number, Asker>();
  const open = async (n: number): Promise<unknown> =>
    askers.set(n, await new Asker(book, `C${String(n)}`).open([credited(allowances('600', 2022), allowances('300', 2023))]));
  await shared(COLLECTIONS, open);
  const collect: AccountEffect = { kind: 'collect', claim, rectificationDueOn: '2024-11-29', name: '示例' };
  return seconds(() => shared(COLLECTIONS, async (n) => askers.get(n)?.take(atInstant(after(2), [collect]))));
};

const balances = async (book: Book): Promise<number> => {
  const asker = await new Asker(book, 'B0').open([credited(allowances('1000000'))]);
  const many = Array.from({ length: 50 }, (): AccountEffect => ({ kind: 'take-back', quantity: '1' }));
  for (let n = 1; n < POSTINGS / many.length; n += 1) await asker.take(atInstant(after(1) + n, many));
  await book.pool.query('analyze');
  await balancesOf(book.pool, 'unit/B0');
  const runs = 20;
  return (
    (await seconds(async () => {
      for (let n = 0; n < runs; n += 1) await balancesOf(book.pool, 'unit/B0');
    })) / runs
  );
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const bench = async (url: string): Promise<void> => {
  await migrate(url);
  const book = new Books(url, { maxConnections: CONNECTIONS });
  try {
    const measured = await rounds(book);
    const bare = median(measured.map(([one]) => one));
    const booked = median(measured.map(([, one]) => one));
    const share = median(measured.map(([floored, one]) => one / floored)) * 100;
    say(`load before: ${loadavg()[0]?.toFixed(1) ?? ''} on ${String(availableParallelism())} cores`);
    say(`floor: ${bare.toFixed(0)} transactions/s of two bare inserts and an update, ${String(CONNECTIONS)} connections`);
    say(
      `postings: ${booked.toFixed(0)} steps/s, each with its event, transaction and two postings: ${share.toFixed(0)} % of the floor (median of ${String(ROUNDS)} rounds, in turns)`,
    );
    say(`${String(COLLECTIONS)} collections due at one instant: ${(await collections(book)).toFixed(2)} s`);
    say(`balances of an account with ${String(POSTINGS)} postings: ${((await balances(book)) * 1_000).toFixed(1)} ms`);
  } finally {
    await book.close();
  }
};

const given = process.env['DATABASE_URL'];
const own = given === undefined ? await startOwnServer(true) : undefined;
const server = given ?? own?.url ?? '';
const name = `luyue_bench_${randomBytes(4).toString('hex')}`;
const admin = new pg.Client({ connectionString: server });
await admin.connect();
try {
  await admin.query(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await bench(url.href);
} finally {
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
  await own?.stop();
}
