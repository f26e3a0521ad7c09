import { error, warning, type Finding } from '../finding.js';
import type { Line } from './sheet.js';

/** The columns of a table: each with the headings it may stand under, and whether it must be there. */
export type Columns<K extends string> = Readonly<
  Record<
    K,
    {
      readonly headings: readonly string[];
      readonly needed?: true;
      /** A name, not a number: a spreadsheet that makes a number of it loses its leading zeros. */
      readonly name?: true;
      /** Tonnes, which a spreadsheet may show with their thousands apart. */
      readonly amount?: true;
    }
  >
>;

/** How far down the headings may stand below a title. */
const TITLE_LINES = 20;

/** Headings are compared without case, width, white space, what cannot be seen, and marks such as that of a needed column. */
const plain = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}_\-()*]/gu, '');

type NameOf<K> = (heading: string) => K | undefined;

function namesIn<K extends string>(columns: Columns<K>): NameOf<K> {
  const names = new Map<string, K>();
  for (const name of Object.keys(columns) as K[])
    for (const heading of [name, ...columns[name].headings]) names.set(plain(heading), name);
  return (heading) => names.get(plain(heading));
}

/** The line that has the headings: the first with the most of them, among those at the top. */
function headAmong<K extends string>(lines: readonly Line[], nameOf: NameOf<K>): number {
  const known = lines.slice(0, TITLE_LINES).map(({ cells }) => cells.filter(({ text }) => nameOf(text) !== undefined).length);
  return Math.max(0, known.indexOf(Math.max(...known)));
}

/** A title stands by itself; a line of several cells above the headings might be one of the table's own. */
const linesAbove = (above: readonly Line[]): Finding[] =>
  above
    .filter(({ cells }) => cells.filter(({ text }) => text !== '').length > 1)
    .map(({ line }) =>
      warning('above-headings', { line }, '此行在表头之上，不予读取', 'stands above the headings and is not read'),
    );

const missing = <K extends string>(columns: Columns<K>, name: K, line: number): Finding => {
  const called = columns[name].headings.join('、');
  return error(
    'missing-column',
    { line, column: name },
    `缺少列“${called}”`,
    `the column is missing: head it ${name} or ${called}`,
  );
};

function placesOf<K extends string>(head: Line, columns: Columns<K>, nameOf: NameOf<K>) {
  const findings: Finding[] = [];
  const places = new Map<K, number>();
  head.cells.forEach(({ text }, at) => {
    if (text === '') return;
    const name = nameOf(text);
    if (name === undefined) {
      const place = { line: head.line, column: text };
      findings.push(warning('unknown-column', place, `不认识的列“${text}”，不予读取`, `is no known column and is not read`));
    } else if (places.has(name))
      findings.push(error('duplicate-column', { line: head.line, column: name }, `列“${text}”重复`, `the column is there twice`));
    else places.set(name, at);
  });
  for (const name of Object.keys(columns) as K[])
    if (columns[name].needed && !places.has(name)) findings.push(missing(columns, name, head.line));
  return { places, findings };
}

/** Where the columns of a table stand. */
export interface Headed<K extends string> {
  readonly places: ReadonlyMap<K, number>;
  /** How many cells the headings take. */
  readonly width: number;
  readonly below: readonly Line[];
  readonly findings: readonly Finding[];
}

/** Finds the headings of a table, below its title where it has one. */
export function findHeadings<K extends string>(lines: readonly Line[], columns: Columns<K>): Headed<K> {
  const nameOf = namesIn(columns);
  const at = headAmong(lines, nameOf);
  const [head = { line: 1, cells: [] }, ...below] = lines.slice(at);
  const { places, findings } = placesOf(head, columns, nameOf);
  const none =
    below.length > 0 ? [] : [error('no-lines', {}, '只有表头，没有数据行', 'there are headings and no lines below them')];
  return { places, width: head.cells.length, below, findings: [...linesAbove(lines.slice(0, at)), ...findings, ...none] };
}
