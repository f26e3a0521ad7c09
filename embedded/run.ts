import { spawn } from 'node:child_process';

/** Who runs a program: the uid and gid of another user, when we are root and must not be. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

export interface Finished {
  /** Exit status; null when it could not be started, or was killed. */
  readonly status: number | null;
  /** What it printed on both streams. */
  readonly output: string;
}

/** Runs a program to its end, at most `milliseconds` long, and answers how it went; never throws. */
export const run = (
  program: string,
  args: readonly string[],
  milliseconds: number,
  more: { identity?: Identity | undefined; env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<Finished> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: milliseconds,
      killSignal: 'SIGKILL',
      cwd: more.cwd ?? '/',
      env: more.env ?? process.env,
      ...more.identity,
    });
    let output = '';
    const gather = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', (error) => {
      resolve({ status: null, output: error.message });
    });
    child.on('close', (status) => {
      resolve({ status, output });
    });
  });
