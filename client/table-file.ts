import { readFileSync } from 'node:fs';
import { hasErrors, sayFinding, type Finding } from '../city/finding.js';
import { UsageError } from './failure.js';
import type { Problem } from './print.js';

/** The bytes of a file that somebody hands in. Throws a UsageError where there is none. */
export function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`, 'no-such-file', ['file']);
  }
}

/** How findings keep a file from being carried out, as an error of the command line; none where they do not. */
export function problemIn(file: string, code: string, findings: readonly Finding[]): Problem | undefined {
  const errors = findings.filter(({ level }) => level === 'error');
  const [first] = errors;
  if (!hasErrors(findings) || !first) return undefined;
  const { line, column } = first;
  const path = ['lines', ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])];
  return { code, message: `${file}: ${String(errors.length)} 处错误 errors; ${sayFinding(first)}`, path };
}
