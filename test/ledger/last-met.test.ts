import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LastMet } from '../../ledger/last-met.js';
import { Book } from '../../records/book.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { Asker, after, allowances, credited, named, stepOf } from '../records/steps.js';
import { seen } from '../seen.js';

let database: TestDatabase;
let pool: pg.Pool;
let book: Book;
let other: Book;
beforeAll(async () => {
  database = await bookDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  book = new Book(pool);
  other = new Book(database.url);
});
afterAll(async () => {
  await other.close();
  await pool.end();
  await database.drop();
});

/** What is asked of the database while something is done. */
const asked = async (work: () => Promise<unknown>): Promise<string[]> => {
  const client = await pool.connect();
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const names: string[] = [];
  client.query = ((...args: unknown[]) => {
    const [what] = args as [string | { name: string }];
    const name = typeof what === 'string' ? what : what.name;
    // what a test files beforehand is not the step's asking; nor is the case asked about for its account
    if (!/insert into requests|select case_id from accounts|^(watch-opening|events-from)$/.test(name)) names.push(name);
    return query(...args);
  }) as typeof client.query;
  client.release();
  try {
    await work();
  } finally {
    client.query = query as typeof client.query;
  }
  return names;
};

const takeBack = (key: string, quantity = '10') => stepOf(`act:${key}`, after(1), [{ kind: 'take-back', quantity }]);
const quantities = async (unit: string): Promise<string[]> => (await book.account(unit))!.lots.map((lot) => lot.quantity);

describe('design §3 — one step, one transaction: an account met before is not asked for again', () => {
  it('the first step on an account asks for it, the next one only writes', async () => {
    const asker = await new Asker(book, 'M1').open([credited(allowances('100'))]);
    expect(await asked(() => asker.take(takeBack('m1')))).toEqual(['meet-accounts', 'write-step']);
    expect(await asked(() => asker.take(takeBack('m2')))).toEqual(['write-step']);
    expect(await quantities('M1')).toEqual(['80']);
  });

  it('an account that another process has changed is met again, and nothing is lost', async () => {
    const asker = await new Asker(book, 'M2').open([credited(allowances('100'))]);
    await asker.take(takeBack('m3'));
    const elsewhere = new Asker(other, 'M2');
    await elsewhere.catchUp();
    await elsewhere.take(takeBack('m4', '30'));
    await asker.catchUp();
    expect(await asked(() => asker.take(takeBack('m5')))).toEqual(['write-step', 'meet-accounts', 'write-step']);
    expect(await quantities('M2')).toEqual(['50']);
  });

  it('an account that moves in the very moment of writing undoes the step, which is done again', async () => {
    const asker = await new Asker(book, 'M8').open([credited(allowances('100'))]);
    await asker.take(takeBack('m17'));
    const rival = new pg.Client({ connectionString: database.url });
    await rival.connect();
    try {
      await rival.query('begin');
      await rival.query(`update accounts set version = version + 1 where unit = 'M8'`);
      const taken = asker.take(takeBack('m18'));
      const waits = `select from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`;
      await seen('the step waits', async () => (await other.pool.query(waits)).rowCount !== 0);
      await rival.query('commit');
      expect((await taken).events.map(({ type }) => type)).toEqual(['something-happened', 'taken-back']);
    } finally {
      await rival.end();
    }
    expect(await quantities('M8')).toEqual(['80']);
    expect(await book.verifyChains()).not.toHaveProperty('wrong');
  });

  it('an account from which another case claims is asked for every time', async () => {
    const asker = await new Asker(book, 'M3').open([credited(allowances('10'))]);
    await asker.take(takeBack('m6', '15'));
    expect((await book.account('M3'))!.debt).toBe('5');
    expect(await asked(() => asker.take(takeBack('m7', '1')))).toEqual(['meet-accounts', 'write-step']);
  });

  it('a refusal is decided on the account as it is held, not as it is remembered', async () => {
    const asker = await new Asker(book, 'M4').open([credited(allowances('10'))]);
    const give = stepOf('act:m8', after(1), [{ kind: 'cancel', quantity: '11', reason: '自愿注销' }]);
    await asker.take(takeBack('m9', '1'));
    const names = await asked(async () => expect(await asker.ask(give)).toMatchObject({ refused: 'insufficient-holdings' }));
    expect(names.filter((name) => name === 'begin')).toHaveLength(1);
  });
});

describe('design §3 — the short way asks what the long one asks', () => {
  it('an act refused before is answered with its refusal, on an account met before, too', async () => {
    const asker = await new Asker(book, 'M6').open([credited(allowances('10'))]);
    await asker.take(takeBack('m12', '1'));
    const refusal = { refused: 'bad-input', zh: '错', en: 'wrong' } as const;
    await named(book, { id: 'm13', cases: [asker.caseId], stamp: after(1), do: 'surrender', by: 'M6' });
    await book.refuseAct('m13', asker.caseId, refusal);
    expect(await asker.ask(takeBack('m13', '1'))).toEqual(refusal);
    expect(await quantities('M6')).toEqual(['9']);
  });

  it('an asker that is behind is told by how much, and nothing is written', async () => {
    const asker = await new Asker(book, 'M7').open([credited(allowances('10'))]);
    await asker.take(takeBack('m14', '1'));
    const behind = new Asker(book, 'M7');
    await behind.catchUp();
    await asker.take(takeBack('m15', '1'));
    const answer = await behind.ask(takeBack('m16', '1'));
    expect('ahead' in answer && answer.ahead.map(({ key }) => key)).toEqual(['act:m15']);
    expect(await quantities('M7')).toEqual(['8']);
  });
});

describe('design §5 — a book put back to an earlier moment', () => {
  it('is met by a new connection, which forgets what was met before', async () => {
    const asker = await new Asker(book, 'M5').open([credited(allowances('100'))]);
    await asker.take(takeBack('m10'));
    const client = await pool.connect();
    client.release(true);
    expect(await asked(() => asker.take(takeBack('m11')))).toEqual(['meet-accounts', 'write-step']);
  });

  it('no more accounts are remembered than the bound, the oldest are forgotten first', () => {
    const bound = 2_000;
    const lastMet = new LastMet();
    const account = (unit: string) => ({ unit, debt: '0', shortfall: '0', frozen: false, lots: [] });
    for (let n = 0; n <= bound; n += 1) lastMet.keep({ account: account(`U${String(n)}`), version: n });
    expect(lastMet.take('U0')).toBeUndefined();
    expect(lastMet.take('U1')).toMatchObject({ version: 1 });
    expect(lastMet.take(`U${String(bound)}`)).toMatchObject({ version: bound });
  });
});
