import { currentCycle } from '../regulation/named.js';
import { UsageError } from './failure.js';

/** Looks at what `--cycle` names. Throws a UsageError for what is no year. */
export function assertCycle(said: string | undefined): void {
  if (said === undefined || /^\d{4}$/.test(said)) return;
  throw new UsageError(`--cycle ${said} 不是四位年份 / is no cycle: write its year`, 'bad-input', ['cycle']);
}

/** The cycle named by `--cycle`, the current one where none is named. Throws a UsageError for what is no year. */
export function cycleNamed(said: string | undefined): number {
  assertCycle(said);
  return said === undefined ? currentCycle() : Number(said);
}
