import { open, type FileHandle } from 'node:fs/promises';
import { unsafe } from '../kinds.js';
import type { FileError } from '../refused.js';

const HEAD = 1_024;
const TAIL = 65_536;
/** So far before its last byte the end of a PDF may be said: what servers and scanners put behind it, readers pass over. */
const BEHIND = 1_024;
const END = '%%EOF';

const cutShort = (): FileError =>
  unsafe(
    'PDF 不完整（没有文件尾），可能在下载或复制时中断；请重新保存或重新下载后上传',
    'the PDF is not whole, its end is missing: it was cut short on its way; save or fetch it again and send that',
  );

async function piece(file: FileHandle, from: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer.toString('latin1', 0, bytesRead);
}

/** How long a PDF says that it is, where it is made to be shown while it comes in; later versions of it stand behind that. */
const saidLength = (head: string): number =>
  Number(/\/L\s+(\d+)/.exec(/<<[^>]*\/Linearized[^>]*>>/.exec(head)?.[0] ?? '')?.[1] ?? 0);

/** What is filled up to whole blocks ends before that. */
function withoutFiller(text: string): string {
  let end = text.length;
  while (end > 0 && '\0\t\n\f\r '.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/**
 * Looks whether a PDF ends where it says. Throws a FileError where it was cut off: without an end, behind the end of an earlier version, or
 * with a table that would lie beyond.
 */
export async function lookAtPdfEnd(path: string, size: number): Promise<void> {
  const file = await open(path, 'r');
  try {
    if (size < saidLength(await piece(file, 0, HEAD))) throw cutShort();
    const from = Math.max(0, size - TAIL);
    const tail = withoutFiller(await piece(file, from, TAIL));
    const end = tail.lastIndexOf(END);
    const behind = tail.slice(end + END.length);
    if (end === -1 || behind.length > BEHIND || /\d\s+\d+\s+obj\b/.test(behind)) throw cutShort();
    const table = /startxref\s+(\d+)\s*$/.exec(tail.slice(0, end));
    if (table && Number(table[1]) >= from + table.index) throw cutShort();
  } finally {
    await file.close();
  }
}
