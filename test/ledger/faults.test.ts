import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { after, allowances, Asker, credited, reminder, stepOf } from '../records/steps.js';
import { seen } from '../seen.js';

let database: TestDatabase;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

/**
 * Kills the one server process that waits for a lock, once it is seen to wait twice: the server tells what a process
 * does and what it waits for from two moments. Answers what it was doing.
 */
const killWaiting = async (client: pg.Client): Promise<string> => {
  for (let seen: string | undefined; ;) {
    const { rows } = await client.query<{ pid: number; query: string }>(
      `select pid, query from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and application_name = 'luyue'`,
    );
    if (rows[0] && rows[0].query === seen) {
      await client.query('select pg_terminate_backend($1)', [rows[0].pid]);
      return seen;
    }
    seen = rows[0]?.query;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('design §5 — killed at any instant: nothing lost, nothing done twice', () => {
  const boundaries: [string, string][] = [
    ['before anything is read', `select 1 from cases where case_id = $1 for update`],
    ['after the case is held, before the account is', `select 1 from accounts where unit = split_part($1, '/', 1) for update`],
    ['in the middle of the ledger', `select 1 from lots where lot = split_part($1, '/', 1) || '/L1' for update`],
    [
      'after the ledger, before the events are complete',
      `insert into outbox (id, case_id, unit, party_kind, party, template, at) select case_id || '/' || seq + 1 || '/1', case_id, 'x', 'unit', 'x', 'x', 0 from cases where case_id = $1`,
    ],
  ];
  it.each(boundaries)(
    'a connection killed %s leaves nothing behind, and the step is done once afterwards',
    async (_, blocking) => {
      const unit = `F${String(boundaries.findIndex(([, sql]) => sql === blocking))}`;
      const asker = await new Asker(book, unit).open([credited(allowances('100'))]);
      const blocker = new pg.Client({ connectionString: database.url });
      const killer = new pg.Client({ connectionString: database.url });
      await Promise.all([blocker.connect(), killer.connect()]);
      try {
        const step = stepOf(`act:${unit}`, after(1), [{ kind: 'take-back', quantity: '30' }, reminder]);
        await asker.file(step);
        const before = [await book.account(unit), await book.readCase(asker.caseId), await book.outboxOf({ unit })];
        await blocker.query('begin');
        await blocker.query(blocking, [asker.caseId]);
        const posted = expect(asker.ask(step)).rejects.toThrow(/terminat/);
        expect(await killWaiting(killer)).toContain('write_step');
        await posted;
        await blocker.query('rollback');
        expect([await book.account(unit), await book.readCase(asker.caseId), await book.outboxOf({ unit })]).toEqual(before);
        await asker.take(step);
        await asker.ask(step);
        expect((await book.account(unit))!.lots.map((lot) => lot.quantity)).toEqual(['70']);
        expect(await book.outboxOf({ unit })).toHaveLength(1);
        expect((await book.ledgerTotals()).balanced).toBe(true);
      } finally {
        await Promise.all([blocker.end(), killer.end()]);
      }
    },
  );

  it('a connection killed while a case is opened leaves neither case nor account, and it is opened once afterwards', async () => {
    const other = await new Asker(book, 'F7').open();
    const blocker = new pg.Client({ connectionString: database.url });
    const killer = new pg.Client({ connectionString: database.url });
    await Promise.all([blocker.connect(), killer.connect()]);
    try {
      await blocker.query('begin');
      await blocker.query(`insert into accounts (unit, case_id) values ('F8', $1)`, [other.caseId]);
      const opening = expect(new Asker(book, 'F8').open([credited(allowances('100'))])).rejects.toThrow(/terminat/);
      expect(await killWaiting(killer)).toContain('open_case');
      await opening;
      await blocker.query('rollback');
      expect([await book.readCase('F8/2024'), await book.account('F8')]).toEqual([undefined, undefined]);
      await new Asker(book, 'F8').open([credited(allowances('100'))]);
      await new Asker(book, 'F8').open([credited(allowances('100'))]);
      expect((await book.account('F8'))!.lots.map((lot) => lot.quantity)).toEqual(['100']);
    } finally {
      await Promise.all([blocker.end(), killer.end()]);
    }
  });

  it('an answer lost after the commit is answered again', async () => {
    const asker = await new Asker(book, 'F9').open([credited(allowances('100'))]);
    const step = stepOf('act:lost', after(1), [{ kind: 'take-back', quantity: '30' }]);
    await asker.ask(step);
    const again = new Book(database.url);
    const stored = await again.post(asker.posted(step));
    await again.close();
    expect(stored).toHaveProperty('head');
    expect((await book.account('F9'))!.lots.map((lot) => lot.quantity)).toEqual(['70']);
  });

  it('a deadlock that the server breaks is tried again', async () => {
    const asker = await new Asker(book, 'F10').open([credited(allowances('100'))]);
    const rival = new pg.Client({ connectionString: database.url });
    await rival.connect();
    try {
      await rival.query(`set deadlock_timeout = '60s'`);
      await rival.query('begin');
      await rival.query(`select 1 from accounts where unit = 'F10' for update`);
      const asked = asker.ask(stepOf('act:again', after(1), [{ kind: 'take-back', quantity: '30' }]));
      const waits = `select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and application_name = 'luyue'`;
      await seen('the step waits', async () => (await book.pool.query(waits)).rowCount !== 0);
      await rival.query(`select 1 from cases where case_id = 'F10/2024' for update`);
      await rival.query('commit');
      expect(await asked).toHaveProperty('head');
    } finally {
      await rival.end();
    }
  });
});
