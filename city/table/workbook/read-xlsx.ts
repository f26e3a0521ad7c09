import { error, warning, type Finding } from '../../finding.js';
import { sheetOf, type Read } from '../sheet.js';
import { readBook, relationsOf, type Book, type ListedSheet } from './book.js';
import { WorkbookError } from './broken.js';
import { linesOf } from './cells.js';
import { GENERAL, readFormats } from './formats.js';
import { Parts } from './parts.js';
import { SheetTaker, tooWide, type StoredSheet } from './sheet-part.js';
import { readStrings } from './strings.js';
import { readXml } from './xml.js';

/** How many elements of a sheet that is not read are looked through for anything on it. */
const LOOKED_THROUGH = 50_000;

/** Whether anything stands on a sheet; one with much formatting before its first cell is taken to hold something. */
async function holdsAnything(parts: Parts, part: string): Promise<boolean> {
  let [found, elements] = [false, 0];
  const enough = (): boolean => found || elements > LOOKED_THROUGH;
  await readXml(parts.read(part), {
    open: () => (elements += 1),
    text: (path) => (found ||= ['v', 't', 'f'].includes(path.at(-1) ?? '')),
    enough,
  });
  return enough();
}

/** What is said about the sheets that are not read. */
async function besides(parts: Parts, read: ListedSheet, others: readonly ListedSheet[]): Promise<Finding[]> {
  const named = (sheets: readonly ListedSheet[], mark: string): string => sheets.map(({ name }) => name).join(mark);
  const hidden = others.filter((one) => one.hidden);
  const filled: ListedSheet[] = [];
  for (const one of others) if (!one.hidden && (await holdsAnything(parts, one.part))) filled.push(one);
  return [
    ...(filled.length === 0
      ? []
      : [
          warning(
            'more-sheets',
            {},
            `只读取第一张可见工作表“${read.name}”，未读取：${named(filled, '、')}`,
            `only the first visible sheet ${read.name} is read, not ${named(filled, ', ')}`,
          ),
        ]),
    ...(hidden.length === 0
      ? []
      : [
          warning(
            'hidden-sheets',
            {},
            `隐藏的工作表不予读取：${named(hidden, '、')}；读取的是“${read.name}”`,
            `hidden sheets are not read: ${named(hidden, ', ')}; what is read is ${read.name}`,
          ),
        ]),
  ];
}

/** The columns that are hidden, of those that hold anything. */
const hiddenColumns = ({ hiddenColumns: hidden }: StoredSheet, width: number): number[] =>
  Array.from({ length: width }, (_, at) => at).filter((at) => hidden.some(({ from, to }) => from <= at && at <= to));

async function readSheet(parts: Parts, book: Book, { part }: ListedSheet) {
  const taker = new SheetTaker();
  await readXml(parts.read(part), taker);
  const { sheet } = taker;
  const wanted = new Set([
    ...sheet.lines.flatMap(({ cells }) => cells.flatMap(({ type, value }) => (type === 's' ? [Number(value)] : []))),
    ...sheet.far.map(({ text }) => text),
  ]);
  const strings =
    book.strings === undefined || wanted.size === 0
      ? new Map<number, string>()
      : await readStrings(parts.read(book.strings), wanted);
  const wide = sheet.far.find(({ text }) => (strings.get(text) ?? '').trim() !== '');
  if (wide) throw tooWide(wide.line);
  const formatOf = book.styles === undefined ? () => GENERAL : await readFormats(parts.read(book.styles));
  const relations = sheet.links.length === 0 ? [] : await relationsOf(parts, part);
  const targets = new Map(relations.map(({ id, target }) => [id, target]));
  const lines = linesOf(sheet, { strings, formatOf, from1904: book.from1904, targets });
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return { lines, hidden: hiddenColumns(sheet, width) };
}

/** Reads the first visible sheet of a workbook (xlsx): what a person sees who opens it. */
export async function readXlsx(bytes: Uint8Array): Promise<Read> {
  try {
    const parts = await Parts.of(bytes);
    const book = await readBook(parts);
    const first = book.sheets.find(({ hidden }) => !hidden);
    if (!first) return { findings: [error('no-lines', {}, '工作簿没有可见的工作表', 'the workbook has no visible sheet')] };
    const { lines, hidden } = await readSheet(parts, book, first);
    const findings = await besides(
      parts,
      first,
      book.sheets.filter((one) => one !== first),
    );
    return sheetOf(lines, findings, hidden);
  } catch (problem) {
    if (!(problem instanceof WorkbookError)) throw problem;
    return { findings: [error(problem.code, {}, problem.zh, problem.message)] };
  }
}
