import { closeSync, openSync, statfsSync, writeSync } from 'node:fs';
import { endOfFile } from '../records/bounded-file.js';

/** Opens a child's log for appending; what it prints goes there without passing through us. */
export const openLog = (path: string): number => openSync(path, 'a');

/** Opens a log for lines of ours. A line that cannot be written, on a full disk say, is lost: that must not end what it tells of. */
export const logTo = (path: string): { readonly line: (text: string) => void; readonly close: () => void } => {
  const file = openLog(path);
  return {
    line: (text) => {
      try {
        writeSync(file, `${text}\n`);
      } catch {
        // nowhere left to say it
      }
    },
    close: () => closeSync(file),
  };
};

/** So few bytes are none: no server starts with them. */
const NO_SPACE = 4_194_304;

/** That the disk of a folder is full, where it is; nothing else, for an error message. */
export const fullDisk = (folder: string): string => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < NO_SPACE ? ` 磁盘已满 · The disk of ${folder} is full.` : '';
  } catch {
    return '';
  }
};

/** More than a message shows of a log, in bytes. */
const END = 65_536;

/** The last lines of a log, for an error message; empty when there is none. */
export const tailOf = (path: string, lines: number): string => {
  try {
    return endOfFile(path, END).toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
};
