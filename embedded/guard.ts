import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { textIfThere } from '../records/bounded-file.js';
import { writeWhole } from '../records/whole-file.js';
import { isAlive } from './processes.js';
import { run } from './run.js';
import { until } from './wait.js';

/**
 * A small shell process that outlives this one and ends what we started when we die, however we die: it
 * holds the reading end of a pipe, and the pipe closes with us, by `kill -9` too.
 */
export interface Guard {
  readonly pid?: number | undefined;
  /** From now on this process ends with us. */
  watch(pid: number): void;
  /** This process has ended, or shall go on without us. */
  forget(pid: number): void;
  /** This folder of a drill is removed if we die; any number of them. */
  sweep(folder: string): void;
  /** Nothing is left to guard: the guard goes, and leaves what it watched alone. */
  release(): void;
}

const SCRIPT = `
trap '' INT TERM HUP
pids= folders=
while read -r word rest; do
  case $word in
    watch) pids="$pids $rest" ;;
    forget) kept=; for pid in $pids; do [ "$pid" = "$rest" ] || kept="$kept $pid"; done; pids=$kept ;;
    sweep) folders="$folders$rest
" ;;
    release) exit 0 ;;
  esac
done
alive() { left=; for pid in $pids; do kill -0 "$pid" 2>/dev/null && left="$left $pid"; done; [ -n "$left" ]; }
if alive; then
  kill -INT $left 2>/dev/null
  tries=0
  while alive && [ $tries -lt 80 ]; do sleep 0.1; tries=$((tries + 1)); done
  alive && kill -KILL $left 2>/dev/null
fi
printf '%s' "$folders" | while read -r folder; do rm -rf "$folder"; done
`;

export const startGuard = (): Guard => {
  const shell = spawn('/bin/sh', ['-c', SCRIPT], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' });
  // A guard that is gone guards nothing; that must not bring down what it guarded.
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  const say = (line: string): void => {
    if (shell.stdin.writable) shell.stdin.write(`${line}\n`);
  };
  return {
    pid: shell.pid,
    watch: (pid) => {
      say(`watch ${String(pid)}`);
    },
    forget: (pid) => {
      say(`forget ${String(pid)}`);
    },
    sweep: (folder) => {
      say(`sweep ${folder}`);
    },
    release: () => {
      say('release');
      shell.stdin.end();
    },
  };
};

const FILE = 'guard.pid';
/** What a guard takes to end what it watched, killing included, and to remove folders. */
const ENDED = 30_000;

const isGuard = async (pid: number): Promise<boolean> =>
  Number.isInteger(pid) &&
  pid > 0 &&
  isAlive(pid) &&
  (await run('ps', ['-o', 'command=', '-p', String(pid)], 5_000)).output.includes('watch) pids=');

/**
 * Puts a folder under a guard, once the guard of whoever was killed there has ended what it watched: a server that still answers, and is ended
 * in the next moment, would be taken over otherwise.
 */
export const guardFolder = async (folder: string, { pid }: Guard, log: (line: string) => void): Promise<void> => {
  const file = join(folder, FILE);
  const before = Number(textIfThere(file));
  if (before !== pid && (await isGuard(before))) {
    log('等待上次未及停止的进程结束 · waiting for what was killed here to end');
    await until(() => !isAlive(before), ENDED);
  }
  if (pid !== undefined) writeWhole(file, String(pid));
};
