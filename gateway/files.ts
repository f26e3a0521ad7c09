import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Files, Sent, Taken } from '../documents/files/files.js';
import { takeForm } from '../documents/files/form.js';
import { isFileRefused, type FileRefused } from '../documents/files/refused.js';
import { uploadsOf } from '../documents/files/rows.js';
import { isoOf, type Instant } from '../domain/model/instant.js';
import { actorOf, type Caller } from '../parties/caller.js';
import type { Book } from '../records/book.js';
import { add, type Answer, type Gateway, type Guard, type Known } from './endpoint.js';
import { nameFor, seesAllFiles, sendersIn, sentUnder } from './files-seen.js';
import { isNo, no, type No } from './no.js';
import { afterOut, instantOut, named, paging } from './shapes.js';

/** What the calls about files stand on. */
export interface FileParts {
  readonly book: Book;
  readonly files?: Files | undefined;
  /** The business clock: who acts for whom. */
  readonly now: () => Instant;
}

export const NO_STORE = no('no-store', '本平台未配置文件存放处', 'this platform keeps no files: its operators set LUYUE_FILES');
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .openapi({ description: 'SHA-256, in lower-case hex', example: 'a'.repeat(64) });
const scanned = z.enum(['clean', 'unscanned', 'infected']);

export const fileOut = z
  .object({ sha256, size: z.int(), type: z.string(), name: z.string(), scanned })
  .openapi('File', { description: 'a file as it was taken in; `scanned` says whether a scanner has looked at it' });
const filesOut = z.object({ files: z.array(fileOut) });
export const uploadsOut = z.object({
  items: z.array(fileOut.extend({ party: z.string(), by: z.string(), at: instantOut })),
  after: afterOut,
});

const written = ({ sha256: hash, size, type, name, scanned: looked }: Taken) => ({
  sha256: hash,
  size,
  type,
  name,
  scanned: looked,
});

/** What does not belong to a file that is sent, and what is left of it unread: the connection is not used again. */
const refused = (c: Context, said: FileRefused): No => {
  c.header('connection', 'close');
  return no(said.code, said.zh, said.en, said.retryAfter === undefined ? {} : { retryAfter: said.retryAfter });
};

/** For which of one's parties a file is sent. */
function senderOf(caller: Caller, as: string | undefined, at: Instant): string | No {
  const parties = sendersIn(caller, at).filter((party) => as === undefined || party === as);
  const [party, another] = parties;
  if (party === undefined) return no('not-allowed', '文件由排放单位或者核查机构上传', 'files are sent by units and by verifiers');
  if (another === undefined) return party;
  const all = parties.join(', ');
  return no('bad-input', `as：请指明代表哪一方：${all}`, `as: say for which party: ${all}`, { path: ['as'] });
}

const NOTHING: No = no('bad-input', '请在请求内容中发送文件', 'send the file as the body', { path: [] });

const IN_PARTS: No = no(
  'bad-input',
  '文件须整份上传，不接受分段续传（Content-Range）',
  'a file is sent as a whole, not in parts (Content-Range)',
  { path: ['content-range'] },
);
const NO_DIGEST: No = no(
  'bad-input',
  '摘要应为 sha-256=:base64:（RFC 9530）',
  'a digest is written sha-256=:base64: (RFC 9530)',
  { path: ['content-digest'] },
);
const DIGEST_BYTES = 32;

/** The SHA-256 that a sender says to send (RFC 9530, and as it was written before); a digest of another kind is not looked at. */
function digestIn(c: Context): { readonly sha256?: string } | No {
  const said = ['content-digest', 'repr-digest', 'digest'].flatMap((name) => c.req.header(name)?.split(',') ?? []);
  const ours = said.map((one) => /^\s*sha-256=:?([^:]*):?\s*$/i.exec(one)?.[1]).filter((one) => one !== undefined);
  const bytes = ours.map((one) => Buffer.from(one, 'base64'));
  if (bytes.some(({ length }) => length !== DIGEST_BYTES)) return NO_DIGEST;
  const [first, ...others] = bytes;
  if (first && others.some((one) => !one.equals(first))) return NO_DIGEST;
  return first ? { sha256: first.toString('hex') } : {};
}

type Sender = Pick<Sent, 'party' | 'by' | 'under'>;

