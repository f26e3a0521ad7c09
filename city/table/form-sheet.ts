import ExcelJS from 'exceljs';

/** A line of a form to write: its cells, what it is, and what may be chosen in some of them. */
interface Written {
  readonly kind: string;
  readonly cells: readonly string[];
  readonly choices?: Readonly<Record<number, readonly string[]>>;
}

const WIDTHS = [18, 40, 22, 40, 40];
const BOLD = ['form', 'section', 'columns', 'head'];
/** A list of choices in a cell is kept as one text of this length at most. */
const CHOICES_MAX = 250;

/** `_x0041_` would be read as the character that it names: its first mark is written as one itself. */
const kept = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Writes a form as a workbook of one sheet: every cell is text, so that nothing typed is turned into a day or a rounded number. */
export async function writeFormSheet(title: string, lines: readonly Written[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(title, { views: [{ state: 'frozen', ySplit: 2 }] });
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  for (let at = 1; at <= width; at += 1) Object.assign(sheet.getColumn(at), { width: WIDTHS[at - 1] ?? 20, numFmt: '@' });
  for (const { kind, cells, choices = {} } of lines) {
    const row = sheet.addRow(cells.map(kept));
    row.font = { bold: BOLD.includes(kind) };
    for (let at = 1; at <= width; at += 1) row.getCell(at).numFmt = '@';
    for (const [at, options] of Object.entries(choices)) {
      const list = `"${options.join(',')}"`;
      if (list.length <= CHOICES_MAX)
        row.getCell(Number(at) + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [list] };
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
