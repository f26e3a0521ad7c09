import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { Said, Signed } from '../console/deps.js';
import type { SentFile, Uploads } from '../console/documents/papers.js';
import type { Files } from '../documents/files/files.js';
import { takeForm, type FilePart } from '../documents/files/form.js';
import { isFileRefused, refuseFile, type FileRefused } from '../documents/files/refused.js';
import type { Instant } from '../domain/model/instant.js';
import { actorOf } from '../parties/caller.js';
import type { Book } from '../records/book.js';
import { openFile } from './files.js';
import { no } from './no.js';
import { sentUnder } from './files-seen.js';

interface UploadsParts {
  readonly book: Book;
  readonly files: Files | undefined;
  readonly now: () => Instant;
  readonly isOwnForm: (request: Request, signed: Signed, token: string | undefined) => boolean;
}

/** A workbook or a signature: read whole, kept nowhere. */
const READ_MAX = 5_000_000;

async function bytesOf({ field, name, pieces }: FilePart): Promise<SentFile | FileRefused> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > READ_MAX)
      return refuseFile(
        'too-large',
        `${name}：至多 5 MB，请拆分或删去图片后重传`,
        `${name}: at most 5 MB, take pictures out of it`,
      );
    all.push(piece);
  }
  return { field, name, bytes: Buffer.concat(all) };
}

const FOREIGN = refuseFile(
  'not-allowed',
  '这份表单不是本会话的页面发出的，未收取任何文件。请返回页面，刷新后重新选择文件。',
  'This form did not come from a page of your session, and no file was taken. Go back, reload the page and choose the file again.',
);
const NOTHING: Said = no('bad-input', '没有收到文件，请选择文件后再上传', 'no file has arrived: choose one and send it again');
const NOT_YOURS: Said = no('not-allowed', '文件由排放单位或者核查机构上传', 'files are sent by units and by verifiers');

/** Files of forms, by the same way as those of the API: the session's token stands first in the form, and is looked at before any file. */
export function uploadsOf({ book, files, now, isOwnForm }: UploadsParts): Uploads {
  return {
    async take(c: Context, { caller, signed, party }, read) {
      const { body } = c.req.raw;
      if (!body) return NOTHING;
      const under = sentUnder(book.pool, caller, party, now());
      if (!under) return NOT_YOURS;
      const by = actorOf(caller, party);
      let seen: ReadonlyMap<string, string> | undefined;
      const isOurs = (fields: ReadonlyMap<string, string>): boolean => isOwnForm(c.req.raw, signed, fields.get('csrf'));
      const form = await takeForm<SentFile>(
        Readable.from(body, { objectMode: false }),
        c.req.header('content-type') ?? '',
        async (part, before) => {
          if (!isOurs(before)) return FOREIGN;
          seen = before;
          if (read.includes(part.field)) return bytesOf(part);
          if (!files) return refuseFile('not-allowed', '本平台未配置文件存放处', 'this platform keeps no files');
          const taken = await files.put({ name: part.name, pieces: part.pieces, party, by, under });
          return isFileRefused(taken) ? taken : { field: part.field, name: taken.name, sha256: taken.sha256, size: taken.size };
        },
      );
      if (isFileRefused(form)) return { ...form, ...(seen ? { fields: seen } : {}) };
      if (!isOurs(form.fields)) return FOREIGN;
      return { fields: form.fields, files: form.taken };
    },
    open: (caller, sha256) => openFile({ book, files, now }, caller, sha256),
  };
}
