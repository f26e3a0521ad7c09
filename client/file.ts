import { openAsBlob } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { readAgain, sayWrongFile, type ReadAgain } from '../documents/files/reading-again.js';
import { filesFrom } from '../documents/files/kept-where.js';
import { fileSettings } from '../documents/files/settings.js';
import { isDay, startOf } from '../domain/model/instant.js';
import { fileOut, uploadsOut } from '../gateway/files.js';
import type { Book } from '../records/book.js';
import { platform } from './platform.js';
import { UsageError } from './failure.js';
import { DONE, printAnswer, REFUSED, STREAMS, type Streams } from './print.js';
import { sayHttpNo } from './say-http.js';
import { filesOf, findService, FOLDER, leftIn, type Service, withBook } from './service.js';

export interface FileOptions {
  readonly as?: string;
  readonly json?: boolean;
}
export interface PutOptions extends FileOptions {
  readonly for?: string;
}
export interface GetOptions extends FileOptions {
  readonly out?: string;
}
export interface VerifyOptions {
  readonly since?: string;
  readonly json?: boolean;
}

const sayFile = ({ sha256, size, type, name, scanned }: z.output<typeof fileOut>): string =>
  `${sha256}  ${String(size)}  ${name}  ${type}  ${scanned}`;

const unreadable = (path: string): UsageError =>
  new UsageError(`无法读取 ${path} / ${path} cannot be read`, 'bad-input', ['files']);

/** `luyue file put FILE…` */
export async function filePut(
  paths: readonly string[],
  { as, for: party, json = false }: PutOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const http = await platform(as);
  const taken: z.output<typeof fileOut>[] = [];
  for (const path of paths) {
    const body = await openAsBlob(path).catch(() => {
      throw unreadable(path);
    });
    const answered = await http.send('/files', fileOut, { name: basename(path), as: party }, body);
    if ('no' in answered) return sayHttpNo(answered.no, json, streams);
    taken.push(answered.value);
    if (!json) streams.out(`${sayFile(answered.value)}\n`);
  }
  return json ? printAnswer({ files: taken }, [], json, streams) : DONE;
}

/** The name that a platform says a file has, without any way to another folder. */
const nameIn = (disposition: string | null): string | undefined => {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '') ?? [];
  return encoded === undefined ? undefined : basename(decodeURIComponent(encoded));
};

/** `luyue file get SHA256 [--out PATH]` */
export async function fileGet(
  sha256: string,
  { as, out, json = false }: GetOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const answered = await (await platform(as)).fetch(`/files/${encodeURIComponent(sha256)}`);
  if ('no' in answered) return sayHttpNo(answered.no, json, streams);
  const { body, headers } = answered.value;
  const to = out ?? nameIn(headers.get('content-disposition')) ?? sha256;
  // what is half there has another name
  const part = `${to}.part`;
  const handle = await open(part, 'w').catch(() => {
    throw new UsageError(`无法写入 ${to} / ${to} cannot be written`, 'bad-input', ['out']);
  });
  try {
    for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) await handle.writeFile(piece);
    await handle.close();
    await rename(part, to);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
  return printAnswer({ sha256, out: to }, to, json, streams);
}

/** `luyue file list`: every page of it. */
export async function fileList({ as, json = false }: FileOptions, streams: Streams = STREAMS): Promise<number> {
  const http = await platform(as);
  const items: z.output<typeof uploadsOut>['items'] = [];
  for (let after: string | undefined; ;) {
    const answered = await http.get('/files', uploadsOut, { query: { after, limit: '200' } });
    if ('no' in answered) return sayHttpNo(answered.no, json, streams);
    items.push(...answered.value.items);
    after = answered.value.after;
    if (after === undefined) break;
  }
  const lines = items.map((item) => `${item.at}  ${item.party}  ${sayFile(item)}`);
  return printAnswer({ items }, lines, json, streams);
}

/** Reads files in the store again, all or those since a day; undefined where this machine knows of no store. */
export async function storeReadAgain(
  book: Book,
  { databaseUrl }: Pick<Service, 'databaseUrl'>,
  since: string | undefined,
): Promise<ReadAgain | undefined> {
  if (since !== undefined && !isDay(since))
    throw new UsageError(`--since ${since}: 应为日期 · must be a day, YYYY-MM-DD`, 'bad-input', ['since']);
  // of a platform elsewhere this folder says nothing
  const usual = leftIn().databaseUrl === databaseUrl ? filesOf(FOLDER) : undefined;
  const files = filesFrom(fileSettings(process.env, usual), book.pool);
  return files && readAgain(book.pool, files.store, since === undefined ? {} : { since: startOf(since) });
}

export const sayReadAgain = ({ files, bytes, wrong }: ReadAgain): string[] => [
  wrong.length === 0
    ? `文件完整 files intact: ${String(files)}, ${String(bytes)} bytes`
    : `文件不符 files disagree: ${String(wrong.length)} of ${String(files)}`,
  ...wrong.map((one) => `  ${sayWrongFile(one)}`),
];

/** `luyue file verify [--since DAY]` */
export async function fileVerify({ since, json = false }: VerifyOptions, streams: Streams = STREAMS): Promise<number> {
  const service = findService(process.env);
  return withBook(async (book) => {
    const read = await storeReadAgain(book, service, since);
    if (!read) throw new UsageError('未配置文件存放处 / no store is configured: set LUYUE_FILES', 'no-platform');
    printAnswer(read, sayReadAgain(read), json, streams);
    return read.wrong.length === 0 ? DONE : REFUSED;
  }, service);
}
