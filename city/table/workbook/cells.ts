import type { Cell, Line } from '../sheet.js';
import { eachCovered, type Area } from './areas.js';
import { broken } from './broken.js';
import { GENERAL } from './formats.js';
import { numberCell, shownAs } from './number.js';
import type { StoredCell, StoredSheet } from './sheet-part.js';
import { unescaped } from './strings.js';

/** What the cells of a sheet refer to. */
export interface Beside {
  readonly strings: ReadonlyMap<number, string>;
  readonly formatOf: (style: number) => string;
  readonly from1904: boolean;
  /** Where the links of the sheet lead, by their id. */
  readonly targets: ReadonlyMap<string, string>;
}

/** A cell that names a text that is not there shows nothing, and held something when it was written. */
function sharedText(strings: Beside['strings'], value: string): string {
  const text = strings.get(Number(value));
  if (text === undefined) throw broken(`no text ${value.slice(0, 20)}`);
  return text;
}

function textCell(stored: string, format: string): Cell {
  const text = unescaped(stored).trim();
  if (format === GENERAL || format === '@' || text === '') return { text };
  const shown = shownAs(format, text);
  return shown === undefined || shown === text ? { text } : { text, shown, unlike: true };
}

function cellOf({ type, value, formula, style }: StoredCell, { strings, formatOf, from1904 }: Beside): Cell {
  if (formula !== undefined) return { text: `=${formula}`, trouble: 'formula' };
  switch (type) {
    case 's':
      return textCell(sharedText(strings, value), formatOf(style));
    case 'str':
    case 'inlineStr':
      return textCell(value, formatOf(style));
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE', number: true };
    case 'e':
      return { text: value, trouble: 'error' };
    case 'd':
      return { text: value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ') };
    case 'n':
      return numberCell(value, formatOf(style), from1904);
    default:
      throw broken(`a cell of type ${type.slice(0, 20)}`);
  }
}

/** The address that a link writes to; none where it leads elsewhere. */
function mailOf(target: string): string | undefined {
  const [, address] = /^mailto:([^?]*)/i.exec(target) ?? [];
  if (address === undefined) return undefined;
  try {
    return decodeURIComponent(address).trim();
  } catch {
    return address;
  }
}

/** The lines of a sheet as a person sees them. */
export function linesOf(sheet: StoredSheet, beside: Beside): Line[] {
  const lines = sheet.lines.map(({ line, hidden, cells }) => {
    const read: Cell[] = [];
    for (const cell of cells) {
      while (read.length < cell.at) read.push({ text: '' });
      read.push(cellOf(cell, beside));
    }
    return { line, cells: read, ...(hidden ? { hidden: true as const } : {}) };
  });
  const last = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0) - 1;
  const put = (cells: Cell[], at: number, cell: Cell): void => {
    while (cells.length < at) cells.push({ text: '' });
    cells[at] = cell;
  };
  const isCorner = (line: number, at: number, { top, left }: Area): boolean => line === top && at === left;
  eachCovered(sheet.merged, lines, last, ({ line, cells }, at, area) => {
    if (!isCorner(line, at, area)) put(cells, at, { text: '', trouble: 'merged' });
  });
  eachCovered(sheet.computed, lines, last, ({ cells }, at) => {
    const cell = cells[at];
    if (cell && cell.trouble === undefined && cell.text !== '') put(cells, at, { text: cell.text, trouble: 'formula' });
  });
  for (const { area, id } of sheet.links) {
    const link = mailOf(beside.targets.get(id) ?? '');
    if (link === undefined) continue;
    eachCovered([area], lines, last, ({ cells }, at) => {
      const cell = cells[at];
      if (cell && cell.text !== '' && cell.text.toLowerCase() !== link.toLowerCase()) put(cells, at, { ...cell, link });
    });
  }
  return lines;
}
