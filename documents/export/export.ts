import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { lineOf } from '../../records/anchored-seals.js';
import { byName, type ManifestFile } from '../manifest.js';
import type { SealRow } from '../../records/seals.js';
import { sealEntries, type Entry } from './entries.js';
import { readmeOf } from './readme.js';
import { VERIFY_SCRIPT } from './verify-script.js';

/** A file that a document names, and how its bytes are had. */
export interface ExportedFile extends ManifestFile {
  readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

/** What is exported: a version of a document as it was hashed, its files, its seals. */
export interface Exported {
  readonly id: string;
  readonly version: number;
  /** RFC 8785. */
  readonly text: string;
  readonly files: readonly ExportedFile[];
  readonly seals: readonly SealRow[];
}

/** A file of an export as it is written: its bytes are read once, before the next file is asked for. */
export interface ExportEntry {
  readonly path: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

const DIGITS = 2;
/** The longest name that a folder takes, in bytes. */
const NAME_BYTES = 255;
const encoder = new TextEncoder();
const bytesOf = (text: string): number => encoder.encode(text).length;

/** What a folder of some system takes in no name. */
const NOT_IN_FOLDERS = /[/\\<>:"|?*]/g;

/** A file's name in the folder, with its number in the manifest; one that is too long loses its middle, not its kind. */
function placed(number: number, name: string): string {
  const begin = `${String(number).padStart(DIGITS, '0')}-`;
  const plain = begin + name.replaceAll(NOT_IN_FOLDERS, '_');
  if (bytesOf(plain) <= NAME_BYTES) return plain;
  const end = `…${/\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''}`;
  const letters = Array.from(plain);
  while (bytesOf(letters.join('') + end) > NAME_BYTES) letters.pop();
  return letters.join('') + end;
}

/** An export, file by file, with the hash of each into the list at the end. Files are never whole in memory. */
export async function* exportEntries(pool: pg.Pool, { id, version, text, files, seals }: Exported): AsyncGenerator<ExportEntry> {
  const sums: string[] = [];
  const summed = async function* (
    path: string,
    pieces: AsyncIterable<Uint8Array> | readonly Uint8Array[],
  ): AsyncGenerator<Uint8Array> {
    const hash = createHash('sha256');
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
    sums.push(`${hash.digest('hex')}  ${path}\n`);
  };
  const entries: Entry[] = [
    { path: 'document.json', bytes: Buffer.from(text, 'utf8') },
    { path: 'README.md', bytes: Buffer.from(readmeOf(id, version), 'utf8') },
    { path: 'verify.sh', bytes: Buffer.from(VERIFY_SCRIPT, 'utf8') },
  ];
  for (const row of seals) entries.push(...(await sealEntries(pool, row, lineOf(row))));
  for (const { path, bytes } of entries) yield { path, pieces: summed(path, [bytes]) };
  for (const [n, { name, open }] of [...files].sort(byName).entries()) {
    const path = `files/${placed(n + 1, name)}`;
    yield { path, pieces: summed(path, await open()) };
  }
  yield { path: 'SHA256SUMS', pieces: Readable.from([Buffer.from(sums.join(''), 'utf8')]) };
}

/** Writes an export into a folder that is empty, or not there yet. Throws where something lies in it. */
export async function writeFolder(folder: string, entries: AsyncIterable<ExportEntry>): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty: name a folder that is, or is not there yet`);
  for await (const { path, pieces } of entries) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await pipeline(pieces, createWriteStream(file));
    if (path.endsWith('.sh')) await chmod(file, 0o755);
  }
}
