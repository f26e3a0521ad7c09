/** Exit statuses of every command. */
export const DONE = 0;
export const REFUSED = 1;
export const BAD_INPUT = 2;

/** Where a command writes; the real streams unless a test hands in its own. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
export const STREAMS: Streams = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
};

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

/** Prints what went wrong: one JSON document on standard output with `--json`, else a line on standard error. */
export const printProblem = (problem: Problem, json: boolean, streams: Streams): void => {
  if (json) streams.out(`${JSON.stringify({ error: { path: [], ...problem } }, null, 2)}\n`);
  else streams.err(`luyue: ${problem.code}: ${problem.message}\n`);
};
