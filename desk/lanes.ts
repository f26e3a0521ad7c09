import pLimit from 'p-limit';

/** Does something with many things, so many side by side; one that fails holds up no other. Answers the failures. Stops when told to. */
export async function inLanes<T>(
  many: number,
  all: readonly T[],
  stop: AbortSignal | undefined,
  work: (one: T) => Promise<void>,
): Promise<unknown[]> {
  const limit = pLimit(many);
  const failures: unknown[] = [];
  const one = async (each: T): Promise<void> => {
    if (!stop?.aborted) await work(each).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(all.map((each) => limit(one, each)));
  return failures;
}
