import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EndlessFile, textOfFile } from '../records/bounded-file.js';
import { readDocument } from '../documents/drafts/rows.js';
import { exportEntries, writeFolder } from '../documents/export/export.js';
import { exportedOf } from '../documents/export/exported.js';
import { VERIFY_SCRIPT } from '../documents/export/verify-script.js';
import { filesFrom } from '../documents/files/kept-where.js';
import { fileSettings } from '../documents/files/settings.js';
import { UsageError } from './failure.js';
import { DONE, printAnswer, STREAMS, type Streams } from './print.js';
import { filesOf, FOLDER, withBook } from './service.js';

export interface ExportOptions {
  readonly to?: string;
  readonly ofVersion?: string;
  readonly json?: boolean;
}

/** The version named by `--of-version`; none is the latest. Throws a UsageError for what is no number. */
function versionNamed(said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(said))
    throw new UsageError(`--of-version ${said} 不是版本号 / --of-version ${said} is no version: write its number`, 'bad-input', [
      'version',
    ]);
  return Number(said);
}

/** `luyue document export`: a version with its files and its seals as a folder that anybody verifies without luyue. */
export async function documentExport(
  id: string,
  { to = id, ofVersion, json = false }: ExportOptions,
  streams: Streams = STREAMS,
): Promise<number> {
  const version = versionNamed(ofVersion);
  return withBook(async (book) => {
    const row = await readDocument(book.pool, id, version);
    if (!row) throw new UsageError(`没有文件 ${id} · there is no document ${id}`, 'unknown-document', ['id']);
    const store = filesFrom(fileSettings(process.env, filesOf(FOLDER)), book.pool);
    const exported = await exportedOf(book.pool, row, async ({ name, sha256 }) => {
      const found = await store?.get(sha256);
      if (!found)
        throw new UsageError(
          `文件库中没有 ${name}，请设置 LUYUE_FILES / ${name} (${sha256}) is not in the store of files: set LUYUE_FILES`,
          'unknown-file',
          ['id'],
        );
      return found.body;
    });
    await writeFolder(to, exportEntries(book.pool, exported));
    const { files, seals } = exported;
    const told = { document: id, version: row.version, folder: to, files: files.length, seals: seals.length };
    return printAnswer(told, to, json, streams);
  });
}

const NOT = 1;

const isOurs = (script: string): boolean => {
  try {
    return textOfFile(script) === VERIFY_SCRIPT;
  } catch (error) {
    if (error instanceof EndlessFile) return false;
    throw error;
  }
};

/** `luyue document verify`: runs the script of an export, our own copy of it, in the folder; one that was changed there counts for nothing. */
export function documentVerify(
  folder: string,
  { json = false }: { readonly json?: boolean } = {},
  streams: Streams = STREAMS,
): number {
  const script = join(folder, 'verify.sh');
  if (!existsSync(script))
    throw new UsageError(
      `${folder} 中没有导出的材料 / ${folder} holds no exported document: verify.sh is not there`,
      'bad-input',
      ['folder'],
    );
  const { status, stdout, stderr } = spawnSync('sh', ['-s'], { cwd: folder, input: VERIFY_SCRIPT, encoding: 'utf8' });
  const own = isOurs(script);
  if (json) {
    const said = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
    streams.out(`${JSON.stringify({ folder, intact: status === 0, ownScript: own, said }, null, 2)}\n`);
    return status === 0 ? DONE : NOT;
  }
  streams.out(`${stdout}${stderr}`);
  if (!own) streams.out('verify.sh 与本版本所出的不同 verify.sh is not the one that this version writes\n');
  return status === 0 ? DONE : NOT;
}
