import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, chmod, copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { isSha256, type Staged, type Store } from './store.js';

const READ_ONLY = 0o440;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** What was written of a file, or of the names in a folder, stands on the disk. */
const settled = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A folder of files, `ab/abcd…`. One comes to stand there by renaming, so that nobody ever sees a part of it. */
export class FolderStore implements Store {
  readonly place: string;

  constructor(folder: string) {
    this.place = folder;
  }

  private pathOf(sha256: string): string {
    if (!isSha256(sha256)) throw new Error(`no hash of a file: ${sha256}`);
    return join(this.place, sha256.slice(0, 2), sha256);
  }

  async keep({ path, sha256, size }: Staged): Promise<void> {
    if (await this.has(sha256, size)) return;
    const to = this.pathOf(sha256);
    await mkdir(dirname(to), { recursive: true });
    await chmod(path, READ_ONLY);
    await rename(path, to).catch(async (error: unknown) => {
      if (codeOf(error) !== 'EXDEV') throw error;
      await this.copied(path, to);
    });
    await settled(dirname(to));
    await settled(this.place);
  }

  /** From another disk it is copied beside its place first. */
  private async copied(path: string, to: string): Promise<void> {
    const beside = `${to}.${randomUUID()}`;
    await copyFile(path, beside, constants.COPYFILE_FICLONE);
    await settled(beside);
    await rename(beside, to);
  }

  async has(sha256: string, size: number): Promise<boolean> {
    const found = await stat(this.pathOf(sha256)).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    return found?.isFile() === true && found.size === size;
  }

  async read(sha256: string): Promise<Readable | undefined> {
    const path = this.pathOf(sha256);
    try {
      await access(path, constants.R_OK);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
    return createReadStream(path);
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }
}
