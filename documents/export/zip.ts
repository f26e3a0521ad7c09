import { Zip, ZipPassThrough } from 'fflate';
import type { ExportEntry } from './export.js';

const NOTHING = new Uint8Array();

/** An archive of files, as they come, each dated `at`: what is filed is packed already. Read piece by piece, nothing whole in memory. */
export async function* zipped(entries: AsyncIterable<ExportEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for await (const { path, pieces } of entries) {
    const file = new ZipPassThrough(path);
    file.mtime = at;
    zip.add(file);
    for await (const piece of pieces) {
      file.push(piece);
      yield* ready.splice(0);
    }
    file.push(NOTHING, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
