import { tablesOf, type Field, type Form, type Table } from '../../regulation/forms/form.js';
import { rowsOf, textOf, type Row, type Values } from './values.js';

/** A line of the workbook of a form: its cells as text, and what they are for whoever sets it. */
export interface SheetLine {
  readonly kind: 'form' | 'head' | 'section' | 'field' | 'columns' | 'row';
  readonly cells: readonly string[];
  /** Of the cell with this place, from 0: what may be chosen there. */
  readonly choices?: Readonly<Record<number, readonly string[]>>;
}

/** In which cell a field's value stands, and from which on the cells of a table's row. */
export const VALUE_AT = 3;
export const ROW_FROM = 1;
/** Lines that begin so are not read. */
const NOT_READ = '#';
const MARK = '#luyue';
/** Empty rows that a template has for each table, as far as it may have them. */
const ROWS_TO_FILL = 10;

const labelOf = (field: Field): string => `${field.zh} ${field.en}${field.required ? ' *' : ''}`;

/** A choice is written by its Chinese word. */
const written = (said: string | undefined, { options }: Field): string =>
  options?.find(({ value }) => value === said)?.zh ?? said ?? '';

const choicesOf = (fields: readonly Field[], from: number): Pick<SheetLine, 'choices'> => {
  const found = fields.flatMap(({ options }, n) => (options ? [[from + n, options.map(({ zh }) => zh)] as const] : []));
  return found.length === 0 ? {} : { choices: Object.fromEntries(found) };
};

const helpOf = ({ help, cite, status }: Field): string =>
  [...(help ? [`${help.zh} ${help.en}`] : []), `${cite.instrument} ${cite.clause} (${status})`].join(' · ');

const fieldLine = (field: Field, values: Values): SheetLine => ({
  kind: 'field',
  cells: [field.name, labelOf(field), field.unit ?? '', written(textOf(values, field.name), field), helpOf(field)],
  ...choicesOf([field], VALUE_AT),
});

const columnTitle = (column: Field): string =>
  `${labelOf(column)}${column.unit === undefined ? '' : `（${column.unit}）`} [${column.name}]`;

const tableLines = ({ name, zh, en, columns, most }: Table, values: Values): SheetLine[] => {
  const filled = rowsOf(values, name);
  const empty = Math.max(0, Math.min(most, filled.length + ROWS_TO_FILL) - filled.length);
  const rows = [...filled, ...Array.from({ length: empty }, (): Row => ({}))];
  return [
    { kind: 'columns', cells: [`${NOT_READ}${name}`, ...columns.map(columnTitle), `${zh} ${en}`] },
    ...rows.map((row): SheetLine => ({
      kind: 'row',
      cells: [name, ...columns.map((column) => written(row[column.name], column))],
      ...choicesOf(columns, ROW_FROM),
    })),
  ];
};

/** The workbook of a form, to fill in or filled in: one sheet, each line named by its first cell. */
export function sheetLines(form: Form, values: Values = {}): SheetLine[] {
  return [
    { kind: 'form', cells: [MARK, form.name, String(form.version), form.digest, form.zh, form.en] },
    { kind: 'head', cells: ['#编号', '项目 item', '单位 unit', '填写 value', '说明 help'] },
    ...form.sections.flatMap((section): SheetLine[] => [
      { kind: 'section', cells: [`${NOT_READ}${section.name}`, section.zh, section.en] },
      ...section.fields.map((field) => fieldLine(field, values)),
      ...section.tables.flatMap((table) => tableLines(table, values)),
    ]),
  ];
}

/** A line as it was read: its number in the file and the texts of its cells. */
export interface ReadLine {
  readonly line: number;
  readonly cells: readonly string[];
}
/** Something in a workbook that cannot be read as it stands. */
export interface SheetProblem {
  readonly line: number;
  readonly zh: string;
  readonly en: string;
}
export interface ReadSheet {
  readonly values: Values;
  readonly problems: readonly SheetProblem[];
}

/** What a choice is meant by, however it is written; what it says where it is none. */
const meant = (said: string, { options }: Field): string =>
  options?.find(({ value, zh, en }) => [value, zh, en].includes(said))?.value ?? said;

/** Which workbook it is: the form and its version that its first line names. */
export function formNamed(lines: readonly ReadLine[]): { readonly name: string; readonly version: number } | undefined {
  const [mark, name, version] = lines[0]?.cells ?? [];
  return mark === MARK && name !== undefined && /^[1-9]\d{0,2}$/.test(version ?? '')
    ? { name, version: Number(version) }
    : undefined;
}

/** In which cell each column of a table stands, by the names that its title line has in brackets. */
const placesIn = (cells: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    cells.flatMap((cell, at) => {
      const name = /\[([A-Za-z0-9]+)\]\s*$/.exec(cell)?.[1];
      return at < ROW_FROM || name === undefined ? [] : [[name, at] as const];
    }),
  );

/** Reads what is filled in. */
export function readSheet(form: Form, lines: readonly ReadLine[]): ReadSheet {
  const fields = new Map(form.sections.flatMap((section) => section.fields.map((field) => [field.name, field] as const)));
  const tables = new Map(tablesOf(form).map((table) => [table.name, table]));
  const places = new Map<string, ReadonlyMap<string, number>>();
  const values: Record<string, string | Row[]> = {};
  const problems: SheetProblem[] = [];
  for (const { line, cells } of lines) {
    const key = (cells[0] ?? '').trim();
    const table = tables.get(key);
    const field = fields.get(key);
    const isEmpty = cells.slice(1).every((cell) => cell.trim() === '');
    if (key.startsWith(NOT_READ)) places.set(key.slice(1), placesIn(cells));
    else if (table) {
      const at = places.get(key);
      if (!at || at.size === 0)
        problems.push({ line, zh: `${table.zh}缺少表头行`, en: `the line with the headings of ${key} is missing` });
      else if (!isEmpty) (values[key] = (values[key] as Row[] | undefined) ?? []).push(rowOf(table, at, cells));
    } else if (field) {
      if (values[key] !== undefined) problems.push({ line, zh: `${field.zh}重复`, en: `${key} stands there twice` });
      const said = (cells[VALUE_AT] ?? '').trim();
      if (said !== '') values[key] = meant(said, field);
    } else if (key !== '' || !isEmpty)
      problems.push(
        key === ''
          ? { line, zh: '此行首格没有编号', en: 'the line has no name in its first cell' }
          : { line, zh: `表单没有“${key}”一项`, en: `the form has no ${key}` },
      );
  }
  return { values, problems };
}

const rowOf = ({ columns }: Table, at: ReadonlyMap<string, number>, cells: readonly string[]): Row =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const said = (cells[at.get(column.name) ?? -1] ?? '').trim();
      return said === '' ? [] : [[column.name, meant(said, column)]];
    }),
  );
