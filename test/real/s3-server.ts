import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from '../../embedded/ports.js';
import { ROOT } from '../../scripts/sources.js';
import { seen } from '../seen.js';

/** Versity's gateway: S3 over a folder, by many of the tests of other servers too. */
const MODULE = 'github.com/versity/versitygw/cmd/versitygw@v1.0.14';
const TOOLS = join(ROOT, '.luyue', 'tools');
const PROGRAM = join(TOOLS, 'versitygw');
const BUILD_MS = 900_000;

export const KEY = 'luyue-test';
export const SECRET = 'luyue-test-secret';

/** Builds it where it is not there yet; why not, where that cannot be. */
export async function s3Server(): Promise<{ readonly missing: string } | { readonly program: string }> {
  if (existsSync(PROGRAM)) return { program: PROGRAM };
  if (spawnSync('go', ['version']).status !== 0) return { missing: 'go is not installed, which builds the S3 server' };
  mkdirSync(TOOLS, { recursive: true });
  try {
    await promisify(execFile)('go', ['install', MODULE], { env: { ...process.env, GOBIN: TOOLS }, timeout: BUILD_MS });
    return { program: PROGRAM };
  } catch (error) {
    return { missing: `${MODULE} cannot be built: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}` };
  }
}

export interface Running {
  readonly url: string;
  stop(): Promise<void>;
  /** As a power cut would. */
  kill(): void;
}

/** Starts it over a folder of its own, with nothing in it. */
export async function startS3(program: string): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'luyue-s3-'));
  const [port = 0] = await freePorts(1);
  for (const part of ['data', 'meta', 'data/luyue']) mkdirSync(join(folder, part));
  const args = ['--access', KEY, '--secret', SECRET, '--port', `127.0.0.1:${String(port)}`, '--region', 'us-east-1'];
  const child: ChildProcess = spawn(program, [...args, 'posix', '--sidecar', join(folder, 'meta'), join(folder, 'data')], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${String(port)}`;
  await seen('the store answers', async () => void (await fetch(url)));
  return {
    url,
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      child.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
