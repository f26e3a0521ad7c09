import { createReadStream } from 'node:fs';
import { createInflate, type Inflate } from 'node:zlib';
import { unsafe } from '../kinds.js';
import type { FileError } from '../refused.js';

/** A name of a PDF, each letter of which may also be written by its number: `/J#61vaScript`. */
const anyWay = (letter: string): string => {
  const number = letter.charCodeAt(0).toString(16);
  return `(?:${letter}|#${number}|#${number.toUpperCase()})`;
};
const named = (name: string): string => `/${name.replaceAll(/[A-Za-z]/g, anyWay)}`;
const ACTIVE = new RegExp(['JavaScript', 'Launch', 'RichMedia'].map((name) => named(name)).join('|'));
/** A form that brings its own scripts, in parts that are packed like pages. */
const FORMS = new RegExp(`${named('XFA')}(?=[\\s\\[(<\\d])`);
const LOCKED = new RegExp(`${named('Encrypt')}(?=[\\s/<])`);
const OBJECTS = new RegExp(named('ObjStm'));
const DEFLATED = new RegExp(named('FlateDecode'));
const PACKED_OTHERWISE = /\/(?:ASCII85|ASCIIHex|LZW|RunLength|Crypt)[A-Za-z]*|\/Predictor\s*(?:[2-9]|1\d)/;

/** How far back the words before a stream are remembered; longer than any of them is written. */
const BEFORE = 2_048;
/** Longer than any name that is looked for, however it is spelt. */
const TAIL = 64;
const MOST_UNFOLDED = 50_000_000;

const script = (): FileError =>
  unsafe(
    'PDF 含脚本或可执行内容，已拒收；请用“打印为 PDF”重新生成后上传',
    'the PDF has a script, or something that runs: print it to a new PDF and send that',
  );
const locked = (): FileError =>
  unsafe(
    'PDF 有密码或权限限制，无法检查；请取消后重新上传',
    'the PDF is locked and cannot be looked at: unlock it and send it again',
  );
const bomb = (): FileError => unsafe('PDF 内容展开后过大，已拒收', 'the PDF unfolds to far too much, and is refused');
const holed = (): FileError =>
  unsafe(
    'PDF 不完整（中间有空缺），可能在下载或复制时中断；请重新保存或重新下载后上传',
    'the PDF is not whole, there is a hole in it: it was not fetched or copied to its end; save or fetch it again and send that',
  );
const hidden = (): FileError =>
  unsafe(
    'PDF 的编码方式无法检查；请用“打印为 PDF”重新生成后上传',
    'the PDF is packed in a way that cannot be looked at: print it to a new PDF',
  );

/** Unfolds one stream of objects and looks at their names, bounded by what all of them may come to. */
class Objects {
  private readonly inflate: Inflate = createInflate();
  private tail = '';
  private begun = false;
  private found: FileError | undefined;
  private readonly ended: Promise<void>;

  constructor(count: (bytes: number) => boolean) {
    this.inflate.on('data', (piece: Buffer) => {
      this.begun = true;
      if (!count(piece.length)) {
        this.found = bomb();
        this.inflate.destroy();
        return;
      }
      const text = this.tail + piece.toString('latin1');
      if (ACTIVE.test(text) || FORMS.test(text)) this.found ??= script();
      this.tail = text.slice(-TAIL);
    });
    this.ended = new Promise((resolve) => {
      this.inflate.once('close', resolve);
      this.inflate.once('end', resolve);
      this.inflate.once('error', () => {
        // nobody knows what a reader makes of it
        if (!this.begun) this.found ??= hidden();
        resolve();
      });
    });
  }

  async add(bytes: Buffer): Promise<void> {
    if (this.inflate.destroyed || this.inflate.writableEnded) return;
    if (this.inflate.write(bytes)) return;
    await Promise.race([new Promise((resolve) => this.inflate.once('drain', resolve)), this.ended]);
  }

  /** What was found in it. */
  async close(): Promise<FileError | undefined> {
    if (!this.inflate.destroyed) this.inflate.end();
    await this.ended;
    this.inflate.destroy();
    return this.found;
  }
}

