import { open } from 'node:fs/promises';
import { kindBegun, kindNamed, liesAbout, type FileKind } from '../kinds.js';
import type { Staged } from '../store.js';
import { lookAtPdfEnd } from './pdf-end.js';
import { lookIntoPdf } from './pdf.js';
import { lookAtPicture } from './picture.js';
import { lookAtText } from './text.js';
import { lookIntoZip } from './zip.js';

const HEAD = 16;

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const PACKED: readonly FileKind[] = ['zip', 'xlsx', 'docx'];

/** What kind a file is, by what is in it. Throws a FileError where its name says another one, or where it is unsafe to keep. */
export async function lookAt({ path, size }: Staged, name: string): Promise<FileKind> {
  const kind = kindNamed(name);
  const begun = kindBegun(await headOf(path));
  if (begun === 'zip' ? !PACKED.includes(kind) : begun !== (kind === 'csv' ? undefined : kind))
    throw liesAbout(name, begun ?? '');
  switch (kind) {
    case 'zip':
    case 'xlsx':
    case 'docx':
      await lookIntoZip(path, { name, kind, size });
      break;
    case 'pdf':
      await lookIntoPdf(path);
      await lookAtPdfEnd(path, size);
      break;
    case 'png':
    case 'jpg':
      await lookAtPicture(path, { kind, size });
      break;
    case 'csv':
      await lookAtText(path, name);
      break;
  }
  return kind;
}
