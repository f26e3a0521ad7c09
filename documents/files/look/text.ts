import { createReadStream } from 'node:fs';
import { liesAbout } from '../kinds.js';

// tab, line feed and carriage return are part of a table

const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Whether all of a file is text in an encoding, without control characters. */
async function isTextIn(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of createReadStream(path))
      if (NO_TEXT.test(decoder.decode(piece as Buffer, { stream: true }))) return false;
    return !NO_TEXT.test(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Looks whether a table is text, in UTF-8 or GB 18030. Throws a FileError where it is neither. */
export async function lookAtText(path: string, name: string): Promise<void> {
  if (!(await isTextIn(path, 'utf-8')) && !(await isTextIn(path, 'gb18030'))) throw liesAbout(name, '');
}
