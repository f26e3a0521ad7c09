import { error, type Finding } from '../finding.js';
import { sheetOf, type Cell, type Line, type Read } from './sheet.js';

const cellOf = (text: string): Cell => {
  const trimmed = text.trim();
  return trimmed.startsWith('=') ? { text: trimmed, trouble: 'formula' } : { text: trimmed };
};

/** Reads the fields of comma-separated text (RFC 4180): quoted fields may hold commas, line breaks and doubled quotes. */
function fieldsOf(text: string): { lines: Line[]; wrong?: Finding } {
  const lines: Line[] = [];
  let cells: Cell[] = [];
  let [began, line, at] = [1, 1, 0];
  const endLine = (): void => {
    lines.push({ line: began, cells });
    cells = [];
    began = line;
  };
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      const opened = line;
      let end = at + 1;
      for (; end < text.length; end += 1) {
        if (text[end] === '\n') line += 1;
        if (text[end] !== '"') continue;
        if (text[end + 1] !== '"') break;
        end += 1;
      }
      if (end >= text.length)
        return { lines, wrong: error('broken-csv', { line: opened }, '引号没有结束', 'a quotation mark is never closed') };
      field = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      if (at < text.length && !/[,\r\n]/.test(text[at] ?? ''))
        return {
          lines,
          wrong: error('broken-csv', { line }, '引号之后应为逗号', 'a closing quotation mark is followed by more text'),
        };
    } else {
      const end = /[,\r\n]/.exec(text.slice(at))?.index ?? text.length - at;
      field = text.slice(at, at + end);
      at += end;
    }
    cells.push(cellOf(field));
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) cells.push(cellOf(''));
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    line += 1;
    endLine();
  }
  if (cells.length > 0) endLine();
  return { lines };
}

/** Reads comma-separated text. */
export function readCsv(text: string): Read {
  const { lines, wrong } = fieldsOf(text);
  return wrong ? { findings: [wrong] } : sheetOf(lines, []);
}

const fieldOf = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes comma-separated text (RFC 4180) with a byte order mark, so that spreadsheets read its Chinese. */
export const writeCsv = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  `\uFEFF${[head, ...lines].map((line) => `${line.map(fieldOf).join(',')}\r\n`).join('')}`;
