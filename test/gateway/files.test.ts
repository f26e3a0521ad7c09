import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Files } from '../../documents/files/files.js';
import { FolderStore } from '../../documents/files/folder-store.js';
import { Incoming } from '../../documents/files/incoming.js';
import type { Scanner } from '../../documents/files/scanner.js';
import type { Gateway } from '../../gateway/endpoint.js';
import { listen } from '../../gateway/listen.js';
import { pngOf, zipOf } from '../documents/files/making.js';
import { sending } from './sending.js';
import { openHouse, said, type House, type Said } from './house.js';
import { seen } from '../seen.js';

const MB = 1_000_000;
let house: House;
let folder: string;
let app: Gateway;
let files: Files;
const tokens = new Map<string, string>();

const filesWith = (more: { scanner?: Scanner; file?: number; partyDay?: number; store?: FolderStore } = {}): Files =>
  new Files({
    pool: house.theatre.book.pool,
    store: more.store ?? new FolderStore(folder),
    incoming: new Incoming(join(folder, 'incoming'), 2_000),
    bounds: { file: more.file ?? 5 * MB, partyDay: more.partyDay ?? 100 * MB },
    ...(more.scanner ? { scanner: more.scanner } : {}),
  });

beforeAll(async () => {
  house = await openHouse();
  folder = await mkdtemp(join(tmpdir(), 'luyue-files-'));
  files = filesWith();
  app = house.door({ files });
  for (const actor of ['BJ-0001', 'BJ-0002', 'BJ-0003', 'chaoyang/x', 'haidian/x', 'city/a', 'auditor/x', 'V-01', 'exchange'])
    tokens.set(actor, await house.token(actor));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const hashOf = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const headers = (actor: string): Record<string, string> => ({ authorization: `Bearer ${tokens.get(actor) ?? ''}` });
const send = (actor: string, name: string, data: string | Uint8Array, door = app): Promise<Said> =>
  said(
    door.request(`/api/v1/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: data as string,
      headers: { ...headers(actor), 'content-type': 'application/octet-stream' },
    }),
  );
const get = (actor: string, sha256: string, door = app): Promise<Response> =>
  Promise.resolve(door.request(`/api/v1/files/${sha256}`, { headers: headers(actor) }));
/** A table that nobody has sent yet. */
const fresh = (): string => `月份,用电量\n2024-01,${randomBytes(6).toString('hex')}\n`;
const parts = async (): Promise<string[]> => readdir(join(folder, 'incoming')).catch(() => []);

describe('front §6 — files are sent and handed out', () => {
  it('a file is answered with its hash, size, type and name, and comes back as it went, never to be shown in place', async () => {
    const table = fresh();
    const sent = await send('BJ-0001', '用电 1月.csv', table);
    const file = {
      sha256: hashOf(table),
      size: Buffer.byteLength(table),
      type: 'text/csv',
      name: '用电 1月.csv',
      scanned: 'unscanned',
    };
    expect([sent.status, sent.body]).toEqual([200, file]);
    const back = await get('BJ-0001', file.sha256);
    expect([back.status, await back.text()]).toEqual([200, table]);
    expect(Object.fromEntries(back.headers)).toMatchObject({
      'content-type': 'text/csv',
      'content-length': String(file.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('用电 1月.csv')}`,
      'x-content-type-options': 'nosniff',
    });
    expect(back.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('only those who see the sender see it; to all others it is unknown, like one that is not there', async () => {
    const { sha256 } = (await send('BJ-0001', 'a.csv', fresh())).body;
    const seenBy = async (actor: string): Promise<number> => (await get(actor, sha256 as string)).status;
    for (const actor of ['BJ-0001', 'chaoyang/x', 'city/a', 'auditor/x'])
      expect([actor, await seenBy(actor)]).toEqual([actor, 200]);
    for (const actor of ['BJ-0002', 'haidian/x', 'V-01', 'exchange']) expect([actor, await seenBy(actor)]).toEqual([actor, 404]);
    const unknown = await said(get('BJ-0002', sha256 as string));
    expect(unknown.body).toEqual((await said(get('BJ-0002', '0'.repeat(64)))).body);
    expect((await said(app.request(`/api/v1/files/${String(sha256)}`))).status).toBe(401);
  });

  it('the same file from two units is stored once, and each sees it under its own name', async () => {
    const table = fresh();
    await send('BJ-0001', 'mine.csv', table);
    expect((await get('BJ-0002', hashOf(table))).status).toBe(404);
    await send('BJ-0002', 'ours.csv', table);
    for (const [actor, name] of [
      ['BJ-0001', 'mine.csv'],
      ['BJ-0002', 'ours.csv'],
    ] as const)
      expect((await get(actor, hashOf(table))).headers.get('content-disposition')).toContain(name);
    const { rows } = await house.theatre.book.pool.query('select from files where sha256 = $1', [hashOf(table)]);
    expect(rows).toHaveLength(1);
  });

  it('one unit cannot name what another has sent', async () => {
    const table = fresh();
    await send('BJ-0001', 'a.csv', table);
    expect([...(await files.known([hashOf(table), '0'.repeat(64)], ['BJ-0001'])).keys()]).toEqual([hashOf(table)]);
    expect((await files.known([hashOf(table)], ['BJ-0002'])).size).toBe(0);
  });

  it('what a party has sent is listed, the latest first, in pages; the city sees all', async () => {
    const tables = [fresh(), fresh(), fresh()];
    for (const [n, table] of tables.entries()) await send('BJ-0003', `${String(n)}.csv`, table);
    const list = async (actor: string, query = ''): Promise<Said['body']> =>
      (await said(app.request(`/api/v1/files${query}`, { headers: headers(actor) }))).body;
    const first = await list('BJ-0003', '?limit=2');
    const names = (page: Said['body']): string[] => (page['items'] as { name: string }[]).map(({ name }) => name);
    expect(names(first)).toEqual(['2.csv', '1.csv']);
    expect(names(await list('BJ-0003', `?limit=2&after=${String(first['after'])}`))).toEqual(['0.csv']);
    expect(names(await list('city/a', '?limit=1'))).toEqual(['2.csv']);
    expect(names(await list('chaoyang/x'))).toEqual([]);
  });

  it('a form of a page brings several, one after another', async () => {
    const form = new FormData();
    const [one, two] = [fresh(), fresh()];
    form.set('csrf', 'x');
    form.append('file', new Blob([one]), '一.csv');
    form.append('file', new Blob([two]), 'two.csv');
    form.append('none', new Blob([]), '');
    const sent = await said(app.request('/api/v1/files', { method: 'POST', body: form, headers: headers('BJ-0001') }));
    expect([
      sent.status,
      (sent.body['files'] as { sha256: string; name: string }[]).map(({ sha256, name }) => [sha256, name]),
    ]).toEqual([
      200,
      [
        [hashOf(one), '一.csv'],
        [hashOf(two), 'two.csv'],
      ],
    ]);
    form.append('file', new Blob(['MZ\0']), 'three.csv');
    expect((await said(app.request('/api/v1/files', { method: 'POST', body: form, headers: headers('BJ-0001') }))).status).toBe(
      415,
    );
    expect(await parts()).toEqual([]);
  });
});

describe('front §6 — what is not taken in', () => {
  it('each is told why, and of none is anything left', async () => {
    const code = async (name: string, data: string | Uint8Array, actor = 'BJ-0001'): Promise<string> => {
      const { status, body } = await send(actor, name, data);
      return `${String(status)} ${String(body['code'])}`;
    };
    expect(await code('a.pdf', pngOf(1, 1))).toBe('415 wrong-type');
    expect(await code('a.zip', zipOf([{ name: 'a.csv', data: Buffer.alloc(30 * MB) }]))).toBe('422 unsafe-file');
    expect(await code('a.png', pngOf(60_000, 60_000))).toBe('422 unsafe-file');
    expect(await code('../a.csv', fresh())).toBe('400 bad-input');
    expect(await code('a.csv', '')).toBe('400 bad-input');
    expect(await code('a.csv', Buffer.alloc(6 * MB, 'x'))).toBe('413 too-large');
    expect(await code('a.csv', fresh(), 'chaoyang/x')).toBe('403 not-allowed');
    expect(await code('a.csv', fresh(), 'exchange')).toBe('403 not-allowed');
    expect(await parts()).toEqual([]);
  });

  it('what a scanner finds is refused by its name; one that is away makes nobody late', async () => {
    const scans = (answer: Awaited<ReturnType<Scanner['scan']>>): Gateway =>
      house.door({ files: filesWith({ scanner: { scan: () => Promise.resolve(answer) } }) });
    const found = await send('BJ-0001', 'a.csv', fresh(), scans({ found: 'Luyue.Test' }));
    expect([found.status, found.body['code'], found.body['message'].zh]).toEqual([
      422,
      'unsafe-file',
      expect.stringContaining('Luyue.Test'),
    ]);
    expect((await send('BJ-0001', 'a.csv', fresh(), scans({ away: 'gone' }))).body['scanned']).toBe('unscanned');
    expect((await send('BJ-0001', 'a.csv', fresh(), scans({ clean: true }))).body['scanned']).toBe('clean');
  });

  it('a party sends so much in a day, and is told when it may send more', async () => {
    const door = house.door({ files: filesWith({ partyDay: 1_000 }) });
    const small = 'a,b\n'.repeat(200);
    const day = await send('BJ-0001', 'a.csv', small, door);
    expect([day.status, day.body['code']]).toEqual([429, 'too-many']);
    expect(Number(day.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('a store whose disk is full keeps nothing and says whose matter that is; once there is room the same file is taken', async () => {
    const full = new FolderStore(folder);
    full.keep = () => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }));
    const data = fresh();
    const answer = await send('BJ-0001', 'a.csv', data, house.door({ files: filesWith({ store: full }) }));
    expect([answer.status, answer.body['code']]).toEqual([503, 'no-store']);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    expect((await send('BJ-0001', 'a.csv', data)).status).toBe(200);
  });

  it('a platform that keeps no files says so', async () => {
    expect((await send('BJ-0001', 'a.csv', fresh(), house.door({ files: undefined }))).body['code']).toBe('no-store');
  });
});

describe('front §6 — over a real connection', () => {
  const open = async (): Promise<number> => {
    const running = await listen(app, { port: 0, address: '127.0.0.1' });
    onTestFinished(() => running.close(100));
    return running.port;
  };
  const begin = (port: number, length: number | undefined, pieces: number) =>
    sending({ port, token: tokens.get('BJ-0001') ?? '', length, pieces });

  it('two gigabytes are refused at the bound without being read', async () => {
    const port = await open();
    const told = await begin(port, 2_000 * MB, 2_000);
    expect(told.said).toMatch(/^HTTP\/1\.1 413 [^]*"too-large"/);
    expect(told.sent).toBeLessThan(100);
    const untold = await begin(port, undefined, 2_000);
    expect(untold.said).toMatch(/^HTTP\/1\.1 413 [^]*"too-large"/);
    expect(untold.sent).toBeLessThan(100);
    expect(await parts()).toEqual([]);
  });

  it('a file that is cut off in the middle leaves nothing, on the disk and in the book', async () => {
    const port = await open();
    const { rows: before } = await house.theatre.book.pool.query('select from file_uploads');
    await begin(port, 3 * MB, 1);
    await seen('nothing is left on the disk', async () => expect(await parts()).toEqual([]));
    expect((await house.theatre.book.pool.query('select from file_uploads')).rows).toHaveLength(before.length);
  });

  it('a whole one arrives, and comes back by its hash', async () => {
    const port = await open();
    const url = `http://127.0.0.1:${String(port)}/api/v1/files`;
    const data = zipOf([{ name: 'a.bin', data: randomBytes(4 * MB) }]);
    const sent = await fetch(`${url}?name=a.zip`, { method: 'POST', body: new Uint8Array(data), headers: headers('BJ-0001') });
    expect([sent.status, ((await sent.json()) as { sha256: string }).sha256]).toEqual([200, hashOf(data)]);
    const back = await fetch(`${url}/${hashOf(data)}`, { headers: headers('BJ-0001') });
    expect(hashOf(new Uint8Array(await back.arrayBuffer()))).toBe(hashOf(data));
  });
});
