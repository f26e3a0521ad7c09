import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { signal } from '../../embedded/processes.js';
import { commandLine } from '../built.js';
import { temporaryFolder } from './folders.js';
import { seen } from '../seen.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A command, with what it has said so far. */
const command = async (...args: string[]) => {
  const child = spawn(process.execPath, [...commandLine(), ...args], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: await temporaryFolder() },
  });
  onTestFinished(() => {
    if (child.pid !== undefined && child.exitCode === null) signal(child.pid, 'SIGKILL');
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (piece: Buffer) => (said.out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (said.err += piece.toString()));
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const says = (text: string): Promise<void> => seen(`it says “${text}”`, () => said.err.includes(text));
  return { child, said, ended, says };
};

test('Ctrl-C while a platform starts: nothing more is started, and it says that it did not come up', async () => {
  const { child, said, ended, says } = await command('up', '--folder', join(await temporaryFolder(), 'platform'));
  await says('Temporal is ready');
  child.kill('SIGINT');
  expect(await ended).toEqual([0, null]);
  expect(said.err).toContain('Ctrl-C again ends it at once');
  expect(said.err).toContain('stopped before it was up');
  expect(said.err).not.toContain('the platform is up');
});

test('a drill that is interrupted says what becomes of it, in one document where that was asked', async () => {
  const { child, said, ended, says } = await command(
    ...['drill', '--json', '--scenario', join(ROOT, 'test/scenarios/contract-example.yaml')],
  );
  await says('is ready');
  child.kill('SIGTERM');
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(JSON.parse(said.out)).toMatchObject({ error: { code: 'interrupted' } });
  expect(said.out).toContain('nothing came out of the drill');
});

const FULL = '/dev/full';
const AWAY = existsSync(FULL) ? [[FULL]] : [];

test.each(AWAY)(
  'what is told where nothing can be written (%s) changes no exit status: 2 is bad input, 3 is what failed',
  (full) => {
    const [out, err] = [openSync(full, 'w'), openSync(full, 'w')];
    const bin = join(ROOT, 'bin/luyue.js');
    const statusOf = (args: readonly string[], stdio: ('ignore' | number)[]) =>
      spawnSync(process.execPath, [bin, ...args], { cwd: ROOT, stdio }).status;
    expect(statusOf(['calc', 'no-such-rule'], ['ignore', 'ignore', err])).toBe(2);
    expect(statusOf(['calc', 'no-such-rule'], ['ignore', out, err])).toBe(2);
    expect(statusOf(['timetable'], ['ignore', out, err])).toBe(3);
    for (const file of [out, err]) closeSync(file);
  },
);
