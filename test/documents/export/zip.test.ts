import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportEntry } from '../../../documents/export/export.js';
import { zipped } from '../../../documents/export/zip.js';

const AT = new Date('2024-06-15T00:00:00Z');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

describe('an archive is written as it is read', () => {
  const opened: string[] = [];
  async function* entry(path: string, texts: readonly string[]): AsyncGenerator<Uint8Array> {
    opened.push(path);
    for (const text of texts) yield await Promise.resolve(bytes(text));
  }
  async function* entries(): AsyncGenerator<ExportEntry> {
    for (const [path, ...texts] of [['一/电费.pdf', 'a', 'b'], ['empty.txt'], ['sums', 'c']] as const)
      yield await Promise.resolve({ path, pieces: entry(path, texts) });
  }

  it('holds each file under its name, bytes as they were; the same twice', async () => {
    const first = await whole(zipped(entries(), AT));
    const inside = unzipSync(new Uint8Array(first));
    expect(Object.entries(inside).map(([path, found]) => [path, Buffer.from(found).toString()])).toEqual([
      ['一/电费.pdf', 'ab'],
      ['empty.txt', ''],
      ['sums', 'c'],
    ]);
    expect(first.equals(await whole(zipped(entries(), AT)))).toBe(true);
  });

  it('a file is opened when the one before it has gone out', async () => {
    opened.length = 0;
    const reading = zipped(entries(), AT)[Symbol.asyncIterator]();
    await reading.next();
    expect(opened).toEqual(['一/电费.pdf']);
    await reading.return(undefined);
    expect(opened).toEqual(['一/电费.pdf']);
  });

  it('what cannot be read ends the archive: half of one is none', async () => {
    async function* broken(): AsyncGenerator<ExportEntry> {
      yield await Promise.resolve({ path: 'a', pieces: entry('a', ['a']) });
      throw new Error('the store is away');
    }
    await expect(whole(zipped(broken(), AT))).rejects.toThrow('the store is away');
  });
});
