import { execFileSync } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { checkBook } from '../../ledger/checker/checker.js';
import { Book } from '../../records/book.js';
import { viewDifferences } from '../../records/verify-views.js';
import { migrate } from '../../records/migrate.js';
import { belongsToServer, cut, emptyCluster, programNamed, runProgram, serveFolder } from '../records/own-server.js';
import { after, allowances, Asker, credited, stepOf } from '../records/steps.js';
import { seen } from '../seen.js';

const on = (url: string, database: string): string => {
  const named = new URL(url);
  named.pathname = `/${database}`;
  return named.href;
};
const one = async (url: string, sql: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return String(Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]);
  } finally {
    await client.end();
  }
};
const makeBook = async (url: string): Promise<string> => {
  await one(url, 'create database book');
  await migrate(on(url, 'book'));
  return on(url, 'book');
};
const UNITS = [1, 2, 3, 4].map((n) => `W${String(n)}`);
const takeBack = (unit: string, n: number) =>
  stepOf(`act:${unit}-${String(n)}`, after(n), [{ kind: 'take-back', quantity: '1' }], {
    type: 'allocation-corrected',
    with: { before: String(2_000 - n), quantity: String(1_999 - n) },
  });
const openAll = (book: Book): Promise<Asker[]> =>
  Promise.all(UNITS.map((unit) => new Asker(book, unit).open([credited(allowances('2000'))])));
/** The steps of a unit beyond its opening, by key. */
const stepsOf = async (book: Book, unit: string): Promise<string[]> =>
  (await book.since(`${unit}/2024`, 1)).map(({ key }) => key).filter((key) => key !== 'open');

it('PostgreSQL killed in the middle of it and started again: whatever was answered stands, the rest is done once', async () => {
  const data = emptyCluster();
  try {
    const first = await serveFolder(data, ['fsync=on']);
    const url = await makeBook(first.url);
    const book = new Book(url, { maxConnections: 4 });
    const askers = await openAll(book);
    const answered = new Map<string, number>(UNITS.map((unit) => [unit, 0]));
    const posting = askers.map(async (asker) => {
      for (let n = 1; ; n += 1) {
        await asker.take(takeBack(asker.unit, n));
        answered.set(asker.unit, n);
      }
    });
    const lost = Promise.allSettled(posting);
    await seen('every unit has had an answer', () => [...answered.values()].every((n) => n > 0));
    await cut(first.server);
    expect((await lost).every(({ status }) => status === 'rejected')).toBe(true);
    await book.close();
    const second = await serveFolder(data, ['fsync=on']);
    const again = new Book(on(second.url, 'book'), { maxConnections: 4 });
    for (const unit of UNITS) {
      const stored = await stepsOf(again, unit);
      const known = answered.get(unit) ?? 0;
      expect(known).toBeGreaterThan(0);
      // one more than was answered may be there: written, and the answer lost
      expect([known, known + 1]).toContain(stored.length);
      const asker = new Asker(again, unit);
      await asker.catchUp();
      for (let n = known; n <= known + 3; n += 1) {
        const answer = await asker.ask(takeBack(unit, n));
        expect(answer).toHaveProperty('head');
        await asker.catchUp();
      }
      expect((await stepsOf(again, unit)).length).toBe(known + 3);
      expect((await again.account(unit))!.lots[0]?.quantity).toBe(String(2_000 - known - 3));
    }
    expect(await checkBook(again.pool)).toEqual([]);
    expect(await viewDifferences(again.pool)).toEqual([]);
    await again.close();
    await cut(second.server, 'SIGQUIT');
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
});

const baseBackup = programNamed('pg_basebackup');

it.runIf(baseBackup !== undefined)(
  'restored from a base backup and the log to a moment: the book is what it was then, to the last step, and agrees with itself',
  async () => {
    const data = emptyCluster();
    const kept = mkdtempSync(path.join(tmpdir(), 'luyue-kept-'));
    const [log, copy] = [path.join(kept, 'log'), path.join(kept, 'copy')];
    mkdirSync(log);
    belongsToServer(kept);
    try {
      const archive = ['fsync=off', 'wal_level=replica', 'archive_mode=on', `archive_command=cp %p ${log}/%f`];
      const first = await serveFolder(data, archive);
      const url = await makeBook(first.url);
      const book = new Book(url, { maxConnections: 4 });
      const askers = await openAll(book);
      const takeAll = async (from: number, to: number): Promise<void> => {
        for (let n = from; n <= to; n += 1) await Promise.all(askers.map((asker) => asker.take(takeBack(asker.unit, n))));
      };
      await takeAll(1, 5);
      const { port } = new URL(first.url);
      runProgram(baseBackup ?? '', ['-h', '127.0.0.1', '-p', port, '-U', 'luyue', '-D', copy, '-X', 'none', '-c', 'fast']);
      await takeAll(6, 10);
      const moment = await one(url, 'select clock_timestamp()::text');
      const then = { totals: await book.ledgerTotals(), heads: (await book.allCases()).map(({ head }) => head) };
      await pause(50);
      await takeAll(11, 15);
      const last = await one(url, 'select pg_walfile_name(pg_switch_wal())');
      await seen('the log is kept', async () => (await one(url, 'select last_archived_wal from pg_stat_archiver')) >= last);
      await book.close();
      await cut(first.server, 'SIGQUIT');

      appendFileSync(
        path.join(copy, 'postgresql.auto.conf'),
        `\nrestore_command = 'cp ${log}/%f %p'\nrecovery_target_time = '${moment}'\nrecovery_target_action = 'promote'\n`,
      );
      closeSync(openSync(path.join(copy, 'recovery.signal'), 'w'));
      belongsToServer(copy);
      const second = await serveFolder(copy, ['fsync=off', 'archive_mode=off']);
      await seen('recovery is over', async () => (await one(second.url, 'select pg_is_in_recovery()::text')) !== 'true');
      const restored = new Book(on(second.url, 'book'), { maxConnections: 2 });
      expect({
        totals: await restored.ledgerTotals(),
        heads: (await restored.allCases()).map(({ head }) => head),
      }).toEqual(then);
      for (const unit of UNITS) expect((await stepsOf(restored, unit)).length).toBe(10);
      expect(await checkBook(restored.pool)).toEqual([]);
      expect(await viewDifferences(restored.pool)).toEqual([]);
      // and it goes on from there
      const asker = new Asker(restored, 'W1');
      await asker.catchUp();
      await asker.take(takeBack('W1', 11));
      await restored.close();
      await cut(second.server, 'SIGQUIT');
    } finally {
      rmSync(data, { recursive: true, force: true });
      rmSync(kept, { recursive: true, force: true });
    }
  },
);

it('says where a restore cannot be tried', () => {
  if (baseBackup === undefined)
    process.stderr.write(
      'this PostgreSQL has no pg_basebackup: restoring to a point in time is not tried here; install the server package\n',
    );
  else expect(execFileSync(baseBackup, ['--version'], { encoding: 'utf8' })).toContain('PostgreSQL');
});
