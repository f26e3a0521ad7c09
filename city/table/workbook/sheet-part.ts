import { MOST_CELLS, MOST_COLUMNS } from '../sheet.js';
import { areaOf, placeOf, type Area } from './areas.js';
import { broken, tooLarge, type WorkbookError } from './broken.js';
import type { Reading } from './xml.js';

/** A cell as it is stored. */
export interface StoredCell {
  readonly at: number;
  /** `s` a shared text, `inlineStr` and `str` a text, `b`, `e` an error, `d` a day, `n` a number. */
  readonly type: string;
  readonly style: number;
  value: string;
  formula?: string;
}
export interface StoredLine {
  readonly line: number;
  readonly hidden: boolean;
  readonly cells: StoredCell[];
}
/** What a sheet's part holds of its cells: lines with anything in them, in order, and what lies over them. */
export interface StoredSheet {
  readonly lines: StoredLine[];
  readonly hiddenColumns: { readonly from: number; readonly to: number }[];
  readonly merged: Area[];
  /** Where array formulas put their results. */
  readonly computed: Area[];
  readonly links: { readonly area: Area; readonly id: string }[];
  /** Shared texts in columns beyond the most, by line: where they are blank, nobody ever wrote there. */
  readonly far: { readonly line: number; readonly text: number }[];
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';
const isZero = (value: string | undefined): boolean => value !== undefined && Number(value) === 0;

export const tooWide = (line: number): WorkbookError =>
  tooLarge(
    `第 ${String(line)} 行多于 ${String(MOST_COLUMNS)} 列`,
    `line ${String(line)} has more than ${String(MOST_COLUMNS)} columns`,
  );

/** Takes a sheet's part in, cell by cell; what is only formatted is passed over. */
export class SheetTaker implements Reading {
  readonly sheet: StoredSheet = { lines: [], hiddenColumns: [], merged: [], computed: [], links: [], far: [] };
  private line: StoredLine = { line: 0, hidden: false, cells: [] };
  private cell: StoredCell | undefined;
  private lastColumn = -1;
  private kept = 0;

  readonly open: NonNullable<Reading['open']> = (path, attribute) => {
    const [name, within] = [path.at(-1), path.at(-2)];
    if (name === 'c' && within === 'row') this.beginCell(attribute);
    else if (name === 'f' && within === 'c') this.beginFormula(attribute('t'), attribute('ref'));
    else if (name === 'row' && within === 'sheetData') this.beginLine(attribute);
    else if (name === 'col' && within === 'cols') {
      if (isOn(attribute('hidden')) || isZero(attribute('width')))
        this.add(this.sheet.hiddenColumns, { from: Number(attribute('min')) - 1, to: Number(attribute('max')) - 1 });
    } else if (name === 'mergeCell' && within === 'mergeCells') this.add(this.sheet.merged, areaOf(attribute('ref') ?? ''));
    else if (name === 'hyperlink' && within === 'hyperlinks') {
      const id = attribute('r:id');
      if (id !== undefined) this.add(this.sheet.links, { area: areaOf(attribute('ref') ?? ''), id });
    }
  };

  readonly text: NonNullable<Reading['text']> = (path, text) => {
    const { cell } = this;
    if (!cell) return;
    const [name, within] = [path.at(-1), path.at(-2)];
    if (within === 'c' && name === 'f') cell.formula = (cell.formula ?? '') + text;
    // a text's runs; not how it is pronounced (rPh)
    else if ((within === 'c' && name === 'v') || (name === 't' && (within === 'is' || within === 'r'))) cell.value += text;
  };

  readonly close: NonNullable<Reading['close']> = (path) => {
    const { cell } = this;
    if (!cell || path.at(-1) !== 'c' || path.at(-2) !== 'row') return;
    this.cell = undefined;
    if (cell.value === '' && cell.formula === undefined) return;
    if (cell.at >= MOST_COLUMNS) {
      this.farCell(cell);
      return;
    }
    if (this.line.cells.length === 0) this.sheet.lines.push(this.line);
    this.add(this.line.cells, cell);
  };

  private farCell({ type, value, formula }: StoredCell): void {
    if (formula !== undefined || (type !== 's' && value.trim() !== '')) throw tooWide(this.line.line);
    if (type === 's') this.add(this.sheet.far, { line: this.line.line, text: Number(value) });
  }

  private add<T>(to: T[], one: T): void {
    this.kept += 1;
    if (this.kept > MOST_CELLS) throw tooLarge(`多于 ${String(MOST_CELLS)} 个单元格`, `more than ${String(MOST_CELLS)} cells`);
    to.push(one);
  }

  private beginLine(attribute: (name: string) => string | undefined): void {
    const line = Number(attribute('r') ?? this.line.line + 1);
    if (!Number.isInteger(line) || line <= this.line.line) throw broken(`line ${String(line)} after ${String(this.line.line)}`);
    this.line = { line, hidden: isOn(attribute('hidden')) || isZero(attribute('ht')), cells: [] };
    this.lastColumn = -1;
  }

  private beginCell(attribute: (name: string) => string | undefined): void {
    const reference = attribute('r');
    const place = reference === undefined ? { line: this.line.line, at: this.lastColumn + 1 } : placeOf(reference);
    if (place.line !== this.line.line || place.at <= this.lastColumn)
      throw broken(`cell ${reference ?? ''} in line ${String(this.line.line)}`);
    this.lastColumn = place.at;
    this.cell = { at: place.at, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0), value: '' };
  }

  private beginFormula(kind: string | undefined, over: string | undefined): void {
    if (this.cell) this.cell.formula = '';
    // a shared formula is written again in each of its cells; an array or a data table fills them by itself
    if (over !== undefined && kind !== 'shared') this.add(this.sheet.computed, areaOf(over));
  }
}
