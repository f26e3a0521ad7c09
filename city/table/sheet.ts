import { error, type Finding } from '../finding.js';

/** A cell as text, without the white space around it. */
export interface Cell {
  readonly text: string;
  /** Why its text is not to be relied on. `digits`: a number too long for a spreadsheet, whose last digits are lost. */
  readonly trouble?: 'formula' | 'merged' | 'error' | 'digits';
  /** Stored as a number or a day, not as a text. */
  readonly number?: true;
  /** What a person sees who opens the file, where it is not the text. */
  readonly shown?: string;
  /** What is seen is not only the text rounded. */
  readonly unlike?: true;
  /** The address that a link on it writes to, where it is not the text. */
  readonly link?: string;
}

/** A line with its number in the file, from 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** A person who opens the file does not see it. */
  readonly hidden?: true;
}

/** A table as read: the lines that hold anything, headings among them. */
export interface Sheet {
  readonly lines: readonly Line[];
  /** Columns that a person who opens the file does not see, from 0. */
  readonly hiddenColumns: readonly number[];
  readonly findings: readonly Finding[];
}

/** What stands in a file, or why it cannot be read. */
export type Read = Sheet | { readonly findings: readonly Finding[] };

export const isSheet = (read: Read): read is Sheet => 'lines' in read;

/** More lines than the city has units many times over: whoever sends more has sent another file. */
export const MOST_LINES = 20_000;
export const MOST_BYTES = 20_000_000;
export const MOST_COLUMNS = 256;
export const MOST_CELLS = 500_000;

const isBlank = (line: Line): boolean => line.cells.every(({ text, trouble }) => text === '' && trouble === undefined);

/** Makes a sheet of lines, without those that hold nothing. */
export function sheetOf(all: readonly Line[], findings: readonly Finding[], hiddenColumns: readonly number[] = []): Read {
  const lines = all.filter((line) => !isBlank(line));
  if (lines.length === 0) return { findings: [...findings, error('no-lines', {}, '文件为空', 'the file is empty')] };
  if (lines.length === 1)
    return {
      findings: [...findings, error('no-lines', {}, '只有表头，没有数据行', 'there are headings and no lines below them')],
    };
  if (lines.length <= MOST_LINES + 1) return { lines, hiddenColumns, findings };
  const [many, most] = [String(lines.length), String(MOST_LINES)];
  return { findings: [error('too-large', {}, `共 ${many} 行，至多 ${most} 行`, `has ${many} lines, at most ${most} are read`)] };
}
