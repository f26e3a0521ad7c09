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

/** A value as people read it. */
export const shownValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Prints an answer: one JSON document with `--json`, else what people read, line by line. Answers that it is done. */
export function printAnswer(
  document: unknown,
  said: string | readonly string[],
  json: boolean | undefined,
  streams: Streams,
): number {
  const lines = json === true ? [JSON.stringify(document, null, 2)] : [said].flat();
  streams.out(lines.map((line) => `${line}\n`).join(''));
  return DONE;
}

/** Prints what went wrong: one JSON document on standard output with `--json`, else a line on standard error. */
export const printProblem = (problem: Problem, json: boolean, streams: Streams): void => {
  if (json) printAnswer({ error: { path: [], ...problem } }, '', json, streams);
  else streams.err(`luyue: ${problem.code}: ${problem.message}\n`);
};
