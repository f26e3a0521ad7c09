/** Runs what a command stands for and keeps its exit status; modules are loaded only for the command that is asked. */
export const exits =
  <A extends unknown[]>(work: (...args: A) => Promise<number>) =>
  async (...args: A): Promise<void> => {
    process.exitCode = await work(...args);
  };
