import type { Finding } from '../finding.js';

/** A cell as text, without the white space around it. */
export interface Cell {
  readonly text: string;
  /** Why its text is not to be relied on. */
  readonly trouble?: 'formula' | 'merged';
}

/** A line with its number in the file, from 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A table as read: its headings, and the lines below that hold anything. */
export interface Sheet {
  readonly head: Line;
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
}

/** What stands in a file, or why it cannot be read. */
export type Read = Sheet | { readonly findings: readonly Finding[] };

export const isSheet = (read: Read): read is Sheet => 'head' in read;

/** More lines than the city has units many times over: whoever sends more has sent another file. */
export const MOST_LINES = 20_000;
export const MOST_BYTES = 20_000_000;

const isBlank = (line: Line): boolean => line.cells.every(({ text, trouble }) => text === '' && trouble === undefined);

/** Makes a sheet of lines: the first that holds anything has the headings. */
export function sheetOf(all: readonly Line[], findings: readonly Finding[]): Read {
  const [head, ...lines] = all.filter((line) => !isBlank(line));
  const none = (zh: string, en: string): Read => ({ findings: [...findings, { level: 'error', code: 'no-lines', zh, en }] });
  if (!head) return none('文件为空', 'the file is empty');
  if (lines.length === 0) return none('只有表头，没有数据行', 'there are headings and no lines below them');
  if (lines.length <= MOST_LINES) return { head, lines, findings };
  const many = String(lines.length);
  const most = String(MOST_LINES);
  return {
    findings: [
      {
        level: 'error',
        code: 'too-large',
        zh: `共 ${many} 行，至多 ${most} 行`,
        en: `has ${many} lines, at most ${most} are read`,
      },
    ],
  };
}
