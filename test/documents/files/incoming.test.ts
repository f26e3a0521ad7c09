import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { asItCame } from '../../../documents/files/files.js';
import { FolderStore } from '../../../documents/files/folder-store.js';
import { Incoming } from '../../../documents/files/incoming.js';

const folders: string[] = [];
let folder: string;
let incoming: Incoming;
let store: FolderStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luyue-incoming-'));
  folders.push(folder);
  incoming = new Incoming(join(folder, 'incoming'), 50);
  store = new FolderStore(join(folder, 'kept'));
});
afterAll(() => Promise.all(folders.map((one) => rm(one, { recursive: true, force: true }))));

const hashOf = (data: string): string => createHash('sha256').update(data).digest('hex');
const left = (): Promise<string[]> => readdir(join(folder, 'incoming'));

describe('front §6 — a file is there as a whole, or not at all', () => {
  it('what came in is hashed on its way, and kept under its hash, read-only', async () => {
    const staged = await incoming.stage(Readable.from([Buffer.from('ab'), Buffer.from('c')]), 3);
    expect(staged).toMatchObject({ sha256: hashOf('abc'), size: 3 });
    await store.keep(staged);
    const path = join(folder, 'kept', staged.sha256.slice(0, 2), staged.sha256);
    expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o777, await left()]).toEqual(['abc', 0o440, []]);
    expect(await buffer((await store.read(staged.sha256)) ?? Readable.from([]))).toEqual(Buffer.from('abc'));
  });

  it('of what is too large, breaks off or stops coming nothing is left', async () => {
    const more = function* (): Generator<Buffer> {
      for (let n = 0; n < 10; n += 1) yield Buffer.alloc(100);
    };
    await expect(incoming.stage(Readable.from(more()), 999)).rejects.toMatchObject({ refused: { code: 'too-large' } });
    const broken = new Readable({ read() {} });
    broken.push('ab');
    setTimeout(() => broken.destroy(new Error('cut off')), 10);
    await expect(incoming.stage(broken, 999)).rejects.toThrow('cut off');
    const silent = new Readable({ read() {} });
    silent.push('ab');
    await expect(incoming.stage(silent, 999)).rejects.toMatchObject({ refused: { code: 'too-slow' } });
    await expect(incoming.stage(Readable.from([]), 999)).rejects.toMatchObject({ refused: { code: 'bad-input' } });
    expect(await left()).toEqual([]);
  });

  it('what a killed process left behind goes after an hour, and what is coming in stays', async () => {
    await incoming.stage(Readable.from([Buffer.from('x')]), 9);
    await writeFile(join(folder, 'incoming', 'left'), 'x');
    const hours = Date.now() / 1_000 - 7_200;
    await utimes(join(folder, 'incoming', 'left'), hours, hours);
    expect(await incoming.sweep()).toBe(1);
    expect(await left()).toHaveLength(1);
  });

  it('a second one of the same bytes changes nothing; taken away, it is gone', async () => {
    for (const time of [1, 2]) {
      const staged = await incoming.stage(Readable.from([Buffer.from('same')]), 9);
      await store.keep(staged);
      expect([time, await store.has(staged.sha256, 4), await store.has(staged.sha256, 5)]).toEqual([time, true, false]);
    }
    await store.remove(hashOf('same'));
    await store.remove(hashOf('same'));
    expect(await store.read(hashOf('same'))).toBeUndefined();
    await expect(store.has('../../etc/passwd', 1)).rejects.toThrow('no hash');
  });

  it('what is not what it was breaks off before its end', async () => {
    const right = { sha256: hashOf('abcd'), size: 4 };
    const pieces = (text: string): Readable => Readable.from(Array.from(text, (one) => Buffer.from(one)));
    expect((await buffer(asItCame(pieces('abcd'), right))).toString()).toBe('abcd');
    await expect(buffer(asItCame(pieces('abcx'), right))).rejects.toThrow('not what it was');
    await expect(buffer(asItCame(pieces('abc'), right))).rejects.toThrow('not what it was');
  });
});
