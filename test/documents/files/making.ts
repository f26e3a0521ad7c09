import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly data: Uint8Array;
  /** What the archive says that it unfolds to, where that is not so. */
  readonly said?: number;
  readonly locked?: true;
}

/** Several parts may share the bytes of the first: what a bomb does. */
export function zipOf(parts: readonly Part[], { overlap = false } = {}): Buffer {
  const pieces: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [n, { name, data, said = data.byteLength, locked }] of parts.entries()) {
    const packed = deflateRawSync(data);
    const flags = 0x0800 | (locked ? 1 : 0);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(data), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(said, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 8, 6, 30);
    entry.writeUInt32LE(overlap ? 0 : at, 42);
    list.push(Buffer.concat([entry, Buffer.from(name)]));
    if (overlap && n > 0) continue;
    pieces.push(head, Buffer.from(name), packed);
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, directory, end]);
}

const text = (said: string): Buffer => Buffer.from(said);

/** As little of a workbook as makes it one, with more parts where wanted. */
export const xlsxOf = (more: readonly Part[] = []): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', data: text('<Types/>') },
    { name: 'xl/workbook.xml', data: text('<workbook/>') },
    ...more,
  ]);
export const docxOf = (): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', data: text('<Types/>') },
    { name: 'word/document.xml', data: text('<document/>') },
  ]);

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([text(type), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
};

/** A grey picture that says to be so large; its dots are those of one line. */
export function pngOf(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const dots = deflateSync(Buffer.alloc(Math.min(width, 1_000) + 1));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', dots),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The first segments of a picture up to its frame, and its end. */
export function jpgOf(width: number, height: number): Buffer {
  const frame = Buffer.from('ffc0000b0800000000010111 00'.replace(' ', ''), 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), frame, Buffer.from('ffd9', 'hex')]);
}

/** A PDF of the objects given; what stands in `packed` goes into a stream of objects. */
export function pdfOf({ objects = [], packed, filter = '/FlateDecode', trailer = '' }: PdfParts = {}): Buffer {
  const stream = packed === undefined ? undefined : deflateSync(text(packed));
  return Buffer.concat([
    text('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    ...objects.map((object, n) => text(`${String(n + 3)} 0 obj\n${object}\nendobj\n`)),
    ...(stream
      ? [
          text(`99 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${String(stream.length)} >>\nstream\n`),
          stream,
          text('\nendstream\nendobj\n'),
        ]
      : []),
    text(`trailer\n<< /Root 1 0 R ${trailer}>>\n%%EOF\n`),
  ]);
}
interface PdfParts {
  readonly objects?: readonly string[];
  readonly packed?: string;
  readonly filter?: string;
  readonly trailer?: string;
}
