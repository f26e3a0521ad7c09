import { inLanes } from '../../desk/lanes.js';

/**
 * Runs jobs a few at a time, in order, telling how many are done. The first failure stops the rest and is thrown, once nothing is under way
 * any more: what the jobs speak to may be closed then.
 */
export async function crowd(
  jobs: readonly (() => Promise<void>)[],
  atATime: number,
  tell: (done: number) => void,
): Promise<void> {
  const over = new AbortController();
  let done = 0;
  const failures = await inLanes(atATime, jobs, over.signal, async (job) => {
    try {
      await job();
      tell((done += 1));
    } catch (error) {
      over.abort();
      throw error;
    }
  });
  const [first] = failures;
  if (failures.length > 0) throw first instanceof Error ? first : new Error('a job failed', { cause: first });
}
