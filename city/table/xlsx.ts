import ExcelJS from 'exceljs';

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
