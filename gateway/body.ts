import type { Context } from 'hono';
import { WHOLE_MAX } from '../desk/readable.js';
import { readJson } from '../desk/written/json.js';
import { encodingOf, textOf } from '../desk/written/text.js';
import { WrittenError } from '../desk/written/written-error.js';
import { no, type No } from './no.js';

/** What stands around the `with` of an act: names, an id, a cycle. */
const AROUND = 4 * 1_024;
export const BODY_MAX = WHOLE_MAX + AROUND;

/** JSON as it is: what means something else by it, such as a patch, is not taken for it. */
const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

const tooLarge = (most: number): No =>
  no('too-large', `请求内容至多 ${String(most)} 字节`, `a body has at most ${String(most)} bytes`);

const PACKED = no('wrong-type', '请求内容不得压缩', 'a body is sent as it is, without content-encoding');

/** The bytes of a body, no more than are read at all. */
async function bytesOf(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array | No> {
  if (!body) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (!value) continue;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      return tooLarge(most);
    }
    pieces.push(value);
  }
  return Buffer.concat(pieces);
}

/** A small body that is no JSON, as it came. */
export async function rawOf(c: Context, most: number): Promise<Uint8Array | No> {
  if ((c.req.header('content-encoding') ?? 'identity') !== 'identity') return PACKED;
  const bytes = await bytesOf(c.req.raw.body, most);
  return bytes instanceof Uint8Array && bytes.length === 0
    ? no('bad-input', '请求内容为空', 'the body is empty', { path: [] })
    : bytes;
}

/** What a request brings, as JSON: bounded, never unpacked, with every number as it was written. */
export async function bodyOf(c: Context, most = BODY_MAX): Promise<{ readonly value: unknown } | No> {
  if ((c.req.header('content-encoding') ?? 'identity') !== 'identity') return PACKED;
  if (!JSON_TYPE.test(c.req.header('content-type') ?? ''))
    return no('wrong-type', '请求内容应为 application/json', 'a body is sent as content-type: application/json');
  if (Number(c.req.header('content-length') ?? '0') > most) return tooLarge(most);
  const bytes = await bytesOf(c.req.raw.body, most);
  if (!(bytes instanceof Uint8Array)) return bytes;
  if (encodingOf(bytes) !== 'utf-8')
    return no('bad-input', '请求内容应为 UTF-8 编码', 'a body is sent in UTF-8, and this is UTF-16', { path: [] });
  try {
    return { value: readJson(textOf(bytes)) };
  } catch (error) {
    if (!(error instanceof WrittenError)) throw error;
    return no('bad-input', `请求内容：${error.zh}`, `the body: ${error.en}`, { path: [] });
  }
}
