import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Book } from '../../records/book.js';
import { migrate } from '../../records/migrate.js';
import { rebuildViews } from '../../records/rebuild-views.js';
import { viewDifferences } from '../../records/verify-views.js';
import { differencesIn } from '../../records/inspect.js';
import { Lawful } from './changed-lawfully.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { fillBook } from './full-book.js';
import { after, allowances, credited } from './steps.js';

let database: TestDatabase;
let book: Book;
let lawful: Lawful;
beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  lawful = new Lawful(book, await fillBook(book));
});
afterAll(async () => {
  await book.close();
  await database.drop();
});

/** What may lawfully become of what is anchored: what is done before the anchor, and after it. */
interface Change {
  readonly what: string;
  readonly before?: () => Promise<unknown>;
  readonly then: (from: unknown) => Promise<unknown>;
}
/** What stays as it came: the database refuses to change or to take away a line of these tables, whoever asks. */
interface Stays {
  readonly stays: Readonly<Record<string, string>>;
}
const stays = (table: string, column: string): Stays => ({ stays: { [table]: column } });

let letters = 0;
const resent: Change = {
  what: 'a letter comes back and is sent once more',
  before: async () => {
    await lawful.alarm(`for letter ${String((letters += 1))}`);
    const ids = await lawful.send();
    expect(ids).not.toEqual([]);
    return ids;
  },
  then: async (ids) => {
    await lawful.comesBack(ids as string[]);
    await lawful.send();
  },
};
const filedAgain = (id: string, taken: boolean): Change => ({
  what: taken ? 'filed, filed once more, then in another version' : 'filed once more, and not decided yet',
  before: async () => {
    const document = await lawful.document(id);
    await lawful.version(document);
    await lawful.fileVersion(document, `${id}-1`);
    return document;
  },
  then: async (document) => {
    await lawful.fileVersion(document as string, `${id}-2`, taken);
    if (taken) await lawful.version(document as string);
  },
});
const person = (what: string, act: string, brings: object, before?: () => Promise<unknown>): Change => ({
  what,
  ...(before ? { before } : {}),
  then: () => lawful.both(act, brings as never),
});
const someoneElse = (): Promise<unknown> =>
  lawful.both('enter-person', {
    name: 'other',
    mail: 'other@unit.example',
    identity: { issuer: 'https://id.example', subject: 'other' },
  });

/** For every kind of thing that is anchored. */
const KINDS: Readonly<Record<string, readonly (Change | Stays)[]>> = {
  heads: [
    { what: 'a case goes on', then: () => lawful.take('act:on-1', [credited(allowances('4'))]) },
    { what: 'a unit has a case in the next cycle, which takes its account over', then: () => lawful.nextCycle() },
    { what: 'an alarm is raised and released', then: () => lawful.alarm('lawful') },
    stays('anchored_heads', 'moved'),
  ],
  seals: [stays('anchored_seals', 'leaf')],
  file: [
    {
      what: 'nobody files it and it goes, and comes again',
      before: () => lawful.put('went.csv'),
      then: async () => {
        expect(await lawful.forget()).toBeGreaterThan(0);
        await lawful.put('went.csv');
      },
    },
  ],
  upload: [
    {
      what: 'the same file is sent once more, and both go',
      before: () => lawful.put('twice.csv'),
      then: async () => {
        await lawful.put('twice.csv');
        expect(await lawful.forget()).toBeGreaterThan(0);
      },
    },
  ],
  document: [filedAgain('taken', true)],
  paper: [stays('documents', 'unit')],
  version: [filedAgain('waits', false)],
  filing: [
    {
      what: 'one that waited is taken',
      then: () => lawful.decide('waits-2'),
    },
  ],
  opening: [stays('cases', 'opening')],
  lot: [
    { what: 'a lot is sold, set aside or comes in', then: () => lawful.take('act:in', [credited(allowances('3'))]) },
    stays('lots', 'vintage'),
  ],
  expiry: [
    {
      what: 'an amendment moves the day on which lots lapse, and another moves it back',
      then: async () => {
        for (const [n, from, to] of [
          [1, '2024-11-15', '2024-11-30'],
          [2, '2024-11-30', '2024-11-15'],
        ] as const)
          await lawful.take(`act:revise-${String(n)}`, [{ kind: 'move-expiry', from, to }], {
            type: 'revision-adopted',
            with: { revision: n + 1, digest: 'r', deadlines: {} },
          });
      },
    },
  ],
  request: [stays('requests', 'stamp')],
  letter: [resent, stays('letters', 'at')],
  delivery: [resent],
  resend: [stays('resends', 'reason')],
  receipt: [stays('receipts', 'made_at')],
  'receipt-seal': [stays('receipt_seals', 'text')],
  seal: [stays('seals', 'party')],
  'revocation-list': [stays('revocation_lists', 'der')],
  'time-stamp': [stays('time_stamps', 'authority')],
  approval: [
    { what: 'a proposal is withdrawn', before: () => lawful.propose(), then: (one) => lawful.withdraw(one as string) },
    stays('approvals', 'act'),
    stays('approval_lines', 'body'),
  ],
  preview: [stays('previews', 'lines')],
  person: [
    person('corrected', 'correct-person', { person: 'p-0003', name: '改名', reason: '本人申请' }),
    person('suspended', 'suspend-person', { person: 'p-0003', reason: '试验' }),
    person('let in again', 'lift-suspension', { person: 'p-0003', reason: '试验' }),
    person('their machine client ends', 'end-client', { client: 'c-0001', basis: '停用' }),
    person('their appointment ends', 'end-appointment', { appointment: 3, basis: '调离' }),
    person('a certificate is revoked', 'revoke-certificate', { certificate: 's-0001', basis: '换新' }),
    person(
      'another signs in by another account',
      'correct-person',
      {
        person: 'p-0004',
        identity: { issuer: 'https://id.example', subject: 'other-2' },
        reason: '换账号',
      },
      someoneElse,
    ),
    person('erased', 'erase-person', { person: 'p-0004', reason: '本人申请' }),
  ],
  'sign-ins': [
    { what: 'somebody signs in again', then: () => lawful.signIn() },
    { what: 'what is older than half a year goes', then: () => book.pool.query('select forget_sign_ins(184, 1000)') },
  ],
  claim: [
    { what: 'handed over', before: () => lawful.claim('p-0001'), then: () => lawful.claim('p-0002') },
    { what: 'given back', then: () => lawful.claim() },
    stays('inbox_claims', 'person'),
  ],
  substitute: [
    { what: 'ends', before: () => lawful.standIn(), then: () => lawful.noStandIn() },
    stays('inbox_substitutes', 'until_day'),
  ],
  attempt: [stays('attempts', 'message')],
  revival: [stays('revivals', 'reason')],
  platform: [stays('platform', 'kind')],
};

