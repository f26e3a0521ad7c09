import { crc32, deflateRawSync } from 'node:zlib';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A zip archive of parts (APPNOTE 4.3), each deflated: for workbooks that no library would write. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Uint8Array {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [plain, path] = [Buffer.from(content), Buffer.from(name)];
    const packed = deflateRawSync(plain);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(plain.length, 18);
    facts.writeUInt16LE(path.length, 22);
    files.push(Buffer.from('PK\x03\x04'), facts, path, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), facts, tail, path);
    offset += 4 + facts.length + path.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...files, entries, Buffer.from('PK\x05\x06'), end]));
}

const relations = (...all: readonly (readonly [string, string, string])[]): string =>
  `<Relationships xmlns="${RELATIONS}">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export interface RawSheet {
  readonly name: string;
  readonly state?: string;
  /** What stands in the sheet's element: `<sheetData>` and what follows. */
  readonly xml: string;
}

/** A workbook of sheets written by hand, with number formats for its styles from 1 on. */
export function workbookOf(
  sheets: readonly RawSheet[],
  {
    formats = [],
    shared,
    properties = '',
  }: { formats?: readonly string[]; shared?: readonly string[]; properties?: string } = {},
): Uint8Array {
  const listed = sheets.map(
    ({ name, state }, n) =>
      `<sheet name="${name}" sheetId="${String(n + 1)}"${state === undefined ? '' : ` state="${state}"`} r:id="s${String(n)}"/>`,
  );
  const codes = formats.map((code, n) => `<numFmt numFmtId="${String(164 + n)}" formatCode="${code}"/>`).join('');
  const styles = ['0', ...formats.map((_, n) => String(164 + n))].map((id) => `<xf numFmtId="${id}"/>`).join('');
  return zipOf({
    '_rels/.rels': relations(['w', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ...sheets.map((_, n) => [`s${String(n)}`, 'worksheet', `worksheets/${String(n)}.xml`] as const),
      ['f', 'styles', 'styles.xml'],
      ...(shared ? [['t', 'sharedStrings', 'strings.xml'] as const] : []),
    ),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${codes}</numFmts><cellXfs>${styles}</cellXfs></styleSheet>`,
    ...(shared ? { 'xl/strings.xml': `<sst xmlns="${MAIN}">${shared.map((one) => `<si>${one}</si>`).join('')}</sst>` } : {}),
    ...Object.fromEntries(
      sheets.map(({ xml }, n) => [
        `xl/worksheets/${String(n)}.xml`,
        `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${xml}</worksheet>`,
      ]),
    ),
  });
}

/** A line of texts, as its XML. */
export const row = (line: number, texts: readonly string[], attributes = ''): string =>
  `<row r="${String(line)}" ${attributes}>${texts
    .map((text, at) =>
      text.startsWith('<')
        ? text
        : `<c r="${String.fromCharCode(65 + at)}${String(line)}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
    .join('')}</row>`;
