import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PlatformError } from './platform-error.js';
import { isAlive } from './processes.js';
import { run } from './run.js';

const FILE = 'platform.pid';

/** When a process began, as the system tells it: two processes that share an id differ in this. */
const beginningOf = async (pid: number): Promise<string> =>
  (await run('ps', ['-o', 'lstart=', '-p', String(pid)], 5_000, { env: { ...process.env, LC_ALL: 'C' } })).output.trim();

const holderOf = async (file: string): Promise<number | null> => {
  const [pid = '', began = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const holder = Number(pid);
  if (!Number.isInteger(holder) || holder <= 0 || !isAlive(holder)) return null;
  return began === (await beginningOf(holder)) ? holder : null;
};

/**
 * Takes a folder for this process; answers how to give it back. Throws `folder-in-use` when another living
 * process has it: two platforms on the same data would destroy it.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  await mkdir(folder, { recursive: true });
  const file = join(folder, FILE);
  for (;;) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(`${String(process.pid)}\n${await beginningOf(process.pid)}\n`);
      await handle.close();
      return () => rm(file, { force: true });
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
    }
    const holder = await holderOf(file);
    if (holder !== null) {
      throw new PlatformError(
        'folder-in-use',
        `${folder} 正由另一个 luyue 进程(${String(holder)})使用。请先停止它(Ctrl-C,或 kill ${String(holder)}),或者换一个数据目录。`,
        `${folder} is in use by another luyue process (${String(holder)}). Stop it first (Ctrl-C, or kill ${String(holder)}), or use another folder.`,
      );
    }
    await rm(file, { force: true });
  }
};
