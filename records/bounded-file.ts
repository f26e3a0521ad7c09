import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const PIECE = 1_048_576;
/** What settings, keys, certificates and what we keep beside a platform come to at most, in bytes. */
const MOST = 16 * PIECE;

/** Thrown where a file does not end within the bound. */
export class EndlessFile extends Error {
  constructor(file: string, most: number) {
    super(`${file} 过大，至多 ${String(most)} 字节 / ${file} is too large: at most ${String(most)} bytes`);
    this.name = 'EndlessFile';
  }
}

/**
 * The bytes of a file, whoever named it. What its size says counts for nothing: a device or a pipe has none. Throws an EndlessFile where it
 * does not end within the bound, and what the system says where it cannot be read.
 */
export function bytesOfFile(file: string, most: number = MOST): Buffer {
  const pieces: Buffer[] = [];
  const handle = openSync(file, 'r');
  try {
    for (let size = 0; size <= most;) {
      const piece = Buffer.alloc(Math.min(PIECE, most + 1));
      const read = readSync(handle, piece);
      if (read === 0) return Buffer.concat(pieces);
      pieces.push(piece.subarray(0, read));
      size += read;
    }
  } finally {
    closeSync(handle);
  }
  throw new EndlessFile(file, most);
}

/** The same as a text. */
export const textOfFile = (file: string, encoding: 'utf8' | 'latin1' = 'utf8'): string => bytesOfFile(file).toString(encoding);

/** The same of a file that may not be there, or may not be read: nothing then. */
export const textIfThere = (file: string): string => {
  try {
    return textOfFile(file);
  } catch {
    return '';
  }
};

/** The last bytes of a file, however long it has grown. */
export function endOfFile(file: string, most: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const end = Buffer.alloc(Math.min(size, most));
    return end.subarray(0, readSync(handle, end, 0, end.length, size - end.length));
  } finally {
    closeSync(handle);
  }
}
