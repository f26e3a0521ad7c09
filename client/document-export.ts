import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalOf, formOf } from '../documents/drafts/reading.js';
import { manifestFor } from '../documents/drafts/filing.js';
import { readDocument } from '../documents/drafts/rows.js';
import { exportInto, folderSink, type ExportedFile } from '../documents/export/export.js';
import { VERIFY_SCRIPT } from '../documents/export/verify-script.js';
import { fileSettings, filesFrom } from '../documents/files/settings.js';
import { documentText } from '../documents/forms/canonical.js';
import { manifestHash } from '../documents/manifest.js';
import { sealsOf } from '../records/seals.js';
import { UsageError } from './failure.js';
import { DONE, STREAMS, type Streams } from './print.js';
import { filesIn, findService, FOLDER, openBook } from './service.js';

export interface ExportOptions {
  readonly to?: string;
  readonly ofVersion?: string;
}

/** `luyue document export`: a version with its files and its seals as a folder that anybody verifies without luyue. */
export async function documentExport(
  id: string,
  { to = id, ofVersion }: ExportOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const book = openBook(findService(process.env));
  try {
    const row = await readDocument(book.pool, id, ofVersion === undefined ? undefined : Number(ofVersion));
    if (!row) throw new UsageError(`没有文件 ${id} · there is no document ${id}`, 'unknown-document', ['id']);
    const store = filesFrom(fileSettings(process.env, filesIn(FOLDER)), book.pool);
    const files = row.files.map(({ name, sha256, size }): ExportedFile => ({
      ...{ name, sha256, size },
      open: async () => {
        const found = await store?.get(sha256);
        if (!found)
          throw new UsageError(`${name} (${sha256}) is not in the store of files: set LUYUE_FILES`, 'unknown-file', ['id']);
        return found.body;
      },
    }));
    const { act } = formOf(row);
    const seals = act === undefined ? [] : await sealsOf(book.pool, manifestHash(manifestFor(row, act)));
    const text = documentText(canonicalOf(row));
    await exportInto(book.pool, { id, version: row.version, text, files, seals }, await folderSink(to));
    streams.out(`${to}\n`);
    return DONE;
  } finally {
    await book.close();
  }
}

const NOT = 1;

/** `luyue document verify`: runs the script of an export, our own copy of it, in the folder; one that was changed there counts for nothing. */
export function documentVerify(folder: string, streams: Streams = STREAMS): number {
  const script = join(folder, 'verify.sh');
  if (!existsSync(script))
    throw new UsageError(`${folder} holds no exported document: verify.sh is not there`, 'bad-input', ['folder']);
  const { status, stdout, stderr } = spawnSync('sh', ['-s'], { cwd: folder, input: VERIFY_SCRIPT, encoding: 'utf8' });
  streams.out(`${stdout}${stderr}`);
  if (readFileSync(script, 'utf8') !== VERIFY_SCRIPT)
    streams.out('verify.sh 与本版本所出的不同 verify.sh is not the one that this version writes\n');
  return status === 0 ? DONE : NOT;
}
