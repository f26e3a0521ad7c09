import { error } from '../finding.js';
import { readCsv } from './csv.js';
import { MOST_BYTES, type Read } from './sheet.js';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte);

/** UTF-8 with or without its mark, or GB18030 (which GBK and GB2312 are part of); none where it is neither. */
export function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Reads a table from the bytes of a file, whatever its name: a workbook (xlsx), else comma-separated text. */
export async function readTable(bytes: Uint8Array): Promise<Read> {
  if (bytes.length > MOST_BYTES) {
    const most = String(MOST_BYTES);
    return { findings: [error('too-large', {}, `文件超过 ${most} 字节`, `the file is larger than ${most} bytes`)] };
  }
  if (startsWith(bytes, 0x50, 0x4b)) return (await import('./xlsx.js')).readXlsx(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return {
      findings: [
        error('old-workbook', {}, '旧版 xls 工作簿，请另存为 xlsx 或 CSV', 'an old xls workbook: save it as xlsx or CSV'),
      ],
    };
  const text = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) ? undefined : decode(bytes);
  if (text === undefined || text.includes('\0'))
    return {
      findings: [
        error('bad-encoding', {}, '编码既非 UTF-8 也非 GB18030', 'the text is neither UTF-8 nor GB18030: save it as CSV UTF-8'),
      ],
    };
  return readCsv(text);
}
