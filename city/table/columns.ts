import { error, warning, type Finding } from '../finding.js';
import type { Line, Sheet } from './sheet.js';

/** The columns of a table: each with the headings it may stand under, and whether it must be there. */
export type Columns<K extends string> = Readonly<Record<K, { readonly headings: readonly string[]; readonly needed?: true }>>;

/** A line by its columns: the text of a cell, empty where there is none. */
export interface Fields<K extends string> {
  readonly line: number;
  readonly of: Readonly<Record<K, string>>;
}

/** Headings are compared without case, white space, underscores and dashes. */
const plain = (heading: string): string => heading.toLowerCase().replace(/[\s_\-（）()]/gu, '');

function placesOf<K extends string>(head: Line, columns: Columns<K>, findings: Finding[]): Map<K, number> {
  const names = Object.keys(columns) as K[];
  const places = new Map<K, number>();
  head.cells.forEach(({ text }, at) => {
    if (text === '') return;
    const name = names.find((one) => [one, ...columns[one].headings].some((heading) => plain(heading) === plain(text)));
    if (name === undefined)
      findings.push(
        warning(
          'unknown-column',
          { line: head.line, column: text },
          `不认识的列“${text}”，不予读取`,
          `is no known column and is not read`,
        ),
      );
    else if (places.has(name))
      findings.push(error('duplicate-column', { line: head.line, column: name }, `列“${text}”重复`, `the column is there twice`));
    else places.set(name, at);
  });
  for (const name of names) {
    if (!columns[name].needed || places.has(name)) continue;
    const called = columns[name].headings.join('、');
    findings.push(
      error(
        'missing-column',
        { line: head.line, column: name },
        `缺少列“${called}”`,
        `the column is missing: head it ${name} or ${called}`,
      ),
    );
  }
  return places;
}

/** Reads a sheet by its headings. Cells that are computed, or part of a larger cell, are errors: what stands there is not known. */
export function readColumns<K extends string>(
  { head, lines }: Sheet,
  columns: Columns<K>,
): { readonly lines: Fields<K>[]; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const places = placesOf(head, columns, findings);
  const read = lines.map(({ line, cells }): Fields<K> => {
    const entries = (Object.keys(columns) as K[]).map((name): [K, string] => {
      const at = places.get(name);
      const cell = at === undefined ? undefined : cells[at];
      if (cell?.trouble === 'formula')
        findings.push(
          error(
            'formula-cell',
            { line, column: name },
            `单元格是公式 ${cell.text}，请填写其值`,
            `the cell is a formula: write its value`,
          ),
        );
      if (cell?.trouble === 'merged')
        findings.push(
          error('merged-cell', { line, column: name }, '单元格已合并，请拆分', 'the cell is merged with another: split them'),
        );
      return [name, cell?.text ?? ''];
    });
    if (cells.slice(head.cells.length).some(({ text }) => text !== ''))
      findings.push(
        error(
          'too-many-cells',
          { line },
          '单元格多于表头，是否有未加引号的逗号',
          'has more cells than there are headings: is a comma unquoted?',
        ),
      );
    return { line, of: Object.fromEntries(entries) as Record<K, string> };
  });
  return { lines: read, findings };
}
