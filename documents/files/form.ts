import type { Readable } from 'node:stream';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import type { Taken } from './files.js';
import { isFileRefused, refuseFile, type FileRefused } from './refused.js';

/** What a form of a page brings besides its files. */
export type Fields = ReadonlyMap<string, string>;

/** A file in a form, as it arrives. */
export interface FilePart {
  readonly field: string;
  readonly name: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

export interface Form<T = Taken> {
  readonly fields: Fields;
  readonly taken: readonly T[];
}

const MOST_FILES = 20;
const MOST_FIELDS = 50;
const FIELD_BYTES = 20_000;

const notForm = (): FileRefused =>
  refuseFile('bad-input', '表单内容不完整，请重新上传', 'the form did not arrive whole: send it again');
const tooMany = (): FileRefused =>
  refuseFile('bad-input', `一次至多上传 ${String(MOST_FILES)} 个文件`, `at most ${String(MOST_FILES)} files are sent at once`);

/** Lets a body run through what reads a form, until either is over. */
const runThrough = (body: Readable, busboy: BusboyInstance, broke: () => void): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      resolve();
    };
    const broken = (): void => {
      broke();
      resolve();
    };
    busboy.once('finish', over).once('close', over).once('error', broken);
    body.once('error', broken).once('close', () => {
      if (!body.readableEnded) broken();
    });
    body.pipe(busboy);
  });

const LIMITS = {
  files: MOST_FILES,
  fields: MOST_FIELDS,
  fieldSize: FIELD_BYTES,
  parts: MOST_FILES + MOST_FIELDS,
  headerPairs: 20,
};

const busboyOf = (contentType: string): BusboyInstance | undefined => {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: LIMITS });
  } catch {
    return undefined;
  }
};

/**
 * Takes the files of a form one after another as they arrive, with the fields that stood before each: what must be right before a file is
 * taken, such as the session's token, stands first in the form. The first no ends it, and what was taken before stays taken.
 */
export async function takeForm<T = Taken>(
  body: Readable,
  contentType: string,
  take: (part: FilePart, before: Fields) => Promise<T | FileRefused>,
): Promise<Form<T> | FileRefused> {
  const busboy = busboyOf(contentType);
  if (!busboy) return notForm();
  const fields = new Map<string, string>();
  const taken: T[] = [];
  const over: { refused?: FileRefused; failed?: unknown } = {};
  let coming: BusboyFileStream | undefined;
  let work = Promise.resolve();
  const stop = (said: FileRefused): void => {
    over.refused ??= said;
    body.unpipe(busboy);
    coming?.destroy(new Error('the form broke off'));
    busboy.destroy();
  };
  busboy.on('field', (name: string, value: string) => fields.set(name, value));
  busboy.on('file', (field: string, stream: BusboyFileStream, name: string | undefined) => {
    // a field for a file that nobody chose arrives all the same
    if (over.refused || name === undefined || name === '') {
      stream.resume();
      return;
    }
    stream.on('error', () => undefined);
    work = work.then(async () => {
      coming = stream;
      const said = await take({ field, name, pieces: stream }, fields);
      if (isFileRefused(said)) stop(said);
      else taken.push(said);
    });
    work.catch((error: unknown) => {
      over.failed ??= error;
      busboy.destroy();
    });
  });
  busboy.on('filesLimit', () => {
    stop(tooMany());
  });
  await runThrough(body, busboy, () => {
    stop(notForm());
  });
  await work.catch(() => undefined);
  if (over.refused) return over.refused;
  if (over.failed !== undefined) throw over.failed instanceof Error ? over.failed : new Error('a file of a form failed');
  return { fields, taken };
}
