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

export interface Form {
  readonly fields: Fields;
  readonly taken: readonly Taken[];
}

const MOST_FILES = 20;
const MOST_FIELDS = 50;
const FIELD_BYTES = 20_000;

const notForm = (): FileRefused => refuseFile('bad-input', '表单内容不完整，请重新上传', 'the form did not arrive whole: send it again');
const tooMany = (): FileRefused =>
  refuseFile('bad-input', `一次至多上传 ${String(MOST_FILES)} 个文件`, `at most ${String(MOST_FILES)} files are sent at once`);

/**
 * Takes the files of a form one after another as they arrive, with the fields that stood before each: what must be right before a file is
 * taken, such as the session's token, stands first in the form. The first no ends it, and what was taken before stays taken.
 */
export async function takeForm(
  body: Readable,
  contentType: string,
  take: (part: FilePart, before: Fields) => Promise<Taken | FileRefused>,
): Promise<Form | FileRefused> {
  const fields = new Map<string, string>();
  const taken: Taken[] = [];
  let first: FileRefused | undefined;
  let work = Promise.resolve();
  let failed: unknown;
  const limits = { files: MOST_FILES, fields: MOST_FIELDS, fieldSize: FIELD_BYTES, parts: MOST_FILES + MOST_FIELDS, headerPairs: 20 };
  let busboy: BusboyInstance;
  let coming: BusboyFileStream | undefined;
  try {
    busboy = new Busboy({ headers: { 'content-type': contentType }, limits });
  } catch {
    return notForm();
  }
  const stop = (said: FileRefused): void => {
    first ??= said;
    body.unpipe(busboy);
    coming?.destroy(new Error('the form broke off'));
    busboy.destroy();
  };
  busboy.on('field', (name: string, value: string) => fields.set(name, value));
  busboy.on('file', (field: string, stream: BusboyFileStream, name: string) => {
    // a field for a file that nobody chose arrives all the same
    if (first || name === '') {
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
      failed ??= error;
      busboy.destroy();
    });
  });
  busboy.on('filesLimit', () => stop(tooMany()));
  await new Promise<void>((resolve) => {
    const over = (): void => {
      resolve();
    };
    busboy.once('finish', over).once('close', over);
    busboy.once('error', () => {
      stop(notForm());
      resolve();
    });
    body.once('error', () => {
      stop(notForm());
      resolve();
    });
    body.once('close', () => {
      if (!body.readableEnded) stop(notForm());
    });
    body.pipe(busboy);
  });
  await work.catch(() => undefined);
  // what breaks off in the middle of a file fails there too
  if (failed !== undefined && !first) throw failed instanceof Error ? failed : new Error('a file of a form failed');
  return first ?? { fields, taken };
}