/** Streams that are packed: nothing that is packed comes to so many zeros. */
const PACKED = /\/(?:FlateDecode|LZWDecode|DCTDecode|JPXDecode|JBIG2Decode|CCITTFaxDecode)/;
/** What was not fetched is missing in whole blocks, in which then stands nothing. */
const BLOCK = 4_096;
const NOTHING = Buffer.alloc(BLOCK);
const FILLER = /[^\0\t\n\f\r ]/;

const BEGIN = /stream\r?\n/;
const END = 'endstream';

/** Goes through a PDF piece by piece: the names outside of streams, and those in streams of objects. */
class Looking {
  private text = '';
  private objects: Objects | undefined;
  private within = false;
  private packed = false;
  private hole = false;
  private unfolded = 0;

  async take(piece: Buffer): Promise<void> {
    const text = piece.toString('latin1');
    // nothing stands behind the end of what is filled up to whole blocks
    if (this.hole && FILLER.test(text)) throw holed();
    this.text += text;
    if (ACTIVE.test(this.text)) throw script();
    while (await (this.within ? this.leave() : this.enter()));
  }

  /** A block in which nothing stands: a hole, unless it is of a stream that is not packed, such as a picture in black. */
  blank(): void {
    if (!this.within || this.packed) this.hole = true;
  }

  async done(): Promise<void> {
    const found = await this.objects?.close();
    if (found) throw found;
  }

  /** Into the next stream, where one begins in what is here. */
  private async enter(): Promise<boolean> {
    const begins = BEGIN.exec(this.text);
    const before = this.text.slice(0, begins?.index);
    if (FORMS.test(before)) throw script();
    if (LOCKED.test(before)) throw locked();
    if (!begins) {
      this.text = this.text.slice(-BEFORE);
      return Promise.resolve(false);
    }
    const own = before.slice(-BEFORE);
    const dictionary = own.slice(own.lastIndexOf(' obj') + 1);
    this.objects = this.objectsOf(dictionary);
    this.packed = PACKED.test(dictionary);
    this.text = this.text.slice(begins.index + begins[0].length);
    this.within = true;
    return true;
  }

  /** What unfolds the stream that a dictionary stands before, where that holds objects. */
  private objectsOf(dictionary: string): Objects | undefined {
    if (!OBJECTS.test(dictionary)) return undefined;
    if (PACKED_OTHERWISE.test(dictionary)) throw hidden();
    if (!DEFLATED.test(dictionary)) return undefined;
    return new Objects((bytes) => {
      this.unfolded += bytes;
      return this.unfolded <= MOST_UNFOLDED;
    });
  }

  /** Out of the stream, where it ends in what is here. */
  private async leave(): Promise<boolean> {
    const end = this.text.indexOf(END);
    const upTo = end === -1 ? Math.max(0, this.text.length - TAIL) : end;
    await this.objects?.add(Buffer.from(this.text.slice(0, upTo), 'latin1'));
    this.text = this.text.slice(end === -1 ? upTo : end + END.length);
    if (end === -1) return false;
    await this.done();
    this.objects = undefined;
    this.within = false;
    return true;
  }
}

/**
 * Looks through a PDF on the disk for what runs when somebody opens it. Throws a FileError where there is such a thing, or where nobody can
 * look. It is no reader of PDF: whoever opens a file of somebody else's still opens it as such.
 */
export async function lookIntoPdf(path: string): Promise<void> {
  const looking = new Looking();
  for await (const read of createReadStream(path, { highWaterMark: 16 * BLOCK })) {
    const piece = read as Buffer;
    let taken = 0;
    for (let from = 0; from + BLOCK <= piece.length; from += BLOCK) {
      if (!piece.subarray(from, from + BLOCK).equals(NOTHING)) continue;
      await looking.take(piece.subarray(taken, from));
      looking.blank();
      taken = from;
    }
    await looking.take(piece.subarray(taken));
  }
  await looking.done();
}
