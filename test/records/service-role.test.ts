import { randomBytes } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAlarms } from '../../ledger/alarms.js';
import { raiseAlarms } from '../../records/raise-alarms.js';
import { inspect } from '../../records/inspect.js';
import { balancesOf } from '../../ledger/statement.js';
import { Book } from '../../records/book.js';
import { resendRefused } from '../../records/deliveries.js';
import { grantService, SERVICE_GRANTS, SHOWN_TABLES } from '../../records/service-role.js';
import { readScenario } from '../../simulator/scenario.js';
import { play } from '../../simulator/simulate.js';
import { PlayOnBook } from '../ledger/play-on-book.js';
import { AT_ONCE } from './put-letters.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { after } from './steps.js';
import { release } from '../ledger/releasing.js';

const SCENARIO = path.join(import.meta.dirname, '..', 'scenarios', 'contract-example.yaml');
const role = `service_${randomBytes(6).toString('hex')}`;
const PASSWORD = 'service-secret';

let database: TestDatabase;
let owner: pg.Client;
let service: pg.Client;
let book: Book;
beforeAll(async () => {
  database = await bookDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`create role ${role} login password '${PASSWORD}'`);
  // twice: after every change of the schema it is done again
  for (const time of [1, 2]) expect([time, await grantService(database.url, role)]).toEqual([time, true]);
  const url = new URL(database.url);
  url.username = role;
  url.password = PASSWORD;
  service = new pg.Client({ connectionString: url.href });
  await service.connect();
  book = new Book(url.href, { maxConnections: 2 });
  await new PlayOnBook(book).play(readScenario(SCENARIO));
});
afterAll(async () => {
  await book.close();
  await service.end();
  await owner.query(`drop owned by ${role}; drop role ${role}`);
  await owner.end();
  await database.drop();
});

const tables = async (): Promise<string[]> =>
  (
    await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'schema_changes'`,
    )
  ).rows.map(({ name }) => name);

describe('issue 5 — the book is served under a role that owns nothing', () => {
  it('a whole year goes through the door, the steps and the ledger, as in memory', async () => {
    const { units } = play(readScenario(SCENARIO));
    for (const { unit, account } of units) expect(await book.account(unit.id)).toEqual(account);
    expect((await service.query(`select count(*)::int as n from acts where state = 'applied'`)).rows).not.toEqual([{ n: 0 }]);
    expect((await book.ledgerTotals()).balanced).toBe(true);
  });

  it('mails are delivered, one that fails is kept', async () => {
    expect(await book.gatherLetters(AT_ONCE)).toBeGreaterThan(2);
    const [first, second] = await book.claimLetters(2);
    await book.letterFailed({ id: first?.id ?? '' }, { why: 'no mail server', forGood: false });
    await book.letterSent({ id: second?.id ?? '' });
    expect(await book.lettersOf({ waiting: true })).toContainEqual(expect.objectContaining({ said: 'no mail server' }));
    const [third] = await book.claimLetters(1);
    await book.letterFailed({ id: third?.id ?? '' }, { why: '550 no such mailbox', forGood: true });
    expect(await resendRefused(book.pool, undefined, 'operator/x', '邮箱已更正')).toEqual([third?.id]);
  });

  it('the nightly check, its anchor, an alarm and its release', async () => {
    expect((await inspect(book.pool, after(1))).differences).toEqual([]);
    await book.anchorHeads(after(1));
    expect((await book.verifyAnchors()).wrong).toEqual([]);
    await raiseAlarms(book.pool, [{ check: 'chain-end', subject: 'tried', found: 'for the test', units: null }], after(2));
    const [alarm] = await openAlarms(book.pool);
    await release(book, alarm!.id);
    expect(await openAlarms(book.pool)).toEqual([]);
    expect(await balancesOf(book.pool, 'unit/BJ-0001')).not.toEqual([]);
  });

  it('every table of the schema is granted, and owned by another', async () => {
    expect((await tables()).sort()).toEqual(Object.keys(SERVICE_GRANTS).sort());
    const { rows } = await owner.query(
      `select relname from pg_class where relowner = $1::regrole union all select proname from pg_proc where proowner = $1::regrole`,
      [role],
    );
    expect(rows).toEqual([]);
  });
});

/** What is known of people besides their numbers is no history: it is erased when it is asked (个人信息保护法). */
const ERASABLE = ['identities', 'person_drafts'];

describe('issue 5 — no change or deletion of history, tried as the application’s own role', () => {
  it.each(Object.keys(SERVICE_GRANTS))('nothing of %s can be deleted, emptied, or freed of its triggers', async (table) => {
    const tries = [
      ...([...ERASABLE, ...SHOWN_TABLES].includes(table) ? [] : [`delete from ${table}`]),
      `truncate ${table} cascade`,
      `alter table ${table} disable trigger all`,
      `drop table ${table} cascade`,
      `alter table ${table} add column more int`,
      `create trigger mine before insert on ${table} for each row execute function refuse_change()`,
    ];
    for (const sql of tries) await expect(service.query(sql), sql).rejects.toMatchObject({ code: '42501' });
  });

  it('every trigger stays', async () => {
    const { rows } = await owner.query<{ trigger: string; on: string }>(
      `select tgname as trigger, tgrelid::regclass::text as on from pg_trigger where not tgisinternal`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { trigger, on } of rows)
      await expect(service.query(`drop trigger ${trigger} on ${on}`), trigger).rejects.toMatchObject({ code: '42501' });
  });

  const refused: [string, string][] = [
    ['an event', `update events set body = body`],
    ['a posting', `update postings set quantity = 1`],
    ['a transaction', `update transactions set by = 'x'`],
    ['an anchor', `update anchors set hash = 'x'`],
    ['what a case was opened with', `update cases set opening = '{}'`],
    ['what was filed', `update requests set body = '{}'`],
    ['the stamp of an act', `update acts set stamp = 0`],
    ['the kind of a lot', `update lots set product = 'ccer'`],
    ['what a mail says', `update outbox set say = '{}'`],
    ['what the checker found', `update alarms set found = 'x'`],
    ['whom somebody acts for', `update appointments set role = 'approver'`],
    ['who is a test person', `update persons set test_actor = 'city/a'`],
    ['by which key a program signs in', `update clients set key = '{}'`],
    ['which changes the schema has had', `delete from schema_changes`],
    ['the triggers of the session', `set session_replication_role = replica`],
    [
      'what a function does',
      `create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
    ],
    ['the schema', `create table mine (n int)`],
    ['another role', `set role pg_write_all_data`],
  ];
  it.each(refused)('%s cannot be changed', async (_, sql) => {
    await expect(service.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('what it may write is still kept by the database: a lot follows its postings only', async () => {
    await expect(service.query('update lots set quantity = quantity + 1')).rejects.toThrow('by postings only');
  });
});

describe('issue 5 — the grants', () => {
  it('are not given where there is no such role', async () => {
    expect(await grantService(database.url, `${role}_missing`)).toBe(false);
  });

  it('are refused to a role that may do more than serve', async () => {
    const mighty = `${role}_mighty`;
    await owner.query(`create role ${mighty} createdb`);
    try {
      await expect(grantService(database.url, mighty)).rejects.toThrow(
        `role ${mighty}: it is a superuser, makes roles or databases`,
      );
    } finally {
      await owner.query(`drop role ${mighty}`);
    }
  });
});
