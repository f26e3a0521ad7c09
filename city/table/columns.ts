import { ungrouped } from '../../domain/model/grouped.js';
import { error, type Finding } from '../finding.js';
import { findInCell } from './cell-findings.js';
import { findHeadings, type Columns, type Headed } from './headings.js';
import { hiddenIn } from './hidden.js';
import type { Line, Sheet } from './sheet.js';

/** A line by its columns: the text of a cell, empty where there is none. */
export interface Fields<K extends string> {
  readonly line: number;
  readonly of: Readonly<Record<K, string>>;
}

/** What is read though nobody sees it. */
const findHidden = <K extends string>(sheet: Sheet, { places, below }: Headed<K>): Finding[] =>
  hiddenIn(
    below,
    [...places].flatMap(([name, at]) => (sheet.hiddenColumns.includes(at) ? [name] : [])),
  );

/** Reads a sheet by its headings. Where a cell does not say what a person sees in it, that is found. */
export function readColumns<K extends string>(
  sheet: Sheet,
  columns: Columns<K>,
): { readonly lines: Fields<K>[]; readonly findings: Finding[] } {
  const headed = findHeadings(sheet.lines, columns);
  const { places, width, below } = headed;
  const findings: Finding[] = [...headed.findings, ...findHidden(sheet, headed)];
  const fieldsOf = ({ line, cells }: Line): Fields<K> => {
    const entries = (Object.keys(columns) as K[]).map((name): [K, string] => {
      const at = places.get(name);
      const cell = at === undefined ? undefined : cells[at];
      if (cell) findings.push(...findInCell(cell, { line, column: name }, columns[name].name === true));
      const text = cell?.text ?? '';
      return [name, columns[name].amount === true ? ungrouped(text) : text];
    });
    if (cells.slice(width).some(({ text }) => text !== ''))
      findings.push(
        error(
          'too-many-cells',
          { line },
          '单元格多于表头，是否有未加引号的逗号',
          'has more cells than there are headings: is a comma unquoted?',
        ),
      );
    return { line, of: Object.fromEntries(entries) as Record<K, string> };
  };
  return { lines: below.map(fieldsOf), findings };
}
