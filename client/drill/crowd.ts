/**
 * Runs jobs a few at a time, in order, telling how many are done. The first failure stops the rest and is thrown, once nothing is under way
 * any more: what the jobs speak to may be closed then.
 */
export async function crowd(
  jobs: readonly (() => Promise<void>)[],
  atATime: number,
  tell: (done: number) => void,
): Promise<void> {
  let next = 0;
  let done = 0;
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let job = jobs[next]; job && failures.length === 0; job = jobs[next]) {
      next += 1;
      try {
        await job();
        done += 1;
        tell(done);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, jobs.length) }, lane));
  const [first] = failures;
  if (failures.length > 0) throw first instanceof Error ? first : new Error('a job failed', { cause: first });
}
