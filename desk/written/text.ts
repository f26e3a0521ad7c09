import { WrittenError } from './written-error.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How a text is encoded: UTF-16 says so by the mark with which it begins, all else is UTF-8, with its mark or without. */
export function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

const notText = (): WrittenError => new WrittenError(['编码不是 UTF-8，请另存为 UTF-8', 'is not UTF-8: save it as UTF-8']);

/** A text without the mark that programs put before it. Throws a WrittenError where the bytes are none. */
export function textOf(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw notText();
  }
  // UTF-16 without its mark, and UTF-32, are zeros to a reader of UTF-8
  if (text.includes('\u0000')) throw notText();
  return text;
}

/** The most that is read as one text, in bytes: what goes on and on is none. */
export const MOST_BYTES = 16_777_216;
const tooLong = (): WrittenError =>
  new WrittenError([`过长，至多 ${String(MOST_BYTES)} 字节`, `it is too long: at most ${String(MOST_BYTES)} bytes`]);

/** A stream to its end. Throws a WrittenError where it has none within the bound. */
export async function wholeOf(input: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of input) {
    pieces.push(Buffer.from(piece as Uint8Array));
    size += piece.length;
    if (size > MOST_BYTES) throw tooLong();
  }
  return Buffer.concat(pieces);
}

/**
 * The lines of a stream of bytes. A line ends with LF, or CRLF, and with nothing else: U+2028 may stand in a JSON text. Throws a WrittenError
 * where one does not end within the bound.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let first = Buffer.alloc(0);
  // a line that goes on and on is put together once, not anew with each piece
  let [parts, size]: [string[], number] = [[], 0];
  for await (const piece of input) {
    let bytes: Buffer = Buffer.from(piece as Uint8Array);
    if (!decoder) {
      // a mark has two bytes or three, and a piece may have one
      first = Buffer.concat([first, bytes]);
      if (first.length < 3) continue;
      decoder = new TextDecoder(encodingOf(first));
      bytes = first;
    }
    const [end = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n');
    parts.push(end);
    size += end.length;
    for (const next of others) {
      yield withoutReturn(parts.join(''));
      [parts, size] = [[next], next.length];
    }
    if (size > MOST_BYTES) throw tooLong();
  }
  parts.push(decoder ? decoder.decode() : new TextDecoder().decode(first));
  const last = parts.join('').split('\n');
  if (last.at(-1) === '') last.pop();
  for (const line of last) yield withoutReturn(line);
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
