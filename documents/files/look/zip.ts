import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { liesAbout, unsafe, type FileKind } from '../kinds.js';
import { FileError } from '../refused.js';

/** What a package of evidence has at most: parts, what all of it unfolds to in bytes, and so many times what is packed. */
const MOST_PARTS = 2_000;
const MOST_UNFOLDED = 500_000_000;
const MOST_TIMES = 200;
/** Below this, a ratio says nothing: a page of spaces packs well. */
const SMALL = 20_000_000;

const PACKED_AGAIN = /\.(zip|rar|7z|gz|bz2|xz|zst|tar|tgz|cab|iso|jar)$/i;
const MACROS = /(^|\/)vbaProject\.bin$/i;

const bomb = (): FileError =>
  unsafe(
    '压缩内容展开后过大，已拒收；请直接上传其中的文件',
    'it unfolds to far too much, and is refused: send the files in it as they are',
  );
const locked = (): FileError =>
  unsafe(
    '文件有密码，无法检查；请取消密码后重新上传',
    'it has a password and cannot be looked at: take the password away and send it again',
  );
const damaged = (why: string): FileError =>
  unsafe(`压缩文件已损坏（${why}）；请重新生成后上传`, `the archive is damaged (${why}): make it again and send it`);

/** Reads every part to its end, counted as it unfolds: what an archive says about its own sizes is not believed. */
async function unfold(zip: yauzl.ZipFile, entries: readonly yauzl.Entry[], packed: number): Promise<void> {
  const most = Math.min(MOST_UNFOLDED, Math.max(SMALL, packed * MOST_TIMES));
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > most) throw bomb();
  // parts that lie upon each other would each unfold the same bytes
  if (entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0) > packed) throw bomb();
  let unfolded = 0;
  for (const entry of entries) {
    let check = 0;
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      const bytes = piece as Buffer;
      unfolded += bytes.length;
      if (unfolded > most) throw bomb();
      check = crc32(bytes, check);
    }
    if (check !== entry.crc32) throw damaged(entry.fileName.slice(0, 100));
  }
}

function lookAt(entry: yauzl.Entry, kind: FileKind): void {
  if (entry.isEncrypted()) throw locked();
  if (MACROS.test(entry.fileName))
    throw unsafe('文件含宏，已拒收；请另存为不含宏的 .xlsx 或 .docx', 'it has macros: save it as .xlsx or .docx without them');
  if (kind === 'zip' && PACKED_AGAIN.test(entry.fileName))
    throw unsafe(
      `压缩包内还有压缩包（${entry.fileName.slice(0, 100)}）；请展开后打成一层`,
      `there is an archive within the archive (${entry.fileName.slice(0, 100)}): unpack it, and pack its files once`,
    );
}

const kindOf = (names: ReadonlySet<string>): FileKind => {
  if (!names.has('[content_types].xml')) return 'zip';
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return 'xlsx';
  return names.has('word/document.xml') ? 'docx' : 'zip';
};

/** Looks through an archive on the disk, as what its name says. Throws a FileError where it is something else, or unsafe. */
export async function lookIntoZip(
  path: string,
  { name, kind, size }: { name: string; kind: FileKind; size: number },
): Promise<void> {
  const entries: yauzl.Entry[] = [];
  let zip: yauzl.ZipFile | undefined;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > MOST_PARTS) throw bomb();
    for await (const entry of zip.eachEntry()) {
      lookAt(entry, kind);
      entries.push(entry);
    }
    const found = kindOf(new Set(entries.map(({ fileName }) => fileName.toLowerCase())));
    if (found !== kind) throw liesAbout(name, found);
    await unfold(zip, entries, size);
  } catch (error) {
    throw error instanceof FileError ? error : damaged(error instanceof Error ? error.message : String(error));
  } finally {
    zip?.close();
  }
}
