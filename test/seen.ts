import { until } from '../embedded/wait.js';

/** What the slowest machine may need, and less than a test may take: what was waited for is told, not that the time is over. */
const WITHIN_MS = 120_000;

/** Waits until something holds, that is, neither answers `false` nor throws; where it does not in time, says what was waited for, and what was wrong with it last. */
export async function seen(what: string, holds: () => unknown, withinMs = WITHIN_MS): Promise<void> {
  let wrong: unknown;
  const looked = async (): Promise<boolean> => {
    try {
      return (await holds()) !== false;
    } catch (error) {
      wrong = error;
      return false;
    }
  };
  if (!(await until(looked, withinMs)))
    throw new Error(`${what}: not within ${String(withinMs / 1_000)} s`, wrong === undefined ? {} : { cause: wrong });
}
