import { link, mkdir, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { textOfFile } from '../records/bounded-file.js';
import { PlatformError } from './platform-error.js';
import { isAlive } from './processes.js';
import { run } from './run.js';

const FILE = 'platform.pid';

/** When a process began, as the system tells it: two processes that share an id differ in this. */
const askedFor = async (pid: number): Promise<string> =>
  (await run('ps', ['-o', 'lstart=', '-p', String(pid)], 5_000, { env: { ...process.env, LC_ALL: 'C' } })).output.trim();

/** Our own does not change: it is asked for once, where it was told. */
let ours = '';
const beginningOf = async (pid: number): Promise<string> => {
  if (pid !== process.pid) return askedFor(pid);
  if (ours === '') ours = await askedFor(pid);
  return ours;
};

const holderIn = async (text: string): Promise<number | null> => {
  const [pid = '', began = ''] = text.split('\n');
  const holder = Number(pid);
  if (!Number.isInteger(holder) || holder <= 0 || !isAlive(holder)) return null;
  return began === (await beginningOf(holder)) ? holder : null;
};

/** Gives a file a second name; false where the name is taken. */
const isLinked = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw thrown;
  }
};

/** What stands in a file; undefined where there is none. */
const textIn = (file: string): string | undefined => {
  try {
    return textOfFile(file);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
};

/**
 * Gives a lock the name of this process; answers the living process that has it. What a process that is gone has left is taken away by
 * one at a time, who has a lock of the same kind for that and looks again under it: so nobody takes away what another has put in its place.
 */
const take = async (lock: string, mine: string): Promise<number | null> => {
  while (!(await isLinked(mine, lock))) {
    const holder = await holderIn(textIn(lock) ?? '');
    if (holder !== null) return holder;
    const clearing = `${lock}.clearing`;
    const other = await take(clearing, mine);
    if (other !== null) return other;
    try {
      const left = textIn(lock);
      if (left !== undefined && (await holderIn(left)) === null) await rm(lock, { force: true });
    } finally {
      await rm(clearing, { force: true });
    }
  }
  return null;
};

/**
 * Takes a folder for this process; answers how to give it back. Throws `folder-in-use` when another living
 * process has it: two platforms on the same data would destroy it. The file is there with its content or not at all.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  await mkdir(folder, { recursive: true });
  const file = join(folder, FILE);
  const mine = `${file}.${randomUUID()}`;
  try {
    await writeFile(mine, `${String(process.pid)}\n${await beginningOf(process.pid)}\n`);
    const holder = await take(file, mine);
    if (holder !== null) throw inUse(folder, holder);
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(file, { force: true });
};

const inUse = (folder: string, holder: number): PlatformError =>
  new PlatformError(
    'folder-in-use',
    `${folder} 正由另一个 luyue 进程(${String(holder)})使用。请先停止它(Ctrl-C,或 kill ${String(holder)}),或者换一个数据目录。`,
    `${folder} is in use by another luyue process (${String(holder)}). Stop it first (Ctrl-C, or kill ${String(holder)}), or use another folder.`,
  );
