import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';

/** One sheet of a workbook to be made. */
export interface SheetWanted {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A workbook of these sheets: headings, then lines. Whole numbers up to the fifteen digits that a sheet can hold stay numbers. */
export async function writeWorkbook(sheets: readonly SheetWanted[]): Promise<Uint8Array> {
  const written = new PassThrough();
  const whole = buffer(written);
  // row by row: a book that is built first and packed then takes a fifth longer
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: written, useStyles: true });
  for (const { name, head, rows } of sheets) {
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    const first = sheet.addRow([...head]);
    first.font = { bold: true };
    first.commit();
    for (const row of rows) sheet.addRow(row.map((text) => (/^-?(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : text))).commit();
    sheet.commit();
  }
  await book.commit();
  return new Uint8Array(await whole);
}

/** A workbook of one sheet. */
export const writeXlsx = (name: string, head: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  writeWorkbook([{ name, head, rows }]);
