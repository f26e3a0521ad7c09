import { inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';

const inflate = promisify(inflateRaw);

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/** Where the zip's directory lies. Throws when the bytes are no zip, or cut short. */
const endOf = (zip: Buffer): { count: number; offset: number } => {
  for (let at = zip.length - 22; at >= 0 && at > zip.length - 65_557; at -= 1) {
    if (zip.readUInt32LE(at) === END) return { count: zip.readUInt16LE(at + 10), offset: zip.readUInt32LE(at + 16) };
  }
  throw new Error('not a wheel: it has no zip directory');
};

/** One file out of a Python wheel, which is a zip. Throws when it is not in there. */
export const fileOfWheel = async (zip: Buffer, path: string): Promise<Buffer> => {
  const { count, offset } = endOf(zip);
  let at = offset;
  for (let entry = 0; entry < count; entry += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('not a wheel: its zip directory is broken');
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    if (zip.toString('utf8', at + 46, at + 46 + name) === path) {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + size);
      if (method === STORED) return bytes;
      if (method === DEFLATED) return await inflate(bytes);
      throw new Error(`${path} is packed by a method this reader does not know: ${String(method)}`);
    }
    at += 46 + name + extra + comment;
  }
  throw new Error(`${path} is not in the wheel`);
};
