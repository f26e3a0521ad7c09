import { readColumns } from '../../city/table/columns.js';
import { readTable } from '../../city/table/read-table.js';
import { isSheet, type Read } from '../../city/table/sheet.js';
import { row, workbookOf } from './raw-workbook.js';

const COLUMNS = { id: { headings: ['编号'], name: true }, amount: { headings: ['数量'] }, day: { headings: ['日期'] } } as const;
export const HEAD = row(1, ['编号', '数量', '日期']);
export const data = (...rows: string[]): string => `<sheetData>${HEAD}${rows.join('')}</sheetData>`;
export const cell = (place: string, value: string, attributes = ''): string =>
  `<c r="${place}" ${attributes}><v>${value}</v></c>`;
const said = (findings: Read['findings']): string[] =>
  findings.map(({ level, code, line, column }) => [level, code, line ?? '', column ?? ''].join(' ').trim());

/** What is read of a workbook: the cells of its lines below the headings, and what is found. */
export async function look(bytes: Uint8Array) {
  const read = await readTable(bytes);
  if (!isSheet(read)) return { lines: [], findings: said(read.findings), texts: read.findings.map(({ en }) => en) };
  const { lines, findings } = readColumns(read, COLUMNS);
  const all = [...read.findings, ...findings];
  return { lines: lines.map(({ of }) => [of.id, of.amount, of.day]), findings: said(all), texts: all.map(({ en }) => en) };
}
export const one = (xml: string, options?: Parameters<typeof workbookOf>[1]) =>
  look(workbookOf([{ name: '名单', xml }], options));
export const code = async (bytes: Uint8Array): Promise<string[]> => (await look(bytes)).findings;
