import { hasErrors, sayFinding, type Finding } from '../city/finding.js';
import { bytesIn } from '../desk/written/file.js';
import { WrittenError } from '../desk/written/written-error.js';
import { UsageError } from './failure.js';
import type { Problem } from './print.js';

/** No table is so large: what goes on and on is no file. */
const MOST_BYTES = 67_108_864;

/** The bytes of a file that somebody hands in. Throws a UsageError where there is none, or no end of it. */
export function bytesOf(file: string): Uint8Array {
  try {
    return bytesIn(file, MOST_BYTES);
  } catch (error) {
    if (error instanceof WrittenError)
      throw new UsageError(`${file} 过大，至多 64 MB / ${file} is too large: at most 64 MB`, 'too-large', ['file']);
    throw new UsageError(`无法读取 ${file} / ${file} cannot be read: ${(error as Error).message}`, 'no-such-file', ['file']);
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
