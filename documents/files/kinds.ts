import { FileError } from './refused.js';

/** The kinds of files that are taken in, each with its media type and the endings that a name of it may have. */
export const FILE_KINDS = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  csv: { type: 'text/csv', endings: ['csv'] },
  png: { type: 'image/png', endings: ['png'] },
  jpg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  zip: { type: 'application/zip', endings: ['zip'] },
} as const;
export type FileKind = keyof typeof FILE_KINDS;

const ALL = Object.keys(FILE_KINDS).join('、');

/** What to do with the kinds that people try most. */
const REMEDIES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  xls: ['请用 Excel 另存为 .xlsx', 'save it as .xlsx'],
  xlsm: ['请另存为不含宏的 .xlsx', 'save it as .xlsx, without macros'],
  et: ['请用 WPS 另存为 .xlsx', 'save it as .xlsx'],
  doc: ['请用 Word 另存为 .docx', 'save it as .docx'],
  docm: ['请另存为不含宏的 .docx', 'save it as .docx, without macros'],
  wps: ['请用 WPS 另存为 .docx', 'save it as .docx'],
  ofd: ['请另存为 PDF', 'save it as PDF'],
  rar: ['请解压后逐个上传，或改用 .zip', 'unpack it, or pack it as .zip'],
  '7z': ['请解压后逐个上传，或改用 .zip', 'unpack it, or pack it as .zip'],
  heic: ['请另存为 .jpg', 'save it as .jpg'],
};

const endingOf = (name: string): string => /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** What a file's name says that it is. Throws where that is no kind that is taken in. */
export function kindNamed(name: string): FileKind {
  const ending = endingOf(name);
  for (const [kind, { endings }] of Object.entries(FILE_KINDS))
    if ((endings as readonly string[]).includes(ending)) return kind as FileKind;
  const [zh, en] = REMEDIES[ending] ?? [`请上传 ${ALL}`, `send ${ALL.replaceAll('、', ', ')}`];
  throw new FileError('wrong-type', `不接受“${name}”这类文件；${zh}`, `files such as "${name}" are not taken in: ${en}`);
}

/** Whether a name has an ending of the kind that a file is; also where nobody knows which that is. */
export const isOfType = (name: string, type: string | undefined): boolean =>
  type === undefined ||
  Object.values(FILE_KINDS).some((kind) => kind.type === type && (kind.endings as readonly string[]).includes(endingOf(name)));

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);

/** What the first bytes say: `zip` for everything that is packed so. Whatever says nothing may be text. */
export function kindBegun(head: Uint8Array): FileKind | undefined {
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'jpg';
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  return undefined;
}

/** A name that says another kind than what is in the file. */
export const liesAbout = (name: string, found: string): FileError =>
  new FileError(
    'wrong-type',
    `“${name}”的内容${found === '' ? '不是其扩展名所说的格式' : `其实是 ${found}`}；请用相应软件打开后另存为正确格式，不要只改扩展名`,
    `what is in "${name}" is ${found === '' ? 'not what its name says' : `${found} in truth`}: open it and save it in the right format, do not just rename it`,
  );

export const unsafe = (zh: string, en: string): FileError => new FileError('unsafe-file', zh, en);