async function take(c: Context<Known>, files: Files, sender: Sender): Promise<Answer | No> {
  const { body } = c.req.raw;
  if (!body) return NOTHING;
  const type = c.req.header('content-type') ?? '';
  const pieces = body as AsyncIterable<Uint8Array>;
  if (type.startsWith('multipart/form-data')) {
    const form = await takeForm(Readable.from(pieces, { objectMode: false }), type, (part) => files.put({ ...part, ...sender }));
    return isFileRefused(form) ? refused(c, form) : { json: { files: form.taken.map(written) } };
  }
  const name = c.req.query('name');
  if (name === undefined) return no('bad-input', 'name：请给出文件名', 'name: say the name of the file', { path: ['name'] });
  const digest = digestIn(c);
  if (isNo(digest)) return digest;
  const length = c.req.header('content-length');
  const size = length === undefined ? {} : { size: Number(length) };
  const taken = await files.put({ name, ...sender, pieces, ...size, ...digest });
  return isFileRefused(taken) ? refused(c, taken) : { json: written(taken) };
}

/** How a browser is told a name in every script (RFC 6266). */
export const handedOut = (name: string): Readonly<Record<string, string>> => ({
  'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
  'cache-control': 'private, no-store',
});

const unknown = (): No => no('unknown-file', '没有可供查看的此文件', 'there is no such file to look at');
export const INFECTED: No = no('unsafe-file', '文件含恶意内容，已停止提供', 'malware was found in it: it is not handed out');

/** A file as it came, to whoever may read it: by the name under which they know it, never shown in place. */
export async function openFile(
  { book, files, now }: FileParts,
  caller: Caller,
  sha256Asked: string,
): Promise<{ readonly stream: ReadableStream<Uint8Array>; readonly headers: Readonly<Record<string, string>> } | No> {
  if (!files) return NO_STORE;
  const name = await nameFor(book, caller, { sha256: sha256Asked, at: now() });
  const found = name === undefined ? undefined : await files.get(sha256Asked);
  if (name === undefined || !found) return unknown();
  if (found.row.scanned === 'infected') {
    found.body.destroy();
    return INFECTED;
  }
  const headers = { ...handedOut(name), 'content-type': found.row.type, 'content-length': String(found.row.size) };
  return { stream: Readable.toWeb(found.body) as ReadableStream<Uint8Array>, headers };
}

/** `POST /files`, `GET /files`, `GET /files/{sha256}`: what is filed with a document, by what is in it. */
export function addFiles(app: Gateway, guard: Guard, { book, files, now }: FileParts): void {
  const tag = 'files';
  add(app, guard, {
    method: 'post',
    path: '/api/v1/files',
    tag,
    summary: '上传文件 · send a file',
    query: z.object({
      name: named('the name of the file; of a form, each part brings its own', 'electricity.pdf').optional(),
      as: named('for which of your parties, where there are several', 'BJ-0001').optional(),
    }),
    streams: ['application/octet-stream', 'multipart/form-data'],
    answers: { 200: z.union([fileOut, filesOut]) },
    refuses: ['unsafe-file', 'no-store', 'too-slow'],
    async handle({ caller, query: { as } }, c): Promise<Answer | No> {
      if (!files) return NO_STORE;
      if ((c.req.header('content-encoding') ?? 'identity') !== 'identity')
        return no('wrong-type', '请求内容不得压缩', 'a body is sent as it is, without content-encoding');
      if (c.req.header('content-range') !== undefined) return IN_PARTS;
      const at = now();
      const party = senderOf(caller, as, at);
      if (isNo(party)) return party;
      return take(c, files, { party, by: actorOf(caller, party), under: sentUnder(book.pool, caller, party, at) });
    },
  });
  add(app, guard, {
    method: 'get',
    path: '/api/v1/files',
    tag,
    summary: '本方上传的文件 · what your parties have sent',
    query: z.object({ ...paging }),
    answers: { 200: uploadsOut },
    async handle({ caller, query: { after, limit } }): Promise<Answer | No> {
      const parties = seesAllFiles(caller) ? undefined : caller.appointments.map(({ party }) => party);
      if (after !== undefined && !/^\d{1,15}$/.test(after))
        return no('bad-input', 'after：不是本列表给出的位置', 'after is no place that this list handed out', { path: ['after'] });
      const from = after === undefined ? undefined : Number(after);
      const rows = await uploadsOf(book.pool, { parties, after: from, limit: limit + 1 });
      const items = rows.slice(0, limit).map((row) => ({ ...written(row), party: row.party, by: row.by, at: isoOf(row.at) }));
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { json: { items, ...(last ? { after: String(last.n) } : {}) } };
    },
  });
  add(app, guard, {
    method: 'get',
    path: '/api/v1/files/{sha256}',
    tag,
    summary: '下载文件 · a file as it came',
    params: z.object({ sha256 }),
    answers: { 200: z.string().openapi({ format: 'binary' }) },
    type: 'application/octet-stream',
    refuses: ['unknown-file', 'unsafe-file', 'no-store'],
    handle: ({ caller, params }): Promise<Answer | No> => openFile({ book, files, now }, caller, params.sha256),
  });
}
