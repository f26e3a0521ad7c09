import { error } from '../finding.js';
import { readCsv } from './csv.js';
import { decode } from './decode.js';
import { MOST_BYTES, type Read } from './sheet.js';

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte);

/** Reads a table from the bytes of a file, whatever its name: a workbook (xlsx), else comma-separated text. */
export async function readTable(bytes: Uint8Array): Promise<Read> {
  if (bytes.length > MOST_BYTES) {
    const most = String(MOST_BYTES);
    return { findings: [error('too-large', {}, `文件超过 ${most} 字节`, `the file is larger than ${most} bytes`)] };
  }
  if (startsWith(bytes, 0x50, 0x4b)) return (await import('./workbook/read-xlsx.js')).readXlsx(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return {
      findings: [
        error(
          'old-workbook',
          {},
          '旧版 xls 或加密的工作簿，请另存为不加密的 xlsx 或 CSV',
          'an old xls workbook, or one with a password: save it as xlsx without one, or as CSV',
        ),
      ],
    };
  const text = decode(bytes);
  if (text === undefined || text.includes('\0'))
    return {
      findings: [
        error('bad-encoding', {}, '编码既非 UTF-8 也非 GB18030', 'the text is neither UTF-8 nor GB18030: save it as CSV UTF-8'),
      ],
    };
  if (/^\s*<(?:!doctype|\?xml|html|head|meta|table|\w+:)/i.test(text))
    return {
      findings: [
        error(
          'old-workbook',
          {},
          '是网页或 XML 文件（有的系统以 .xls 之名导出），不是工作簿；请用表格软件打开，另存为 xlsx 或 CSV',
          'a web page or XML (some systems export one under the name .xls), and no workbook: open it in a spreadsheet, and save it as xlsx or CSV',
        ),
      ],
    };
  return readCsv(text);
}
