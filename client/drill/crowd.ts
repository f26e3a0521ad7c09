/** Runs jobs a few at a time, in order, telling how many are done. The first failure stops the rest and is thrown. */
export async function crowd(
  jobs: readonly (() => Promise<void>)[],
  atATime: number,
  tell: (done: number) => void,
): Promise<void> {
  let next = 0;
  let done = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    for (let job = jobs[next]; job && !failed; job = jobs[next]) {
      next += 1;
      try {
        await job();
      } catch (error) {
        failed = true;
        throw error;
      }
      done += 1;
      tell(done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, jobs.length) }, lane));
}
