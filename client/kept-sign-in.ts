import { chmod, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { byName } from '../regulation/by-name.js';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { textIfThere } from '../records/bounded-file.js';
import { UsageError } from './failure.js';

/** A command line's sign-in at one platform. */
const KEPT = z.object({
  issuer: z.string(),
  clientId: z.string(),
  accessToken: z.string(),
  /** Milliseconds of the wall clock. */
  expiresAt: z.number(),
  refreshToken: z.string().optional(),
});
export type KeptSignIn = z.infer<typeof KEPT>;
const FILE = byName(z.string(), KEPT);

/** The user's own folder for settings. */
const folderOf = (env: NodeJS.ProcessEnv): string => {
  const named = env['XDG_CONFIG_HOME'];
  return join(named === undefined || named === '' ? join(homedir(), '.config') : named, 'luyue');
};

const LOCK_WAIT_MS = 15_000;
const LOCK_STALE_MS = 60_000;
const TRY_MS = 50;

/** Two commands that refresh at once would each use the other's refresh token up: one at a time. */
async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'sign-ins.lock');
  for (let waited = 0; ; waited += TRY_MS) {
    try {
      await (await open(lock, 'wx', 0o600)).close();
      break;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
    }
    const since = await stat(lock).catch(() => undefined);
    if (since && Date.now() - since.mtimeMs > LOCK_STALE_MS) await rm(lock, { force: true });
    else if (waited > LOCK_WAIT_MS)
      throw new UsageError(`${lock} 被另一个命令占用 / another command holds it; remove it if there is none`, 'sign-in-busy');
    await pause(TRY_MS);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

const read = (file: string): Record<string, KeptSignIn> => {
  const text = textIfThere(file);
  if (text === '') return {};
  const parsed = FILE.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : {};
};

/** Reads what is kept for a platform, and keeps what the work makes of it: nothing for nobody's. Only the user can read the file. */
export async function withKeptSignIn<T>(
  url: string,
  env: NodeJS.ProcessEnv,
  work: (kept: KeptSignIn | undefined) => Promise<{ readonly keep: KeptSignIn | undefined; readonly answer: T }>,
): Promise<T> {
  const folder = folderOf(env);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return alone(folder, async () => {
    const file = join(folder, 'sign-ins.json');
    const { [url]: kept, ...others } = read(file);
    const { keep, answer } = await work(kept);
    if (keep !== kept) {
      const next = `${file}.${String(process.pid)}`;
      await writeFile(next, `${JSON.stringify(keep ? { ...others, [url]: keep } : others, null, 2)}\n`, { mode: 0o600 });
      await chmod(next, 0o600);
      await rename(next, file);
    }
    return answer;
  });
}
