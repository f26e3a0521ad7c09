import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { broken, tooLarge, WorkbookError } from './broken.js';

/** A register of all units has a few hundred parts at most. */
const MOST_PARTS = 5_000;
/** What all that is read of a workbook may unfold to: a sheet of 1,048,576 formatted lines has about 100 MB. */
const MOST_UNFOLDED = 300_000_000;

/** The parts of a workbook, which is a zip archive. A few kB can unfold to gigabytes: what is read is counted as it unfolds. */
export class Parts {
  private readonly zip: yauzl.ZipFile;
  private readonly entries: ReadonlyMap<string, yauzl.Entry>;
  private unfolded = 0;

  private constructor(zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>) {
    this.zip = zip;
    this.entries = entries;
  }

  /** Reads the list of parts. Throws a WorkbookError where there is none, or a part is there twice. */
  static async of(bytes: Uint8Array): Promise<Parts> {
    const entries = new Map<string, yauzl.Entry>();
    try {
      const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
        lazyEntries: true,
      });
      for await (const entry of zip.eachEntry()) {
        const name = keyOf(entry.fileName);
        // which of two is shown depends on the program that opens it
        if (entries.has(name)) throw broken(`${entry.fileName} twice`);
        if (entries.size >= MOST_PARTS)
          throw tooLarge(`多于 ${String(MOST_PARTS)} 个部分`, `more than ${String(MOST_PARTS)} parts`);
        entries.set(name, entry);
      }
      return new Parts(zip, entries);
    } catch (error) {
      throw brokenBy(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(keyOf(name));
  }

  /** The bytes of a part as they unfold. Throws a WorkbookError where they are too many, or not what was packed. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(keyOf(name));
    if (!entry) throw broken(`no ${name}`);
    let check = 0;
    try {
      for await (const chunk of await this.zip.openReadStreamPromise(entry)) {
        const bytes = chunk as Buffer;
        this.unfolded += bytes.length;
        if (this.unfolded > MOST_UNFOLDED) {
          const most = String(MOST_UNFOLDED);
          throw tooLarge(`展开后超过 ${most} 字节`, `it unfolds to more than ${most} bytes`);
        }
        check = crc32(bytes, check);
        yield bytes;
      }
    } catch (error) {
      throw brokenBy(error);
    }
    if (check !== entry.crc32) throw broken(`${name} is damaged`);
  }
}

/** Names of parts are compared without case (ECMA-376 part 2). */
const keyOf = (name: string): string => name.replace(/^\//, '').toLowerCase();

const brokenBy = (error: unknown): WorkbookError =>
  error instanceof WorkbookError ? error : broken(error instanceof Error ? error.message : String(error));
