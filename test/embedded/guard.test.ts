import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { cpuSeconds, cpuSecondsOfTree } from '../../embedded/cpu.js';
import { isAlive, signal } from '../../embedded/processes.js';
import { importedFrom, scriptRun } from '../built.js';
import { temporaryFolder } from './folders.js';
import { seen } from '../seen.js';

/** Longer than the next platform needs to find a server that answers. */
const LATE_MS = 8_000;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const children: ChildProcess[] = [];

afterEach(() => {
  // The whole group: a script may have children of its own.
  for (const child of children.splice(0)) if (child.pid !== undefined) signal(-child.pid, 'SIGKILL');
});

/** Runs a script and answers its first line on standard output. */
const firstLineOf = async (script: string): Promise<{ child: ChildProcess; line: string }> => {
  const file = join(await temporaryFolder(), 'script.mjs');
  await writeFile(file, script);
  const child = spawn(process.execPath, scriptRun(file), {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  children.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('close', (status) => {
      reject(new Error(`the script ended with ${String(status)}`));
    });
  });
  return { child, line };
};

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  '%s of the process that started a drill ends its servers and removes its files',
  async (name) => {
    const folder = join(await temporaryFolder(), 'drill');
    // Where root's database goes, because its user cannot enter a temporary folder of root's.
    const elsewhere = join('/var/lib/luyue', createHash('sha256').update(folder).digest('hex').slice(0, 12));
    const { child, line } = await firstLineOf(`
    import { startPlatform } from '${importedFrom('embedded/platform')}';
    const platform = await startPlatform({ folder: '${folder}', keepData: false, drill: true, log: () => undefined });
    console.log(JSON.stringify(Object.values(platform.pids)));
  `);
    const pids = JSON.parse(line) as number[];
    expect(pids.filter(isAlive)).toHaveLength(2);
    expect(existsSync(elsewhere)).toBe(process.getuid?.() === 0);
    child.kill(name);
    await seen('its servers are gone', () => !pids.some(isAlive));
    await seen('its files are gone', () => !existsSync(folder) && !existsSync(elsewhere));
  },
);

test('CPU seconds of a tree hold those of a child, running or ended; of no process they are null', async () => {
  if (!existsSync('/proc/self/stat')) {
    expect(cpuSecondsOfTree(process.pid)).toBeNull();
    return;
  }
  const { child, line } = await firstLineOf(`
    import { spawn, spawnSync } from 'node:child_process';
    const burn = (seconds) => ['-e', 'const end = process.cpuUsage().user + ' + seconds * 1e6 + '; while (process.cpuUsage().user < end);'];
    spawnSync(process.execPath, burn(0.3));
    spawn(process.execPath, [burn(0.3)[0], burn(0.3)[1] + 'setTimeout(() => 0, 60000); console.log("burnt")'], { stdio: ['ignore', 'inherit', 'inherit'] });
    setTimeout(() => 0, 60000);
  `);
  expect(line).toBe('burnt');
  const pid = child.pid ?? 0;
  const own = cpuSeconds(pid) ?? NaN;
  const tree = cpuSecondsOfTree(pid) ?? NaN;
  expect(tree - own).toBeGreaterThan(0.55);
  expect(cpuSeconds(2 ** 30)).toBeNull();
  expect(cpuSecondsOfTree(2 ** 30)).toBeNull();
});

test('what a guard is about to end is not taken over: the next platform waits for it', async () => {
  const folder = join(await temporaryFolder(), 'platform');
  const starting = `
    import { startPlatform } from '${importedFrom('embedded/platform')}';
    const platform = await startPlatform({ folder: '${folder}', keepData: true, drill: false, log: () => undefined });
    console.log(JSON.stringify({ guard: platform.guard.pid, ...platform.pids }));`;
  const { child, line } = await firstLineOf(starting);
  const killed = JSON.parse(line) as { readonly guard: number; readonly database: number };
  // it comes late, as on a machine that has much to do
  signal(killed.guard, 'SIGSTOP');
  child.kill('SIGKILL');
  await seen('who started it is gone', () => child.pid === undefined || !isAlive(child.pid));
  const next = firstLineOf(starting);
  await pause(LATE_MS);
  signal(killed.guard, 'SIGCONT');
  const again = JSON.parse((await next).line) as { readonly guard: number; readonly database: number };
  await seen('the guard is gone', () => !isAlive(killed.guard));
  expect([isAlive(killed.database), isAlive(again.database)]).toEqual([false, true]);
  for (const pid of [again.database, again.guard]) expect(isAlive(pid)).toBe(true);
});
