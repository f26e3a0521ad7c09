import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkActivities, type Checked } from '../../activities/check-book.js';
import { auditVerify } from '../../client/audit.js';
import { fileVerify } from '../../client/file.js';
import { byNight, forgetFiles, scanFiles } from '../../documents/files/by-night.js';
import { Files } from '../../documents/files/files.js';
import { FolderStore } from '../../documents/files/folder-store.js';
import { Incoming } from '../../documents/files/incoming.js';
import { isFileRefused } from '../../documents/files/refused.js';
import { readAgain } from '../../documents/files/reading-again.js';
import { Book } from '../../records/book.js';
import { openTroubles } from '../../records/troubles.js';
import { bookDatabase, type TestDatabase } from './database.js';
import { after } from './steps.js';
import { seen } from '../seen.js';

const DAY = 86_400_000;
let database: TestDatabase;
let book: Book;
let folder: string;
let files: Files;

const filesOn = (on: Book, at: string): Files =>
  new Files({
    pool: on.pool,
    store: new FolderStore(at),
    incoming: new Incoming(join(at, 'incoming')),
    bounds: { file: 1_000_000, partyDay: 100_000_000 },
  });

beforeAll(async () => {
  database = await bookDatabase();
  book = new Book(database.url);
  folder = await mkdtemp(join(tmpdir(), 'luyue-kept-'));
  files = filesOn(book, folder);
  vi.stubEnv('DATABASE_URL', database.url);
  vi.stubEnv('TEMPORAL_ADDRESS', '127.0.0.1:1');
  vi.stubEnv('LUYUE_FILES', folder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await book.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const pathOf = (sha256: string, at = folder): string => join(at, sha256.slice(0, 2), sha256);
const put = async (name = 'a.csv', to = files): Promise<string> => {
  const pieces = Readable.from([Buffer.from(`月份\n${randomBytes(8).toString('hex')}\n`)]);
  const sent = await to.put({ name, party: 'BJ-0001', by: 'BJ-0001/p-0001', pieces });
  if (isFileRefused(sent)) throw new Error(sent.en);
  return sent.sha256;
};
let requests = 0;
/** A request that names a file, however deep. */
const file = (sha256: string): Promise<unknown> =>
  book.pool.query(
    `insert into requests (act_id, asker, id, asked, do_what, by, body, stamp) values ($1, 'BJ-0001', $1, '', 'submit-monthly-evidence', 'BJ-0001', $2, 0)`,
    [`file-${String((requests += 1))}`, JSON.stringify({ verifierReport: { files: [{ name: 'a.csv', sha256 }] } })],
  );
const asOld = (sha256: string, days: number): Promise<unknown> =>
  book.pool.query('update files set asked_at = $2 where sha256 = $1', [sha256, Date.now() - days * DAY]);
const changed = async (sha256: string, at = folder): Promise<void> => {
  const bytes = await readFile(pathOf(sha256, at));
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  await chmod(pathOf(sha256, at), 0o600);
  await writeFile(pathOf(sha256, at), bytes);
};
const out = async (command: (streams: { out: (text: string) => void; err: (text: string) => void }) => Promise<number>) => {
  let text = '';
  const status = await command({ out: (more) => void (text += more), err: (more) => void (text += more) });
  return { status, text };
};

describe('front §6 — what nobody ever filed goes after 30 days, what something names never', () => {
  it('30 days after it was sent or asked for last, not before, and from the store too', async () => {
    const [old, young, filed] = [await put(), await put(), await put()];
    await file(filed);
    for (const one of [old, filed]) await asOld(one, 31);
    await asOld(young, 29);
    expect(await forgetFiles(book.pool, files)).toBe(1);
    const left = async (sha256: string): Promise<boolean[]> => [
      (await files.known([sha256])).has(sha256),
      await files.store.has(sha256, (await readFile(pathOf(sha256)).catch(() => Buffer.alloc(0))).length),
    ];
    expect([await left(old), await left(young), await left(filed)]).toEqual([
      [false, false],
      [true, true],
      [true, true],
    ]);
    const { rows } = await book.pool.query<{ filed: boolean }>(
      'select filed_at is not null as filed from files where sha256 = $1',
      [filed],
    );
    expect(rows).toEqual([{ filed: true }]);
  });

  it('one that is asked for stays, and nobody may have one forgotten that is younger', async () => {
    const sha256 = await put();
    await asOld(sha256, 31);
    await files.known([sha256], ['BJ-0001']);
    expect(await forgetFiles(book.pool, files)).toBe(0);
    const { rows } = await book.pool.query<{ gone: boolean }>('select forget_file($1, $2) as gone', [
      sha256,
      Date.now() + 99 * DAY,
    ]);
    expect(rows).toEqual([{ gone: false }]);
  });

  it('one that is asked for while the night looks at it stays: a draft that names it then has it', async () => {
    const old = await put();
    await asOld(old, 31);
    const draft = await book.pool.connect();
    try {
      await draft.query('begin');
      // as a draft asks for what it names
      await draft.query('update files set asked_at = $2 where sha256 = $1', [old, Date.now()]);
      const night = forgetFiles(book.pool, files);
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%forget_file%'`;
      await seen('the night waits for the draft', async () => (await book.pool.query(waiting)).rows.length > 0);
      await draft.query('commit');
      expect(await night).toBe(0);
    } finally {
      draft.release();
    }
    expect([
      await files.known([old]).then((found) => found.size),
      await files.store.has(old, Buffer.byteLength(`月份\n${'x'.repeat(16)}\n`)),
    ]).toEqual([1, true]);
  });

  it('one that is sent again while it goes is there afterwards', async () => {
    const pieces = (): Readable => Readable.from([Buffer.from('a,b\n')]);
    const send = () => files.put({ name: 'a.csv', party: 'BJ-0002', by: 'BJ-0002', pieces: pieces() });
    const sha256 = createHash('sha256').update('a,b\n').digest('hex');
    for (let n = 0; n < 10; n += 1) {
      await send();
      await asOld(sha256, 31);
      await Promise.all([send(), forgetFiles(book.pool, files)]);
      expect([n, (await files.known([sha256])).has(sha256), await files.store.has(sha256, 4)]).toEqual([n, true, true]);
    }
  });
});

describe('front §6 — by night', () => {
  it('what no scanner had looked at is looked at; what is found stays, and is not called clean', async () => {
    const [bad, good] = [await put(), await put()];
    const scanner = {
      scan: async (pieces: AsyncIterable<Uint8Array>) => {
        const hash = createHash('sha256');
        for await (const piece of pieces) hash.update(piece);
        return hash.digest('hex') === bad ? { found: 'Luyue.Test' } : ({ clean: true } as const);
      },
    };
    expect((await scanFiles(book.pool, files, scanner)).infected).toEqual([{ sha256: bad, found: 'Luyue.Test' }]);
    const known = await files.known([bad, good]);
    expect([known.get(bad)?.scanned, known.get(good)?.scanned]).toEqual(['infected', 'clean']);
    const away = await scanFiles(book.pool, files, { scan: () => Promise.resolve({ away: 'gone' }) });
    expect(away).toEqual({ scanned: 0, infected: [] });
  });

  it('a portion is read again, that which was read longest ago first', async () => {
    const first = await readAgain(book.pool, files.store, { mostBytes: 1 }, 1);
    expect(first).toMatchObject({ files: 1, wrong: [] });
    const rest = await readAgain(book.pool, files.store, { mostBytes: 1e9 }, 1);
    const { rows } = await book.pool.query('select from files');
    expect(rest.files).toBe(rows.length - 1);
    expect((await readAgain(book.pool, files.store, { mostBytes: 1e9 }, 1)).files).toBe(0);
    expect((await readAgain(book.pool, files.store, { since: Date.now() + DAY })).files).toBe(0);
  });
});

const nightly = async (): Promise<Checked> => {
  const activities = checkActivities(book, { files: () => byNight(book.pool, files, Date.now() + 1) });
  return new MockActivityEnvironment().run(() => activities.checkBook(after(2)));
};

describe('front §6 — the daily anchor covers every file', () => {
  it('one byte changed in the store is found and named, by the audit and by night, and holds nobody up', async () => {
    const sha256 = await put('发票.csv');
    const gone = await put('gone.csv');
    await book.anchorHeads(after(1));
    const before = await out((streams) => auditVerify({}, streams));
    expect([before.status, before.text]).toEqual([0, expect.stringContaining('文件完整 files intact')]);
    await changed(sha256);
    await rm(pathOf(gone));
    const found = await out((streams) => fileVerify({}, streams));
    expect(found.status).toBe(1);
    expect(found.text).toContain(`${sha256}  内容已变 is not what it was  BJ-0001  发票.csv`);
    expect(found.text).toContain(`${gone}  不在存放处 is not in the store  BJ-0001  gone.csv`);
    expect((await out((streams) => auditVerify({ json: true }, streams))).status).toBe(1);
    await expect(files.get(sha256).then((got) => got?.body.toArray())).rejects.toThrow('not what it was');
    const night = await nightly();
    const told = [
      { sha256, what: 'changed' },
      { sha256: gone, what: 'missing' },
    ].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
    expect(night.files?.wrong.map(({ sha256: hash, what }) => ({ sha256: hash, what }))).toEqual(told);
    const troubles = async (): Promise<string[]> =>
      (await openTroubles(book.pool)).filter(({ kind }) => kind === 'stored-file').map(({ subject }) => subject);
    expect((await troubles()).sort()).toEqual(told.map((one) => one.sha256));
    await changed(sha256);
    await nightly();
    expect(await troubles()).toEqual([gone]);
  });

  it('what is entered of a file is under the anchor: changed, or taken out although it is named, it is found', async () => {
    const [kept, lost] = [await put(), await put()];
    for (const one of [kept, lost]) await file(one);
    await book.anchorHeads(after(30));
    expect((await book.verifyAnchors()).wrong).toEqual([]);
    await book.pool.query(
      'begin; set session_replication_role = replica; update files set size = size + 1 where sha256 = ' + `'${kept}'; commit`,
    );
    await book.pool.query(
      `begin; set session_replication_role = replica; delete from file_uploads where sha256 = '${lost}'; delete from files where sha256 = '${lost}'; commit`,
    );
    const wrong = [
      { day: '2024-05-11', what: 'file', name: kept },
      { day: '2024-05-11', what: 'file', name: lost },
    ];
    expect((await book.verifyAnchors()).wrong).toEqual(wrong.sort((a, b) => (a.name < b.name ? -1 : 1)));
    await book.pool.query(
      `begin; set session_replication_role = replica; update anchored_evidence set size = size + 1 where name = '${kept}'; commit`,
    );
    expect((await book.verifyAnchors()).wrong).toContainEqual({ day: '2024-05-11', what: 'evidence' });
  });
});
