import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Files } from '../../documents/files/files.js';
import { Incoming } from '../../documents/files/incoming.js';
import { isFileRefused } from '../../documents/files/refused.js';
import { S3Store } from '../../documents/files/s3-store.js';
import type { Staged } from '../../documents/files/store.js';
import { bookDatabase, type TestDatabase } from '../records/database.js';
import { pdfOf } from '../documents/files/making.js';
import { KEY, s3Server, SECRET, startS3, type Running } from './s3-server.js';

const BUILD_MS = 900_000;
let tool: Awaited<ReturnType<typeof s3Server>>;
let server: Running | undefined;
let database: TestDatabase | undefined;
let pool: pg.Pool;
let folder: string;

beforeAll(async () => {
  tool = await s3Server();
  if ('missing' in tool) {
    console.warn(`S3 未试 · S3 is not tried here: ${tool.missing}`);
    return;
  }
  folder = await mkdtemp(join(tmpdir(), 'luyue-s3-tried-'));
  server = await startS3(tool.program);
  database = await bookDatabase();
  pool = new pg.Pool({ connectionString: database.url });
}, BUILD_MS);
afterAll(async () => {
  if (!database) return;
  await pool.end();
  await database.drop();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const storeAt = (url: string, more: { secret?: string; silentMs?: number } = {}): S3Store =>
  new S3Store({ place: `${url}/luyue/files`, key: KEY, secret: SECRET, region: 'us-east-1', ...more });

const staged = async (data: Buffer): Promise<Staged> => {
  const path = join(folder, randomBytes(6).toString('hex'));
  await writeFile(path, data);
  return { path, sha256: createHash('sha256').update(data).digest('hex'), size: data.length };
};

describe('front §6 — any server that speaks S3, tried with a real one', () => {
  it('a file is kept under its hash, found, read and taken away', async ({ skip }) => {
    if (!server) return skip();
    const store = storeAt(server.url);
    const file = await staged(randomBytes(20_000_000));
    expect(await store.has(file.sha256, file.size)).toBe(false);
    expect(await store.read(file.sha256)).toBeUndefined();
    for (const time of [1, 2]) {
      await store.keep(file);
      expect([time, await store.has(file.sha256, file.size), await store.has(file.sha256, 1)]).toEqual([time, true, false]);
    }
    const back = await buffer((await store.read(file.sha256)) ?? Readable.from([]));
    expect(createHash('sha256').update(back).digest('hex')).toBe(file.sha256);
    await store.remove(file.sha256);
    await store.remove(file.sha256);
    expect(await store.has(file.sha256, file.size)).toBe(false);
  });

  it('what is not what its hash says, and what is asked with a wrong key, is refused by the server and told', async ({
    skip,
  }) => {
    if (!server) return skip();
    const file = await staged(randomBytes(1_000));
    const lie = { ...file, sha256: '0'.repeat(64) };
    await expect(storeAt(server.url).keep(lie)).rejects.toThrow(/40\d from/);
    expect(await storeAt(server.url).has(lie.sha256, lie.size)).toBe(false);
    await expect(storeAt(server.url, { secret: 'wrong' }).keep(file)).rejects.toThrow(/403 from/);
  });

  it('a server that is away or says nothing is told in time', async ({ skip }) => {
    if (!server) return skip();
    await expect(storeAt('http://127.0.0.1:1').has('0'.repeat(64), 1)).rejects.toThrow('ECONNREFUSED');
    const silent = createServer((socket) => void socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as { port: number };
    await expect(storeAt(`http://127.0.0.1:${String(port)}`, { silentMs: 200 }).has('0'.repeat(64), 1)).rejects.toThrow(
      'does not answer',
    );
  });

  it('a file that somebody sends goes through to the bucket; cut off by a dead server, nothing is entered', async ({ skip }) => {
    if (!server || 'missing' in tool) return skip();
    const filesAt = (url: string): Files =>
      new Files({
        pool,
        store: storeAt(url),
        incoming: new Incoming(join(folder, 'incoming')),
        bounds: { file: 50_000_000, partyDay: 500_000_000 },
      });
    const files = filesAt(server.url);
    const send = (name: string, data: Buffer, to = files) =>
      to.put({ name, party: 'BJ-0001', by: 'BJ-0001', pieces: Readable.from([data]) });
    const data = pdfOf({ objects: [`(${randomBytes(8).toString('hex')})`] });
    const sent = await send('a.pdf', data);
    if (isFileRefused(sent)) throw new Error(sent.en);
    expect(await buffer((await files.get(sent.sha256))?.body ?? Readable.from([]))).toEqual(data);
    const dying = await startS3(tool.program);
    const large = pdfOf({ objects: [`(${randomBytes(10_000_000).toString('hex')})`] });
    const going = send('b.pdf', large, filesAt(dying.url));
    setTimeout(() => dying.kill(), 30);
    await expect(going).rejects.toThrow();
    await dying.stop();
    const { rows } = await pool.query('select name from file_uploads');
    expect(rows).toEqual([{ name: 'a.pdf' }]);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    expect((await stat(folder)).isDirectory()).toBe(true);
  });
});
