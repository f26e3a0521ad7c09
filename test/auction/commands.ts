import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { vi } from 'vitest';
import { addAuction } from '../../client/auction-commands.js';
import { problemOf } from '../../client/failure.js';
import { commandLine } from '../built.js';
import { until } from '../../embedded/wait.js';

/** What a command that has ended left behind. */
export interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

const STARTS_WITHIN_MS = 240_000;

/** What would lead a command to another platform than the one in its folder. */
const LEADING = ['TEMPORAL_ADDRESS', 'DATABASE_URL', 'SMTP_URL'];
const bare = (): NodeJS.ProcessEnv => Object.fromEntries(Object.entries(process.env).filter(([name]) => !LEADING.includes(name)));

/** Runs commands of the command line in a folder, each in a process of its own. */
export function commandsIn(folder: string, root?: string) {
  const start = (args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
    spawn(process.execPath, [...commandLine(root), ...args], { cwd: folder, env: { ...bare(), ...env } });

  /** Runs a command to its end. */
  const luyue = async (...args: readonly string[]): Promise<Ended> => {
    const child = start(args);
    let out = '';
    let err = '';
    child.stdout?.on('data', (more: Buffer) => (out += more.toString()));
    child.stderr?.on('data', (more: Buffer) => (err += more.toString()));
    const [exit] = (await once(child, 'close')) as [number | null];
    return { exit: exit ?? -1, out, err };
  };

  return {
    luyue,
    /** `luyue auction …` with --json: its exit status, and what it answered; of an error only the code. */
    auction: async (...args: readonly string[]): Promise<{ exit: number; answer: Record<string, unknown>; err: string }> => {
      const { exit, out, err } = await luyue('auction', ...args, '--json');
      return { exit, answer: JSON.parse(out) as Record<string, unknown>, err };
    },
    /** Starts a command that goes on, and waits until it says how it is reached; answers how to end it as Ctrl-C does. */
    goingOn: async (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<() => Promise<number | null>> => {
      const child = start(args, env);
      let said = '';
      child.stderr?.on('data', (more: Buffer) => (said += more.toString()));
      child.stdout?.resume();
      const closed = once(child, 'close') as Promise<[number | null]>;
      const stop = async (): Promise<number | null> => {
        child.kill('SIGINT');
        return (await closed)[0];
      };
      const started = (): boolean => existsSync(join(folder, '.luyue/service.json'));
      await until(() => started() || child.exitCode !== null, STARTS_WITHIN_MS);
      if (!started()) {
        child.kill('SIGKILL');
        throw new Error(`${args.join(' ')} did not start: ${said}`);
      }
      return stop;
    },
  };
}

/**
 * The same commands, parsed and carried out in this process, which changes into the folder: quicker where there are many. Bad
 * input and what is thrown become exit statuses as in the program.
 */
export function auctionHere(folder: string) {
  return async (...args: readonly string[]): Promise<{ exit: number; answer: Record<string, unknown>; err: string }> => {
    let exit: number;
    let out = '';
    let err = '';
    const program = new Command().exitOverride();
    addAuction(program);
    const before = process.exitCode;
    const cwd = process.cwd();
    const env = { ...process.env };
    const spied = [
      vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
      vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true)),
    ];
    for (const name of LEADING) Reflect.deleteProperty(process.env, name);
    process.chdir(folder);
    try {
      await program.parseAsync(['auction', ...args, '--json'], { from: 'user' });
      exit = Number(process.exitCode);
    } catch (error) {
      const { status, ...problem } = problemOf(error);
      out = JSON.stringify({ error: problem });
      exit = status;
    } finally {
      process.exitCode = before;
      process.chdir(cwd);
      Object.assign(process.env, env);
      for (const spy of spied) spy.mockRestore();
    }
    return { exit, answer: JSON.parse(out) as Record<string, unknown>, err };
  };
}

/** The code of the refusal or error that was answered. */
export const codeIn = ({ answer }: { readonly answer: Record<string, unknown> }): unknown =>
  (answer['error'] as { code?: unknown } | undefined)?.code;
