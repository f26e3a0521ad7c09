import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { liesAbout, unsafe, type FileKind } from '../kinds.js';
import { isSeen } from '../../../domain/model/text.js';
import { FileError } from '../refused.js';

/** What a package of evidence has at most: parts, what all of it unfolds to in bytes, and so many times what is packed. */
const MOST_PARTS = 2_000;
const MOST_UNFOLDED = 500_000_000;
const MOST_TIMES = 200;
/** Below this, a ratio says nothing: a page of spaces packs well. */
const SMALL = 20_000_000;

const PACKED_AGAIN = /\.(zip|rar|7z|gz|bz2|xz|zst|tar|tgz|cab|iso|jar)$/i;
const MACROS = /(^|\/)(vbaProject\.bin$|macrosheets\/)/i;
/** What a workbook or a text says of its own parts where one of them is a macro, by whatever name. */
const MACROS_SAID = /macroEnabled|vbaProject|macrosheet/i;
const CONTENT_TYPES = '[content_types].xml';
/** What would be refused by itself, and runs where somebody opens it. */
const RUNS =
  /\.(exe|com|scr|pif|bat|cmd|ps1|vb[se]|jse?|ws[fh]|hta|msi|lnk|url|reg|dll|xls[mb]|xla[m]?|xltm|doc[m]|dotm|pptm|svg|html?|xhtml|mht|chm|sh|app|apk)$/i;
/** Packed again, by whatever name: zip, rar, 7z, gz, xz, bz2. */
const PACKED_HEADS = ['504b0304', '52617221', '377abcaf', '1f8b', 'fd377a58', '425a68'];
const OFFICE = /\.(xlsx|docx|pptx|ofd|xps|od[stp])$/i;
const LINK = 0o120000;
const KIND_OF_FILE = 0o170000;

/** A part's name as it is said: none of what nobody sees. */
const shown = (name: string): string => name.replaceAll(/[\p{C}]/gu, '�').slice(0, 100);
const HEAD = 65_536;

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

const nested = (name: string): FileError =>
  unsafe(
    `压缩包内还有压缩包（${name}）；请展开后打成一层`,
    `there is an archive within the archive (${name}): unpack it, and pack its files once`,
  );
const macros = (): FileError =>
  unsafe('文件含宏，已拒收；请另存为不含宏的 .xlsx 或 .docx', 'it has macros: save it as .xlsx or .docx without them');

/** Looks at the first bytes of a part: what is packed within a package, and whether a workbook says that it has macros. */
function lookAtHead(head: Buffer, name: string, kind: FileKind): void {
  if (kind !== 'zip') {
    if (name.toLowerCase() === CONTENT_TYPES && MACROS_SAID.test(head.toString('latin1'))) throw macros();
  } else if (!OFFICE.test(name) && PACKED_HEADS.some((one) => head.toString('hex', 0, 4).startsWith(one)))
    throw nested(shown(name));
}

/** Reads every part to its end, counted as it unfolds: what an archive says about its own sizes is not believed. */
async function unfold(
  zip: yauzl.ZipFile,
  entries: readonly yauzl.Entry[],
  { kind, size: packed }: { readonly kind: FileKind; readonly size: number },
): Promise<void> {
  const most = Math.min(MOST_UNFOLDED, Math.max(SMALL, packed * MOST_TIMES));
  if (entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > most) throw bomb();
  // parts that lie upon each other would each unfold the same bytes
  if (entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0) > packed) throw bomb();
  let unfolded = 0;
  for (const entry of entries) {
    let check = 0;
    let head = Buffer.alloc(0);
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      const bytes = piece as Buffer;
      unfolded += bytes.length;
      if (unfolded > most) throw bomb();
      check = crc32(bytes, check);
      if (head.length < HEAD) head = Buffer.concat([head, bytes.subarray(0, HEAD - head.length)]);
    }
    if (check !== entry.crc32) throw damaged(shown(entry.fileName));
    lookAtHead(head, entry.fileName, kind);
  }
}

function lookAt(entry: yauzl.Entry, kind: FileKind): void {
  const name = shown(entry.fileName);
  if (entry.isEncrypted()) throw locked();
  if (MACROS.test(entry.fileName)) throw macros();
  const isLink = ((entry.externalFileAttributes >>> 16) & KIND_OF_FILE) === LINK;
  if (isLink || !isSeen(entry.fileName))
    throw unsafe(
      `压缩包内的文件名不可接受，或者是链接（${name}）；请改名后重新打包`,
      `a name in the archive is none that is taken, or a link (${name}): rename it and pack it again`,
    );
  if (kind !== 'zip') return;
  if (PACKED_AGAIN.test(entry.fileName)) throw nested(name);
  if (RUNS.test(entry.fileName))
    throw unsafe(
      `压缩包内有可执行或者含脚本、宏的文件（${name}），已拒收；请删去后重新打包`,
      `there is something in the archive that runs, or has scripts or macros (${name}): leave it out and pack it again`,
    );
}

/** Two parts under one name: whoever unpacks it has one of them, and not everybody the same. */
function lookForTwins(entries: readonly yauzl.Entry[]): void {
  const names = new Set<string>();
  for (const { fileName } of entries) {
    const name = fileName.normalize('NFC').toLowerCase();
    if (names.has(name))
      throw unsafe(
        `压缩包内有同名文件（${shown(fileName)}）；请改名后重新打包`,
        `two files in the archive have one name (${shown(fileName)}): rename one and pack it again`,
      );
    names.add(name);
  }
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
    lookForTwins(entries);
    await unfold(zip, entries, { kind, size });
  } catch (error) {
    throw error instanceof FileError ? error : damaged(error instanceof Error ? error.message : String(error));
  } finally {
    zip?.close();
  }
}
