import { bytesOfFile, EndlessFile } from '../../records/bounded-file.js';
import { MOST_BYTES } from './text.js';
import { WrittenError } from './written-error.js';

/** The bytes of a file that somebody hands in. Throws a WrittenError where it does not end within the bound, and what the system says where it cannot be read. */
export function bytesIn(file: string, most: number = MOST_BYTES): Buffer {
  try {
    return bytesOfFile(file, most);
  } catch (error) {
    if (!(error instanceof EndlessFile)) throw error;
    throw new WrittenError([`文件过大，至多 ${String(most)} 字节`, `the file is too large: at most ${String(most)} bytes`]);
  }
}
