import { CsvError, parse } from 'csv-parse/sync';
import { error } from '../finding.js';
import { MOST_CELLS, MOST_COLUMNS, MOST_LINES, sheetOf, type Cell, type Line, type Read } from './sheet.js';

/** A cell of a spreadsheet holds no more by far. */
const MOST_OF_A_LINE = 1_000_000;
/** Lines in all, those with it that hold nothing. */
const MOST_IN_ALL = 100_000;

const cellOf = (text: string): Cell => {
  const trimmed = text.trim();
  return trimmed.startsWith('=') ? { text: trimmed, trouble: 'formula' } : { text: trimmed };
};

const WHY: Readonly<Record<string, readonly [string, string]>> = {
  CSV_QUOTE_NOT_CLOSED: ['引号没有结束', 'a quotation mark is never closed'],
  CSV_INVALID_CLOSING_QUOTE: ['引号之后应为逗号', 'a closing quotation mark is followed by more text'],
  INVALID_OPENING_QUOTE: [
    '引号出现在文字中间，请将整个单元格加引号',
    'a quotation mark within a field that does not begin with one',
  ],
  CSV_MAX_RECORD_SIZE: ['一行过长', 'a line is too long'],
};

/** Spreadsheets also save "Unicode text", whose fields end with tabs, and semicolons where a comma stands within numbers. */
const DELIMITERS = [',', '\t', ';'] as const;
/** As far as a title and its notes may reach above the headings. */
const LOOKED_AT = 30;

/** A line by which a spreadsheet is told what ends a field; it is none of the table. */
const SAID = /^\uFEFF?sep=([,;\t])(?=\r|\n|$)/i;

/** What ends a field: what a file says itself, or else what stands, outside of quotes, in the most lines, and most often in these. */
function delimiterOf(text: string): string {
  const said = SAID.exec(text)?.[1];
  if (said !== undefined) return said;
  const lines = text
    .slice(0, MOST_OF_A_LINE)
    .replaceAll(/"[^"]*"/g, '')
    .split(/[\r\n]+/)
    .slice(0, LOOKED_AT);
  const [best] = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    return { delimiter, inLines: counts.filter((count) => count > 0).length, inAll: counts.reduce((a, b) => a + b, 0) };
  }).toSorted((a, b) => b.inLines - a.inLines || b.inAll - a.inAll);
  return best?.delimiter ?? ',';
}

/** A spreadsheet saves as many lines as it has formatted, up to a million: those at the end that hold nothing are left out. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && /[,;\s]/.test(text.charAt(end - 1))) end -= 1;
  const lineEnd = text.slice(end).search(/[\r\n]/);
  return lineEnd < 0 ? text : text.slice(0, end + lineEnd);
}

class TooLarge extends Error {}

/** Reads comma-separated text (RFC 4180): quoted fields may hold commas, line breaks and doubled quotes. */
export function readCsv(text: string): Read {
  const lines: Line[] = [];
  let [line, cells] = [1, 0];
  try {
    parse(withoutTail(text).replace(SAID, ''), {
      bom: true,
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: MOST_OF_A_LINE,
      raw: true,
      on_record: (one: unknown): null => {
        // what the option raw makes of a record, which its types do not say
        const { raw, record } = one as { raw: string; record: string[] };
        const filled = record.findLastIndex((one) => one.trim() !== '') + 1;
        cells += filled;
        if (filled > 0) lines.push({ line, cells: record.slice(0, MOST_COLUMNS).map(cellOf) });
        line += raw.match(/\r\n|\n|\r/g)?.length ?? 0;
        const tooMany = filled > MOST_COLUMNS || cells > MOST_CELLS || lines.length > MOST_LINES + 1;
        if (tooMany || line > MOST_IN_ALL) throw new TooLarge();
        return null;
      },
    });
  } catch (problem) {
    if (problem instanceof TooLarge) {
      const most = `${String(MOST_LINES)} 行 lines, ${String(MOST_COLUMNS)} 列 columns, ${String(MOST_CELLS)} 单元格 cells`;
      return { findings: [error('too-large', { line }, `表格过大，至多 ${most}`, `the table is too large: at most ${most}`)] };
    }
    if (!(problem instanceof CsvError)) throw problem;
    const [zh, en] = WHY[problem.code] ?? ['无法读取', problem.message];
    return { findings: [error('broken-csv', { line }, zh, en)] };
  }
  return sheetOf(lines, []);
}

const fieldOf = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes comma-separated text (RFC 4180) with a byte order mark, so that spreadsheets read its Chinese. */
export const writeCsv = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  `\uFEFF${[head, ...lines].map((line) => `${line.map(fieldOf).join(',')}\r\n`).join('')}`;
