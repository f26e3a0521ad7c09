import ExcelJS from 'exceljs';
import { error, warning } from '../finding.js';
import { sheetOf, type Cell, type Line, type Read } from './sheet.js';

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

const textOf = (cell: ExcelJS.Cell): string => {
  const { value } = cell;
  return value instanceof Date ? dayOf(value) : cell.text.trim();
};

const cellOf = (cell: ExcelJS.Cell): Cell => {
  if (cell.isMerged && cell.master !== cell) return { text: '', trouble: 'merged' };
  if (cell.type === ExcelJS.ValueType.Formula || cell.type === ExcelJS.ValueType.Error)
    return { text: cell.formula ? `=${cell.formula}` : cell.text, trouble: 'formula' };
  return { text: textOf(cell) };
};

const lineOf = (row: ExcelJS.Row): Line => ({
  line: row.number,
  cells: Array.from({ length: row.cellCount }, (_, at) => cellOf(row.getCell(at + 1))),
});

/** Reads the first sheet of a workbook (xlsx). The one place that knows the spreadsheet library. */
export async function readXlsx(bytes: Uint8Array): Promise<Read> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.slice().buffer);
  } catch {
    return { findings: [error('broken-workbook', {}, '工作簿无法读取', 'the workbook cannot be read: save it again as xlsx')] };
  }
  const [first, ...others] = book.worksheets;
  if (!first) return { findings: [error('no-lines', {}, '工作簿没有工作表', 'the workbook has no sheet')] };
  const lines: Line[] = [];
  first.eachRow((row) => lines.push(lineOf(row)));
  const beside = others.filter((sheet) => sheet.actualRowCount > 0).map((sheet) => sheet.name);
  const findings =
    beside.length === 0
      ? []
      : [
          warning(
            'more-sheets',
            {},
            `只读取第一张工作表“${first.name}”，未读取：${beside.join('、')}`,
            `only the first sheet is read, not ${beside.join(', ')}`,
          ),
        ];
  return sheetOf(lines, findings);
}

/** Writes a workbook of one sheet: headings, then lines. Whole numbers up to the fifteen digits that a sheet can hold stay numbers. */
export async function writeXlsx(
  name: string,
  head: readonly string[],
  lines: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...head]).font = { bold: true };
  for (const line of lines) sheet.addRow(line.map((text) => (/^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text)));
  return new Uint8Array(await book.xlsx.writeBuffer());
}
