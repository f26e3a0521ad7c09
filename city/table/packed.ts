import { promisify } from 'node:util';
import { crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';

const deflated = promisify<Uint8Array, Buffer<ArrayBuffer>>(deflateRaw);
/** How a part of an archive that is deflated is marked in it. */
const DEFLATED = 8;
/** Up to so many bytes are packed in less time than it takes to hand them to somebody else. */
const SMALL = 4_096;

/** An archive of texts by their paths, each deflated beside the thread that answers requests: in it, packing took longer than writing. */
export async function packed(texts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const parts = [...texts].map(async ([filename, text]) => {
    const bytes = Buffer.from(text);
    const file: ZipInputFile = { filename, size: bytes.length, crc: crc32(bytes), compression: DEFLATED };
    return { file, bytes: bytes.length > SMALL ? await deflated(bytes) : deflateRawSync(bytes) };
  });
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const { file, bytes } of await Promise.all(parts)) {
    zip.add(file);
    file.ondata?.(null, bytes, true);
  }
  zip.end();
  return Buffer.concat(pieces);
}
