import { openSync, readFileSync } from 'node:fs';

/** Opens a child's log for appending; what it prints goes there without passing through us. */
export const openLog = (path: string): number => openSync(path, 'a');

/** The last lines of a log, for an error message; empty when there is none. */
export const tailOf = (path: string, lines: number): string => {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
};
