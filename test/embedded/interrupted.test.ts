import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { signal } from '../../embedded/processes.js';
import { until } from '../../embedded/wait.js';
import { temporaryFolder } from './folders.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(ROOT, 'client/main.ts');
const PATIENCE_MS = 60_000;
/** From source, on a machine that has other things to do. */
const WHOLE_MS = 150_000;

/** A command from source, with what it has said so far. */
const command = async (...args: string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
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
  const says = (text: string): Promise<boolean> => until(() => said.err.includes(text), PATIENCE_MS);
  return { child, said, ended, says };
};

test(
  'Ctrl-C while a platform starts: nothing more is started, and it says that it did not come up',
  async () => {
    const { child, said, ended, says } = await command('up', '--folder', join(await temporaryFolder(), 'platform'));
    expect(await says('Temporal is ready')).toBe(true);
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(said.err).toContain('Ctrl-C again ends it at once');
    expect(said.err).toContain('stopped before it was up');
    expect(said.err).not.toContain('the platform is up');
  },
  WHOLE_MS,
);

test(
  'a drill that is interrupted says what becomes of it, in one document where that was asked',
  async () => {
    const { child, said, ended, says } = await command(
      ...['drill', '--json', '--scenario', join(ROOT, 'test/scenarios/contract-example.yaml')],
    );
    expect(await says('is ready')).toBe(true);
    child.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
    expect(JSON.parse(said.out)).toMatchObject({ error: { code: 'interrupted' } });
    expect(said.out).toContain('nothing came out of the drill');
  },
  WHOLE_MS,
);
