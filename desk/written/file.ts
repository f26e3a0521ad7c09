import { closeSync, openSync, readSync } from 'node:fs';
import { MOST_BYTES } from './text.js';
import { WrittenError } from './written-error.js';

const PIECE = 1_048_576;

/**
 * The bytes of a file that somebody hands in. What its size says counts for nothing: a device or a pipe has none. Throws a WrittenError
 * where it does not end within the bound, and what the system says where it cannot be read.
 */
export function bytesIn(file: string, most: number = MOST_BYTES): Buffer {
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
  throw new WrittenError(`文件过大，至多 ${String(most)} 字节 / the file is too large: at most ${String(most)} bytes`);
}
