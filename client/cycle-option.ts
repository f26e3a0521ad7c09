import { currentCycle } from '../regulation/named.js';
import { UsageError } from './failure.js';

/** The cycle named by `--cycle`, the current one where none is named. Throws a UsageError for what is no year. */
export function cycleNamed(said: string | undefined): number {
  if (said === undefined) return currentCycle();
  if (!/^\d{4}$/.test(said)) throw new UsageError(`--cycle ${said} is no cycle: write its year`, 'bad-cycle', ['cycle']);
  return Number(said);
}
