import { posix } from 'node:path';
import { broken, WorkbookError } from './broken.js';
import type { Parts } from './parts.js';
import { readXml } from './xml.js';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly part: string;
  /** Hidden, so that a person may show it again, or "very hidden", so that only a program can. */
  readonly hidden: boolean;
}
export interface Book {
  /** The sheets of cells, in the order of their tabs; those of charts and macros are not among them. */
  readonly sheets: readonly ListedSheet[];
  /** Whether days are counted from 1904. */
  readonly from1904: boolean;
  readonly strings?: string;
  readonly styles?: string;
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `hyperlink`. */
  readonly type: string;
  /** The part, or what is outside the workbook as it is written. */
  readonly target: string;
}

/** What a part is related to; nothing where it says so nowhere. */
export async function relationsOf(parts: Parts, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part);
  const file = posix.join(dir, '_rels', `${base}.rels`);
  const relations: Relation[] = [];
  if (!parts.has(file)) return relations;
  await readXml(parts.read(file), {
    open: (path, attribute) => {
      if (path.at(-1) !== 'Relationship') return;
      const said = attribute('Target') ?? '';
      const target =
        attribute('TargetMode') === 'External'
          ? said
          : said.startsWith('/')
            ? said.slice(1)
            : posix.join(dir, said.replaceAll('\\', '/'));
      relations.push({ id: attribute('Id') ?? '', type: (attribute('Type') ?? '').split('/').at(-1) ?? '', target });
    },
  });
  return relations;
}

const otherKind = (): WorkbookError =>
  new WorkbookError('old-workbook', '不是 xlsx 工作簿，请另存为 xlsx 或 CSV', 'it is no xlsx workbook: save it as xlsx or CSV');

/** Reads what a workbook consists of. */
export async function readBook(parts: Parts): Promise<Book> {
  const main = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !main.endsWith('.xml')) throw otherKind();
  const relations = await relationsOf(parts, main);
  const sheets: ListedSheet[] = [];
  let [from1904, isBook] = [false, false];
  await readXml(parts.read(main), {
    open: (path, attribute) => {
      const name = path.join('/');
      isBook ||= name === 'workbook';
      if (name === 'workbook/workbookPr') from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'workbook/sheets/sheet') return;
      const related = relations.find(({ id }) => id === attribute('r:id'));
      if (!related) throw broken(`sheet ${attribute('name') ?? ''}`);
      const hidden = !['visible', undefined].includes(attribute('state'));
      if (related.type === 'worksheet') sheets.push({ name: attribute('name') ?? '', part: related.target, hidden });
    },
  });
  if (!isBook) throw otherKind();
  const partOf = (type: string): string | undefined => relations.find((one) => one.type === type)?.target;
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  return { sheets, from1904, ...(strings === undefined ? {} : { strings }), ...(styles === undefined ? {} : { styles }) };
}
