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
const VALUE_AT = 3;
const ROW_FROM = 1;
/** Lines that begin so are not read. */
const NOT_READ = '#';
const MARK = '#luyue';
const HEAD = ['#编号', '项目 item', '单位 unit', '填写 value', '说明 help'];
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
    { kind: 'head', cells: HEAD },
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
  /** What stands beside what is read, and counts for nothing. */
  readonly unread: readonly SheetProblem[];
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

/** In which cells each column of a table stands, by the names that its title line has in brackets. */
function placesIn(cells: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, cell] of cells.entries()) {
    const name = /\[([A-Za-z0-9]+)\]\s*$/.exec(cell)?.[1];
    if (at >= ROW_FROM && name !== undefined) places.set(name, [...(places.get(name) ?? []), at]);
  }
  return places;
}

const isFilled = (cell: string | undefined): boolean => (cell ?? '').trim() !== '';

/** Reads what is filled in, line by line. */
class Reader {
  readonly values: Record<string, string | Row[]> = {};
  readonly problems: SheetProblem[] = [];
  readonly unread: SheetProblem[] = [];
  private readonly fields: ReadonlyMap<string, Field>;
  private readonly tables: ReadonlyMap<string, Table>;
  private readonly places = new Map<string, ReadonlyMap<string, readonly number[]>>();
  /** Where the title line says that values stand. */
  private valueAt = VALUE_AT;

  constructor(form: Form) {
    this.fields = new Map(form.sections.flatMap((section) => section.fields.map((field) => [field.name, field] as const)));
    this.tables = new Map(tablesOf(form).map((table) => [table.name, table]));
  }

  take({ line, cells }: ReadLine): void {
    const key = (cells[0] ?? '').trim();
    const isEmpty = !cells.slice(1).some(isFilled);
    const [table, field] = [this.tables.get(key), this.fields.get(key)];
    if (key.startsWith(NOT_READ)) this.titles(key, cells);
    else if (table) {
      if (!isEmpty) this.row(table, { line, cells });
    } else if (field) this.field(field, { line, cells });
    else if (key === '' && !isEmpty)
      this.problems.push({ line, zh: '此行首格没有编号', en: 'the line has no name in its first cell' });
    else if (key !== '') this.problems.push({ line, zh: `表单没有“${key}”一项`, en: `the form has no ${key}` });
  }

  private titles(key: string, cells: readonly string[]): void {
    if (key === HEAD[0]) {
      const at = cells.findIndex((cell) => cell.trim() === HEAD[VALUE_AT]);
      this.valueAt = at > 0 ? at : VALUE_AT;
    } else this.places.set(key.slice(1), placesIn(cells));
  }

  private field(field: Field, { line, cells }: ReadLine): void {
    const { name, zh } = field;
    if (this.values[name] !== undefined) this.problems.push({ line, zh: `${zh}重复`, en: `${name} stands there twice` });
    const said = (cells[this.valueAt] ?? '').trim();
    if (said !== '') this.values[name] = meant(said, field);
    // what a help says stands in the cell behind the value
    this.beside({ line, cells }, (at) => at <= this.valueAt + 1);
  }

  private row(table: Table, { line, cells }: ReadLine): void {
    const { name, zh, columns } = table;
    const places = this.places.get(name);
    if (!places || places.size === 0) {
      this.problems.push({ line, zh: `${zh}缺少表头行`, en: `the line with the headings of ${name} is missing` });
      return;
    }
    const twice = columns.find((column) => (places.get(column.name)?.filter((at) => isFilled(cells[at])).length ?? 0) > 1);
    if (twice) this.problems.push({ line, zh: `有两列都是“${twice.zh}”`, en: `two columns are ${twice.name}` });
    const read = new Set(columns.flatMap((column) => places.get(column.name) ?? []));
    const lost = columns.find((column) => !places.has(column.name));
    const extra = cells.some((cell, at) => at >= ROW_FROM && !read.has(at) && isFilled(cell));
    if (lost && extra)
      this.problems.push({
        line,
        zh: `找不到“${lost.zh}”一列，其表头须以 [${lost.name}] 结尾`,
        en: `the column ${lost.name} is not found: its heading ends with [${lost.name}]`,
      });
    else this.beside({ line, cells }, (at) => at < ROW_FROM || read.has(at));
    const row = columns.flatMap((column) => {
      const said = (cells[places.get(column.name)?.find((at) => isFilled(cells[at])) ?? -1] ?? '').trim();
      return said === '' ? [] : [[column.name, meant(said, column)] as const];
    });
    (this.values[name] = (this.values[name] as Row[] | undefined) ?? []).push(Object.fromEntries(row));
  }

  private beside({ line, cells }: ReadLine, isRead: (at: number) => boolean): void {
    const said = cells.find((cell, at) => !isRead(at) && isFilled(cell))?.trim();
    if (said !== undefined)
      this.unread.push({
        line,
        zh: `“${said}”不在表单的栏目中，未读取`,
        en: `"${said}" stands in no column of the form, and is not read`,
      });
  }
}

/** Reads what is filled in. */
export function readSheet(form: Form, lines: readonly ReadLine[]): ReadSheet {
  const reader = new Reader(form);
  for (const line of lines) reader.take(line);
  const { values, problems, unread } = reader;
  return { values, problems, unread };
}