const found = async (): Promise<readonly unknown[]> => [
  ...(await differencesIn(book.pool)),
  ...[(await book.verifyChains()).wrong].filter((one) => one !== undefined),
  ...(await viewDifferences(book.pool)),
  ...(await book.verifyAnchors([])).wrong,
];
let days = 1;
/** Nothing is found before the anchor of the next day, nor after it. */
const isQuiet = async (): Promise<void> => {
  expect(await found()).toEqual([]);
  days += 1;
  await book.anchorHeads(after(days * 24));
  expect(await found()).toEqual([]);
};

const ALL = Object.entries(KINDS).flatMap(([kind, list]) => list.map((one) => [kind, one] as const));
const changes = ALL.flatMap(([kind, one]) => ('what' in one ? [[kind, one.what, one] as const] : []));
const staying = ALL.flatMap(([kind, one]) =>
  'stays' in one ? Object.entries(one.stays).map((of) => [kind, ...of] as const) : [],
);

describe('whatever is anchored may change lawfully, or not at all', () => {
  it('every kind that the database knows is tried here', async () => {
    const text = `select distinct m[1] as kind from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([a-z-]+)''', 'g') m
      where c.conname = 'anchored_evidence_kind_check'`;
    const { rows } = await book.pool.query<{ kind: string }>(text);
    const kinds = [...rows.map(({ kind }) => kind), 'heads', 'seals'].sort();
    expect(kinds.length).toBeGreaterThan(25);
    expect(Object.keys(KINDS).sort()).toEqual(kinds);
    expect(Object.entries(KINDS).filter(([, list]) => list.length === 0)).toEqual([]);
    const { rows: there } = await book.pool.query<{ kind: string }>('select distinct kind from evidence_now()');
    expect(there.map(({ kind }) => kind).sort()).toEqual(rows.map(({ kind }) => kind).sort());
  });

  it.each(changes)('%s: %s', async (_kind, _what, { before, then }) => {
    const from = await before?.();
    await isQuiet();
    await then(from);
    await isQuiet();
  });

  it.each(staying)('%s: no line of %s is changed in %s, nor taken away', async (_kind, table, column) => {
    await isQuiet();
    for (const sql of [`update ${table} set ${column} = ${column}`, `delete from ${table}`])
      await expect(lawful.alone(sql)).rejects.toBeInstanceOf(pg.DatabaseError);
  });

  it('nor is it an alarm when the schema is brought up to date, or what is shown is made anew', async () => {
    await migrate(database.url);
    await rebuildViews(book.pool, 'all');
    await isQuiet();
  });
});
