import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { FileError } from './refused.js';
import type { Staged } from './store.js';

/** How long a sender may be silent, in milliseconds. */
const IDLE_MS = 30_000;
/** What a process that was killed left behind goes after so long. */
const LEFT_MS = 3_600_000;
const MB = 1_000_000;

const megabytes = (bytes: number): string => `${String(Math.floor(bytes / MB))} MB`;

export const fileTooLarge = (most: number): FileError =>
  new FileError(
    'too-large',
    `文件至多 ${megabytes(most)}；请压缩图片、拆分文件后分别上传`,
    `a file has ${megabytes(most)} at most: make its pictures smaller, or send it in parts`,
  );

const silent = (): FileError =>
  new FileError('too-slow', '上传中断，请重新上传', 'nothing more arrived of the file: send it again');

/** The next piece, or no more waiting for it. */
async function next(pieces: AsyncIterator<Uint8Array>, idleMs: number): Promise<IteratorResult<Uint8Array>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(silent());
    }, idleMs);
  });
  try {
    return await Promise.race([pieces.next(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Where files come in, on this machine's disk: nothing that is there has been taken in yet. */
export class Incoming {
  private readonly folder: string;
  private readonly idleMs: number;

  constructor(folder: string, idleMs: number = IDLE_MS) {
    this.folder = folder;
    this.idleMs = idleMs;
  }

  /**
   * Writes what arrives, counted and hashed on its way, and has it settled on the disk. Throws a FileError where it is more than `most` bytes
   * or stops coming, and whatever the sender's stream throws; then nothing of it is left.
   */
  async stage(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Staged> {
    await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, randomUUID());
    const handle = await open(path, 'wx', 0o600);
    try {
      const { sha256, size } = await this.written(handle, pieces, most);
      await handle.sync();
      await handle.close();
      return { path, sha256, size };
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(path, { force: true });
      throw error;
    }
  }

  private async written(handle: FileHandle, pieces: AsyncIterable<Uint8Array>, most: number) {
    const hash = createHash('sha256');
    const iterator = pieces[Symbol.asyncIterator]();
    let size = 0;
    try {
      for (let one = await next(iterator, this.idleMs); one.done !== true; one = await next(iterator, this.idleMs)) {
        size += one.value.byteLength;
        if (size > most) throw fileTooLarge(most);
        hash.update(one.value);
        await handle.writeFile(one.value);
      }
    } catch (error) {
      // whoever is silent is not waited for once more
      void iterator.return?.().catch(() => undefined);
      throw error;
    }
    if (size === 0)
      throw new FileError('bad-input', '文件为空，请检查后重新上传', 'the file is empty: look at it and send it again');
    return { sha256: hash.digest('hex'), size };
  }

  /** Takes away what processes left behind that ended while a file was coming in. */
  async sweep(now: number = Date.now()): Promise<number> {
    let gone = 0;
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const since = (await stat(path).catch(() => undefined))?.mtimeMs;
      if (since === undefined || now - since < LEFT_MS) continue;
      await rm(path, { force: true });
      gone += 1;
    }
    return gone;
  }
}
