import { broken, tooLarge } from './broken.js';

/** A rectangle of cells; lines from 1, columns from 0, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;
const A = 'A'.charCodeAt(0);

/** `C7` as line 7 and column 2. Throws a WorkbookError where it is no cell. */
export function placeOf(reference: string): { readonly line: number; readonly at: number } {
  const [, letters = '', line = ''] = CELL.exec(reference) ?? [];
  if (line === '') throw broken(`cell ${reference.slice(0, 20)}`);
  let at = 0;
  for (const letter of letters) at = at * 26 + letter.charCodeAt(0) - A + 1;
  return { line: Number(line), at: at - 1 };
}

/** `A1:C7`, or a cell by itself. */
export function areaOf(reference: string): Area {
  const [first = '', last = first] = reference.split(':');
  const [from, to] = [placeOf(first), placeOf(last)];
  return {
    top: Math.min(from.line, to.line),
    left: Math.min(from.at, to.at),
    bottom: Math.max(from.line, to.line),
    right: Math.max(from.at, to.at),
  };
}

/** How many cells may be looked at because of areas: overlapping ones on whole columns would be without end. */
const MOST_LOOKS = 5_000_000;

/** Calls back for each column of each line that an area covers, up to a last column. `lines` are in ascending order. */
export function eachCovered<T extends { readonly line: number }>(
  areas: readonly Area[],
  lines: readonly T[],
  lastColumn: number,
  look: (line: T, at: number, area: Area) => void,
): void {
  let looks = 0;
  for (const area of areas) {
    let from = 0;
    for (let size = lines.length; size > 0;) {
      const half = size >> 1;
      const below = (lines[from + half]?.line ?? Infinity) < area.top;
      if (below) from += half + 1;
      size = below ? size - half - 1 : half;
    }
    for (let n = from; n < lines.length; n += 1) {
      const line = lines[n];
      if (!line || line.line > area.bottom) break;
      for (let at = area.left; at <= Math.min(area.right, lastColumn); at += 1) {
        if ((looks += 1) > MOST_LOOKS) throw tooLarge('合并单元格或数组公式过多', 'too many merged cells or array formulas');
        look(line, at, area);
      }
    }
  }
}
