import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../city/table/read-table.js';
import { isSheet } from '../../city/table/sheet.js';
import { writeWorkbook } from '../../city/table/xlsx.js';

/** Read by another's hand than wrote it. */
async function readBack(sheets: Parameters<typeof writeWorkbook>[0]): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeWorkbook(sheets)) as unknown as ArrayBuffer);
  return book;
}

describe('a workbook to download', () => {
  it('says what was written, each text to the sign: marks, blanks, what looks like a formula', async () => {
    const texts = ['a & b <c> "d"', ' 前后空格 ', '=1+1', '第一行\n第二行', '䶮𬭎𠅤', "'0012"];
    const book = await readBack([{ name: '文字', head: texts.map((_, n) => `列${String(n)}`), rows: [texts] }]);
    expect(book.getWorksheet('文字')?.getRow(2).values).toEqual([undefined, ...texts]);
  });

  it('a text that would name another sign is read as it was written, as spreadsheets read it', async () => {
    const read = await readTable(await writeWorkbook([{ name: 'x', head: ['a'], rows: [['_x0041_'], ['_x005F_x0041_']] }]));
    expect(isSheet(read) && read.lines.map(({ cells }) => cells[0]?.text)).toEqual(['a', '_x0041_', '_x005F_x0041_']);
  });

  it('keeps whole numbers of fifteen digits as numbers, and what is longer, begins with nought or is a fraction as text', async () => {
    const [as, is] = [
      ['0', '-7', '999999999999999', '1000000000000000', '007', '120.5'],
      [0, -7, 999_999_999_999_999, '1000000000000000', '007', '120.5'],
    ];
    const book = await readBack([{ name: '数', head: ['a'], rows: [as] }]);
    expect(book.getWorksheet('数')?.getRow(2).values).toEqual([undefined, ...is]);
  });

  it('leaves out what no text in XML can hold, so that the rest can be read', async () => {
    const book = await readBack([{ name: 'x', head: ['a'], rows: [['a\u0000b\u001Fc\uFFFEd']] }]);
    expect(book.getWorksheet('x')?.getCell('A2').value).toBe('abcd');
  });

  it('has its headings bold and in view, its columns as wide as what stands in them, within bounds', async () => {
    const book = await readBack([
      {
        name: 'x',
        head: ['编号', '单位'],
        rows: [
          ['1', '一二三四五六七八九十'],
          ['2', '长'.repeat(100)],
        ],
      },
    ]);
    const sheet = book.getWorksheet('x');
    expect([sheet?.getCell('A1').style.font?.bold, sheet?.getCell('A2').style.font?.bold]).toEqual([true, undefined]);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect([sheet?.getColumn(1).width, sheet?.getColumn(2).width]).toEqual([8, 60]);
  });

  it('counts a Chinese sign as wide as two digits', async () => {
    const book = await readBack([{ name: 'x', head: ['a'], rows: [['一二三四五六七八九十']] }]);
    expect(book.getWorksheet('x')?.getColumn(1).width).toBe(22);
  });

  it('has every sheet by its name, an empty cell as none, and columns beyond the twenty-sixth', async () => {
    const many = Array.from({ length: 703 }, (_, n) => (n % 2 === 0 ? String(n) : ''));
    const book = await readBack([
      { name: '甲 & 乙', head: ['a'], rows: [] },
      { name: '丙', head: many, rows: Array.from({ length: 1_000 }, (_, n) => [String(n)]) },
    ]);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['甲 & 乙', '丙']);
    const sheet = book.getWorksheet('丙');
    // by hand: Z is the 26th column, ZZ the 702nd, AAA the 703rd
    expect(['B1', 'Y1', 'ZY1', 'AAA1'].map((at) => sheet?.getCell(at).value)).toEqual([null, 24, 700, 702]);
    expect(sheet?.getCell('A1001').value).toBe(999);
  });
});
