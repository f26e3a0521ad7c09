import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { textOfFile } from './bounded-file.js';

/** What a platform keeps names its database with the password, its keys, who signed in: its owner's alone. */
const OWN_EYES = 0o600;

/** Writes a small file whole or not at all: after a power cut or on a full disk there is what was there before. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const next = `${file}.${String(process.pid)}.new`;
  try {
    writeFileSync(next, content, { mode: OWN_EYES, flush: true });
    chmodSync(next, OWN_EYES);
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

/** The JSON in a file that we wrote. Throws an error that names the file where it is not whole. */
export function readWhole(file: string): unknown {
  const text = textOfFile(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(
      `${file} 不完整，请移走后重试 / ${file} is not whole: move it away and try again (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}
