import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../../scripts/sources.js';

const run = promisify(execFile);
const LOCK = join(ROOT, 'test/gateway/schemathesis.txt');
const INSTALL_MS = 240_000;
const PYTHONS = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11'];

/** Why there is no such program on this machine. */
export interface Missing {
  readonly missing: string;
}

async function pythonNewEnough(): Promise<string | undefined> {
  for (const python of PYTHONS)
    try {
      await run(python, ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))']);
      return python;
    } catch {
      // not here, or too old: the next
    }
  return undefined;
}

/** Schemathesis, as its lock file names it. */
export const schemathesis = (): Promise<{ readonly program: string } | Missing> => pythonProgram('schemathesis', LOCK);

/** A program, as a lock file names it; installed once and kept, from the registry that pip knows. */
export async function pythonProgram(name: string, lockFile: string): Promise<{ readonly program: string } | Missing> {
  const lock = await readFile(lockFile);
  const folder = join(ROOT, '.luyue/python', createHash('sha256').update(lock).digest('hex').slice(0, 16));
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  const program = join(bin, name);
  const complete = join(folder, 'complete');
  if (existsSync(complete)) return { program };
  const python = await pythonNewEnough();
  if (python === undefined) return { missing: 'there is no Python 3.11 or newer with venv' };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    await run(python, ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary=:all:', '--require-hashes'];
    await run(join(bin, 'python'), [...pip, '-r', lockFile], { timeout: INSTALL_MS, maxBuffer: 16 * 1_024 * 1_024 });
  } catch (error) {
    return { missing: `it could not be installed: ${String((error as { stderr?: string }).stderr ?? error).slice(-300)}` };
  }
  await writeFile(complete, '');
  return { program };
}
