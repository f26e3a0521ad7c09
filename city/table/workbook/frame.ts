export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const LISTED = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What a text in XML cannot hold at all, and what a reader would take for a mark. */
const MARKS = /[&<>"]/g;
const NEVER = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
/** `_x0041_` would be read as the character that it names: its first mark is written as one itself. */
const NAMES_ONE = /_(?=x[0-9A-Fa-f]{4}_)/g;

const marked = (text: string): string => text.replace(NEVER, '').replace(MARKS, (one) => NAMED[one] ?? one);
/** A text as it stands in a cell. */
export const asText = (text: string): string => marked(text.replace(NAMES_ONE, '_x005F_'));

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const FILLS = ['none', 'gray125'].map((one) => `<fill><patternFill patternType="${one}"/></fill>`).join('');
/** The usual, and bold, for headings. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="2">${FILLS}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

const sheetAt = (n: number): string => `worksheets/sheet${String(n + 1)}.xml`;
/** Where a sheet stands in the archive, by its place from nought. */
export const partOf = (n: number): string => `xl/${sheetAt(n)}`;
const link = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"/>`;
const links = (all: readonly string[]): string =>
  `${XML}<Relationships xmlns="${LISTED}/relationships">${all.join('')}</Relationships>`;
const typed = (part: string, kind: string): string =>
  `<Override PartName="/xl/${part}" ContentType="${SHEET_TYPE}.${kind}+xml"/>`;

/** What a workbook consists of besides its sheets. */
export function frameOf(names: readonly string[]): Map<string, string> {
  const listed = names.map((name, n) => `<sheet name="${marked(name)}" sheetId="${String(n + 1)}" r:id="rId${String(n + 1)}"/>`);
  const types = [
    typed('workbook.xml', 'sheet.main'),
    typed('styles.xml', 'styles'),
    ...names.map((_, n) => typed(sheetAt(n), 'worksheet')),
  ];
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  return new Map([
    ['[Content_Types].xml', `${XML}<Types xmlns="${LISTED}/content-types">${defaults}${types.join('')}</Types>`],
    ['_rels/.rels', links([link('rId1', 'officeDocument', 'xl/workbook.xml')])],
    ['xl/workbook.xml', `${XML}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${listed.join('')}</sheets></workbook>`],
    [
      'xl/_rels/workbook.xml.rels',
      links([
        ...names.map((_, n) => link(`rId${String(n + 1)}`, 'worksheet', sheetAt(n))),
        link('styles', 'styles', 'styles.xml'),
      ]),
    ],
    ['xl/styles.xml', STYLES],
  ]);
}
