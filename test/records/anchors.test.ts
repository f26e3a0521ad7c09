import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { auditAnchors, auditVerify } from '../../client/audit.js';
import type { Event } from '../../domain/model/step.js';
import type { Anchor } from '../../records/anchors.js';
import { Book } from '../../records/book.js';
import { chain, seal } from '../../records/chain.js';
import { changedBytesIn } from '../../records/inspect.js';
import { bookDatabase, copyOf, type TestDatabase } from './database.js';
import { after, allowances, Asker, credited, stepOf } from './steps.js';

/** What was written, with nobody connected, and a copy of it to ask. */
let written: TestDatabase;
let database: TestDatabase;
let book: Book;
let intruder: pg.Client;
let first: Anchor;
let third: Anchor;
const takeBack = (key: string, at: number) => stepOf(`act:${key}`, at, [{ kind: 'cancel', quantity: '1', reason: '自愿注销' }]);

/** The case opens on 10 May at 00:00 in Beijing: N1 moves on all days, N2 on the first, nothing happens on 12 May. */
beforeAll(async () => {
  written = await bookDatabase();
  book = new Book(written.url);
  const moving = await new Asker(book, 'N1').open([credited(allowances('100'))]);
  await new Asker(book, 'N2').open([credited(allowances('5'))]);
  await moving.take(takeBack('n1', after(1)));
  first = await book.anchorHeads(after(23));
  await moving.take(takeBack('n2', after(25)));
  await book.anchorHeads(after(26));
  third = await book.anchorHeads(after(50));
  await book.close();
  database = await copyOf(written);
  book = new Book(database.url);
  intruder = new pg.Client({ connectionString: database.url });
  await intruder.connect();
  vi.stubEnv('DATABASE_URL', database.url);
  vi.stubEnv('TEMPORAL_ADDRESS', '127.0.0.1:1');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await intruder.end();
  await book.close();
  await database.drop();
  await written.drop();
});

/** What is found in a copy of the book in which something was done behind its back. */
const behindItsBack = async <T>(statements: readonly string[], look: (behind: Book) => Promise<T>): Promise<T> => {
  const copy = await copyOf(written);
  const pool = new pg.Pool({ connectionString: copy.url, max: 1 });
  try {
    await pool.query('set session_replication_role = replica');
    for (const sql of statements) await pool.query(sql);
    return await look(new Book(pool));
  } finally {
    await pool.end();
    await copy.drop();
  }
};

/** Statements that write a case's chain anew from its beginning, with all its hashes, as if it had always been so. */
const rewritten = async (caseId: string, change: (event: Event) => Event): Promise<string[]> => {
  const { rows } = await intruder.query<{ seq: number; step_key: string; k: number; body: Event }>(
    'select seq, step_key, k, body from events where case_id = $1 order by seq',
    [caseId],
  );
  let head = '';
  const statements = rows.map(({ seq, step_key: key, k, body: before }) => {
    const body = change(before);
    head = chain(head, caseId, body);
    return `update events set body = '${JSON.stringify(body)}', hash = '${head}', seal = '${seal(head, key, k)}'
      where case_id = '${caseId}' and seq = ${String(seq)}`;
  });
  return [...statements, `update cases set head = '${head}' where case_id = '${caseId}'`];
};

describe('design §4 — the heads of all cases are anchored together once a day', () => {
  it('each anchor names its day, what stood then, and the anchor before', async () => {
    const anchors = await book.anchors();
    expect(anchors.map(({ day, cases }) => [day, cases])).toEqual([
      ['2024-05-10', 2],
      ['2024-05-11', 2],
      ['2024-05-12', 2],
    ]);
    // opened and credited, twice; then two events a take-back; a ledger transaction for each of these steps
    expect(anchors.map(({ events, transactions }) => [events, transactions])).toEqual([
      [6, 3],
      [8, 4],
      [8, 4],
    ]);
    expect(anchors.map(({ before }) => before)).toEqual(['', anchors[0]!.hash, anchors[1]!.hash]);
    expect(anchors[2]!.heads).toBe(anchors[1]!.heads);
    expect(anchors[1]!.heads).not.toBe(anchors[0]!.heads);
  });

  it('only what has moved is listed under a later one', async () => {
    const { rows } = await intruder.query(`select day::text, case_id, seq from anchored_heads order by day, case_id`);
    expect(rows).toEqual([
      { day: '2024-05-10', case_id: 'N1/2024', seq: 4 },
      { day: '2024-05-10', case_id: 'N2/2024', seq: 2 },
      { day: '2024-05-11', case_id: 'N1/2024', seq: 6 },
    ]);
  });

  it('a day is anchored once, whoever asks again, and none before the last', async () => {
    const asked = await Promise.all([book.anchorHeads(after(49)), book.anchorHeads(after(71)), book.anchorHeads(after(1))]);
    expect(asked).toEqual([third, third, third]);
    expect(await book.anchors()).toHaveLength(3);
  });

  it('a book that nobody touched agrees, also with an anchor kept outside', async () => {
    expect(await book.verifyAnchors([first])).toEqual({ anchors: 3, last: third, wrong: [] });
  });
});

