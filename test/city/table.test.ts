import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../city/table/read-table.js';
import { isSheet, type Read, type Sheet } from '../../city/table/sheet.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** 编号,单位名称 ↵ BJ-0001,京能 in GB18030, byte by byte from its table. */
const GB18030 = Uint8Array.from([
  ...[0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a],
  ...[0x42, 0x4a, 0x2d, 0x30, 0x30, 0x30, 0x31, 0x2c, 0xbe, 0xa9, 0xc4, 0xdc, 0x0a],
]);

const sheet = async (bytes: Uint8Array): Promise<Sheet> => {
  const read = await readTable(bytes);
  if (!isSheet(read)) throw new Error(JSON.stringify(read.findings));
  return read;
};
const texts = (read: Sheet): string[][] => read.lines.map(({ cells }) => cells.map(({ text }) => text));
const codes = (read: Read): string[] => read.findings.map(({ code }) => code);

const workbook = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('名单'), book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

describe('a table, however it was saved', () => {
  it('UTF-8 with and without its mark, and GB18030, say the same', async () => {
    const text = '编号,单位名称\nBJ-0001,京能\n';
    const said = [
      ['编号', '单位名称'],
      ['BJ-0001', '京能'],
    ];
    expect(texts(await sheet(utf8(text)))).toEqual(said);
    expect(texts(await sheet(utf8(`\ufeff${text}`)))).toEqual(said);
    expect(texts(await sheet(GB18030))).toEqual(said);
  });

  it('a workbook gives its first sheet, numbers and dates as text', async () => {
    const bytes = await workbook((first, book) => {
      first.addRow(['编号', '数量', '日期']);
      first.addRow(['BJ-0001', 98200.55, new Date(Date.UTC(2024, 5, 15))]);
      first.addRow([{ richText: [{ text: 'BJ-' }, { text: '0002' }] }, { text: 'x', hyperlink: 'mailto:x' }]);
      book.addWorksheet('空');
    });
    const read = await sheet(bytes);
    expect(texts(read)).toEqual([
      ['编号', '数量', '日期'],
      ['BJ-0001', '98200.55', '2024-06-15'],
      ['BJ-0002', 'x'],
    ]);
    expect(codes(read)).toEqual([]);
  });

  it('a second sheet with something on it is told', async () => {
    const bytes = await workbook((first, book) => {
      first.addRow(['编号']);
      first.addRow(['BJ-0001']);
      book.addWorksheet('补充').addRow(['BJ-0002']);
    });
    expect(codes(await sheet(bytes))).toEqual(['more-sheets']);
  });

  it('a formula and a merged cell are marked, in a workbook and in text', async () => {
    const bytes = await workbook((first) => {
      first.addRow(['编号', '数量']);
      first.addRow(['BJ-0001', { formula: '1+1', result: 2 }]);
      first.addRow(['BJ-0002', '5']);
      first.mergeCells('A3:B3');
    });
    const marks = (await sheet(bytes)).lines.slice(1).map(({ cells }) => cells.map(({ trouble }) => trouble));
    expect(marks).toEqual([
      [undefined, 'formula'],
      [undefined, 'merged'],
    ]);
    const [, line] = (await sheet(utf8('a,b\n1,=1+1\n'))).lines;
    expect(line!.cells[1]).toEqual({ text: '=1+1', trouble: 'formula' });
  });
});

describe('comma-separated text', () => {
  it('quoted fields hold commas, doubled quotes and line breaks; lines keep their number in the file', async () => {
    const [head, ...lines] = (await sheet(utf8('a,b\r\n"1,""x""\n2", y \r\n\r\n3,\r\n'))).lines;
    expect(head!.line).toBe(1);
    expect(lines).toEqual([
      { line: 2, cells: [{ text: '1,"x"\n2' }, { text: 'y' }] },
      { line: 5, cells: [{ text: '3' }, { text: '' }] },
    ]);
  });

  it('the last line may lack its line break, and its last field', async () => {
    expect(texts(await sheet(utf8('a,b\n1,2')))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(texts(await sheet(utf8('a,b\n1,')))).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });

  it.each([
    ['a quotation mark that is never closed', 'a\n"1\n', 'broken-csv'],
    ['text behind a closing quotation mark', 'a\n"1"2\n', 'broken-csv'],
    ['nothing at all', '', 'no-lines'],
    ['headings alone', 'a,b\n', 'no-lines'],
  ])('%s is named', async (_what, text, code) => {
    expect(codes(await readTable(utf8(text)))).toEqual([code]);
  });

  it('what is no text, and no workbook, is named', async () => {
    expect(codes(await readTable(Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0x61])))).toEqual(['bad-encoding']);
    expect(codes(await readTable(Uint8Array.from([0x61, 0x81, 0x0a])))).toEqual(['bad-encoding']);
    expect(codes(await readTable(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])))).toEqual(['old-workbook']);
    expect(codes(await readTable(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00])))).toEqual(['broken-workbook']);
    expect(codes(await readTable(new Uint8Array(20_000_001)))).toEqual(['too-large']);
  });
});
