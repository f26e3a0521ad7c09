import { until } from '../embedded/wait.js';

/** Less than a test may take: what was waited for is told, not that the time is over. */
const WITHIN_MS = 45_000;

/** Waits until something holds; where it does not in time, says what was waited for. */
export async function seen(what: string, holds: () => boolean | Promise<boolean>, withinMs = WITHIN_MS): Promise<void> {
  if (!(await until(holds, withinMs))) throw new Error(`${what}: not within ${String(withinMs / 1_000)} s`);
}
