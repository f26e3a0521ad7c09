import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as anothersTurn } from 'node:timers/promises';
import ExcelJS from 'exceljs';

/** One sheet of a workbook to be made. */
export interface SheetWanted {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A style that is the same object is looked up and not spelt again: spelling one for every cell took half of the time. */
const PLAIN = { number: {}, text: {} } as const;

/** So many rows are written in one go, and then whoever else waits has their turn. */
const IN_ONE_GO = 40;

/** A whole number of up to the fifteen digits that a sheet can hold. */
const WHOLE = /^-?(0|[1-9]\d{0,14})$/;

/** What no text in XML can hold; exceljs leaves out the others. */
const NEVER = /[\uFFFE\uFFFF]/g;
/** `_x0041_` would be read as the character that it names: its first mark is written as one itself. */
const NAMES_ONE = /_(?=x[0-9A-Fa-f]{4}_)/g;

const valueOf = (text: string): string | number =>
  WHOLE.test(text) ? Number(text) : text.replace(NEVER, '').replace(NAMES_ONE, '_x005F_');

const NARROWEST = 8;
const WIDEST = 60;
/** The first sign that takes the room of two digits: Hangul, and then kana, Chinese signs and what is as wide. */
const WIDE_FROM = 0x1100;

/** As wide as it is shown. */
function widthOf(text: string): number {
  let width = 2;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) < WIDE_FROM ? 1 : 2;
  return width;
}

/** Columns as wide as their longest text, within bounds: what is cut in a narrow one is read wrong. */
function widthsOf({ head, rows }: SheetWanted): { width: number }[] {
  const wide = head.map(() => NARROWEST);
  for (const cells of [head, ...rows])
    for (const [at, cell] of cells.entries()) wide[at] = Math.max(wide[at] ?? NARROWEST, widthOf(cell));
  return wide.map((width) => ({ width: Math.min(WIDEST, width) }));
}

/** A workbook of these sheets: headings, then lines. Whole numbers up to the fifteen digits that a sheet can hold stay numbers. */
export async function writeWorkbook(sheets: readonly SheetWanted[]): Promise<Uint8Array> {
  const written = new PassThrough();
  const whole = buffer(written);
  // row by row: a book that is built first and packed then takes a fifth longer
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: written, useStyles: true });
  for (const wanted of sheets) {
    const sheet = book.addWorksheet(wanted.name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = widthsOf(wanted);
    const first = sheet.addRow(wanted.head.map(valueOf));
    first.font = { bold: true };
    first.commit();
    for (const [n, row] of wanted.rows.entries()) {
      const line = sheet.addRow(row.map(valueOf));
      line.eachCell((cell) => {
        cell.style = typeof cell.value === 'number' ? PLAIN.number : PLAIN.text;
      });
      line.commit();
      if (n % IN_ONE_GO === IN_ONE_GO - 1) await anothersTurn();
    }
    sheet.commit();
  }
  await book.commit();
  return new Uint8Array(await whole);
}

/** A workbook of one sheet. */
export const writeXlsx = (name: string, head: readonly string[], rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  writeWorkbook([{ name, head, rows }]);
