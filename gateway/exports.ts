import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { formOf } from '../documents/drafts/reading.js';
import { FILED_MAX, filedOf, type DocumentRow } from '../documents/drafts/rows.js';
import { exportEntries, type ExportEntry } from '../documents/export/export.js';
import { exportedOf } from '../documents/export/exported.js';
import { zipped } from '../documents/export/zip.js';
import { fileRow } from '../documents/files/rows.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Caller } from '../parties/caller.js';
import { documentId, versionIn } from './document-shapes.js';
import { readable, readableOf } from './documents-seen.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { handedOut, INFECTED, NO_STORE, type FileParts } from './files.js';
import { no, type No } from './no.js';

/** What is handed out to keep. */
export interface HandedOut {
  readonly stream: ReadableStream<Uint8Array>;
  readonly headers: Readonly<Record<string, string>>;
}

/** An archive carries no more than it can count: four gigabytes, less what it says of itself. */
const BYTES_MAX = 4_000_000_000;

/** What keeps files from being handed out, before a byte of them is. */
async function notHandedOut({ book, files }: FileParts, rows: readonly DocumentRow[]): Promise<No | undefined> {
  const named = rows.flatMap((row) => row.files);
  if (named.length > 0 && !files) return NO_STORE;
  if (named.reduce((sum, { size }) => sum + size, 0) > BYTES_MAX)
    return no('too-large', '材料过大，请逐件下载', 'that is too much for one archive: have each document by itself');
  for (const { sha256, name } of named) {
    const row = await fileRow(book.pool, sha256);
    if (!row) return no('unknown-file', `${name} 不在存放处`, `${name} is not in the store`);
    if (row.scanned === 'infected') return INFECTED;
  }
  return undefined;
}

/** Each document in a folder of its own where there are several. */
async function* entriesOf({ book, files }: FileParts, rows: readonly DocumentRow[], apart: boolean): AsyncGenerator<ExportEntry> {
  for (const row of rows) {
    const exported = await exportedOf(book.pool, row, async ({ name, sha256 }) => {
      const found = await files?.get(sha256);
      if (!found) throw new Error(`${name} (${sha256}), which ${row.document} names, is not in the store of files`);
      return found.body;
    });
    const folder = apart ? `${row.document} ${formOf(row).zh}${row.month === null ? '' : ` ${row.month}`}/` : '';
    for await (const { path, pieces } of exportEntries(book.pool, exported)) yield { path: `${folder}${path}`, pieces };
  }
}

const archive = (parts: FileParts, rows: readonly DocumentRow[], name: string, apart: boolean): HandedOut => ({
  stream: Readable.toWeb(
    Readable.from(zipped(entriesOf(parts, rows, apart), new Date(parts.now())), { objectMode: false }),
  ) as ReadableStream<Uint8Array>,
  headers: { ...handedOut(name), 'content-type': 'application/zip' },
});

/** A document with its files and seals, as `luyue document export` writes it, for whoever may read it. */
export async function exportOne(
  parts: FileParts,
  caller: Caller,
  id: string,
  version?: number,
): Promise<HandedOut | Refusal | No> {
  const row = await readable(parts.book.pool, caller, id, { version, at: parts.now() });
  if (isRefusal(row)) return row;
  return (await notHandedOut(parts, [row])) ?? archive(parts, [row], `${id}-v${String(row.version)}.zip`, false);
}

/** All that was filed of a unit and that somebody may read, each document in a folder: as it was filed last, whatever is drafted since. */
export async function exportUnit(parts: FileParts, caller: Caller, unit: string): Promise<HandedOut | Refusal | No> {
  const all = await filedOf(parts.book.pool, [unit]);
  if (all.length === FILED_MAX)
    return no('too-large', '文件过多，请逐件下载', 'these are too many for one archive: have each document by itself');
  const filed = await readableOf(parts.book.pool, caller, all, parts.now());
  if (filed.length === 0) return no('unknown-document', `${unit} 没有已报送的文件`, `nothing is filed of ${unit}`);
  return (await notHandedOut(parts, filed)) ?? archive(parts, filed, `${unit}.zip`, true);
}

/** `GET /documents/{id}/export.zip`. */
export function addExports(app: Gateway, guard: Guard, parts: FileParts): void {
  add(app, guard, {
    method: 'get',
    path: '/api/v1/documents/{id}/export.zip',
    tag: 'documents',
    summary: '导出 · a document with its files and seals, to be verified by anybody',
    params: z.object({ id: documentId }),
    query: z.strictObject({ version: versionIn.optional() }),
    answers: { 200: z.string().openapi({ format: 'binary' }) },
    type: 'application/zip',
    refuses: ['unknown-document', 'unknown-file', 'unsafe-file', 'no-store'],
    handle: ({ caller, params: { id }, query: { version } }): Promise<Answer | Refusal | No> =>
      exportOne(parts, caller, id, version === undefined ? undefined : Number(version)),
  });
}
