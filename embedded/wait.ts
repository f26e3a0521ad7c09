/** Milliseconds between two looks at something that is not there yet. */
const LOOK = 40;

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Looks until `holds` answers true; false when `milliseconds` have gone by. */
export const until = async (holds: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> => {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    if (await holds()) return true;
    if (performance.now() >= deadline) return false;
    await pause(LOOK);
  }
};