describe('design §4 — a history written anew, with all its hashes, is found and located', () => {
  it('its chains say nothing, the anchor does', async () => {
    const lie = await rewritten('N2/2024', (event) => ({ ...event, by: 'somebody-else' }));
    const found = await behindItsBack(lie, async (behind) => [await behind.verifyChains(), await behind.verifyAnchors()]);
    expect(found).toEqual([
      { cases: 2, events: 8 },
      expect.objectContaining({ wrong: [{ day: '2024-05-10', what: 'head', caseId: 'N2/2024', seq: 2 }] }),
    ]);
  });

  it('a history cut short is found where the anchored event is missing', async () => {
    const cut = [
      `delete from events where case_id = 'N1/2024' and seq > 4`,
      `update cases set seq = 4, head = (select hash from events where case_id = 'N1/2024' and seq = 4) where case_id = 'N1/2024'`,
      `delete from postings where tx = 'N1/2024:act:n2'`,
      `delete from transactions where id = 'N1/2024:act:n2'`,
    ];
    const found = await behindItsBack(cut, async (behind) => [await behind.verifyChains(), await behind.verifyAnchors()]);
    expect(found).toEqual([
      { cases: 2, events: 6 },
      expect.objectContaining({ wrong: [{ day: '2024-05-11', what: 'head', caseId: 'N1/2024', seq: 6 }] }),
    ]);
  });

  it('a transaction under another seal is found', async () => {
    const change = [`update transactions set hash = repeat('0', 64) where id = 'N1/2024:act:n1'`];
    const { wrong } = await behindItsBack(change, (behind) => behind.verifyAnchors());
    expect(wrong).toEqual([{ day: '2024-05-10', what: 'transactions', caseId: 'N1/2024', seq: 4 }]);
  });

  const changes: [string, string, unknown][] = [
    ['a number in an anchor', `update anchors set events = 9 where day = '2024-05-11'`, { day: '2024-05-11', what: 'anchor' }],
    ['an anchor taken away', `delete from anchors where day = '2024-05-12'`, { day: '2024-05-12', what: 'kept' }],
    [
      'a head taken off the list, and off the book',
      `delete from anchored_heads where case_id = 'N2/2024'; delete from events where case_id = 'N2/2024'; delete from cases where case_id = 'N2/2024'`,
      { day: '2024-05-10', what: 'heads' },
    ],
  ];
  it.each(changes)('%s is found', async (_, change, wrong) => {
    const report = await behindItsBack([change], (behind) => behind.verifyAnchors([third]));
    expect(report.wrong[0]).toEqual(wrong);
  });
});

describe('luyue audit', () => {
  const asked = async (command: (streams: { out: (text: string) => void; err: (text: string) => void }) => Promise<number>) => {
    let text = '';
    const status = await command({ out: (more) => void (text += more), err: (more) => void (text += more) });
    return { status, text };
  };

  it('anchors prints one a line, as verify takes them', async () => {
    const { status, text } = await asked((streams) => auditAnchors({}, streams));
    expect([status, text.split('\n')[0]]).toEqual([0, `2024-05-10=${first.hash}  2 cases, 6 events, 3 transactions`]);
    const json = await asked((streams) => auditAnchors({ json: true }, streams));
    expect(JSON.parse(json.text)).toHaveLength(3);
  });

  it('verify says that the anchors agree, or which one kept outside does not', async () => {
    const agreed = await asked((streams) => auditVerify({ anchor: [`${first.day}=${first.hash}`] }, streams));
    expect([agreed.status, agreed.text]).toEqual([
      0,
      expect.stringContaining(`锚定相符 anchors agree: 3, the last 2024-05-12=${third.hash}`),
    ]);
    const other = await asked((streams) => auditVerify({ anchor: [`${first.day}=${third.hash}`] }, streams));
    expect([other.status, other.text]).toEqual([1, expect.stringContaining('2024-05-10  与库外留存不符')]);
  });

  it('verify names the first event of a case that goes back in time, though every hash is right', async () => {
    const back = await rewritten('N1/2024', (event) => (event.seq === 5 ? { ...event, at: after(0.5) } : event));
    const found = await behindItsBack(back, async (behind) => {
      const { wrong } = await behind.verifyChains();
      const times = (await changedBytesIn(behind.pool)).filter(({ check }) => check === 'time-goes-back');
      return { wrong, times };
    });
    expect(found).toEqual({
      wrong: undefined,
      times: [
        {
          check: 'time-goes-back',
          subject: 'N1/2024/5',
          units: ['N1'],
          found: 'is of 2024-05-10T00:30:00.000+08:00, the event before it of 2024-05-10T01:00:00.000+08:00',
        },
      ],
    });
  });

  it('an anchor that is none is refused with what is expected', async () => {
    await expect(auditVerify({ anchor: ['yesterday'] })).rejects.toThrow(/--anchor yesterday: .*expected DAY=HASH/);
  });
});

describe('design §4 — an anchor kept outside the database', () => {
  it('tells even when all anchors were written anew with the history', async () => {
    const lie = await rewritten('N2/2024', (event) => ({ ...event, by: 'somebody-else' }));
    await intruder.query('set session_replication_role = replica');
    for (const sql of [...lie, 'delete from anchored_heads', 'delete from anchored_evidence', 'delete from anchors'])
      await intruder.query(sql);
    for (const hours of [23, 26, 50]) await book.anchorHeads(after(hours));
    expect(await book.verifyChains()).toEqual({ cases: 2, events: 8 });
    expect((await book.verifyAnchors()).wrong).toEqual([]);
    expect((await book.verifyAnchors([first])).wrong).toEqual([{ day: '2024-05-10', what: 'kept' }]);
  });
});
