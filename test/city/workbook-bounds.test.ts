import { describe, expect, it } from 'vitest';
import { cell, code, data, HEAD, one } from './look.js';
import { row, workbookOf, zipOf } from './raw-workbook.js';

describe('whatever a workbook unfolds to', () => {
  // whoever held or counted all of it would have no memory for it, or not be ready before a test has to end
  const sheet = (xml: string): Uint8Array => workbookOf([{ name: '名单', xml }]);

  it('1 048 576 formatted lines are passed over, and the one that holds something is read', async () => {
    const blank = '<row s="1" customFormat="1"><c s="1"/><c s="1"/></row>'.repeat(1_048_574);
    const bytes = sheet(`<sheetData>${HEAD}${row(2, ['BJ-0001'])}${blank}</sheetData>`);
    expect(await code(bytes)).toEqual([]);
  });

  it('a sheet of 400 MB of nothing is too large', async () => {
    const part = Buffer.alloc(400_000_000, ' ');
    expect(await code(zipOf({ '_rels/.rels': part }))).toEqual(['error too-large']);
  });

  it.each([
    [
      'one text of 20 million characters',
      `<sheetData><row><c t="inlineStr"><is><t>${'a'.repeat(20_000_000)}</t></is></c></row></sheetData>`,
      'too-large',
    ],
    ['a million elements within each other', '<a>'.repeat(1_000_000), 'broken-workbook'],
    [
      '600 000 cells',
      data(
        ...Array.from({ length: 3_000 }, (_, n) =>
          row(
            n + 2,
            Array.from({ length: 200 }, () => '<c><v>1</v></c>'),
          ),
        ),
      ),
      'too-large',
    ],
    ['a cell far to the right', data(row(2, [cell('XFD2', '1')])), 'too-large'],
    [
      'merges that overlap on whole columns',
      `${data(...Array.from({ length: 999 }, (_, n) => row(n + 2, ['x'])))}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`,
      'too-large',
    ],
    ['lines out of order', data(row(3, ['x']), row(2, ['y'])), 'broken-workbook'],
    ['a cell twice', data(row(2, [cell('A2', '1'), cell('A2', '2')])), 'broken-workbook'],
    ['a cell of another line', data(row(2, [cell('A3', '1')])), 'broken-workbook'],
    ['an entity that nobody knows', data(row(2, ['&bomb;'])), 'broken-workbook'],
  ])('%s: %s', async (_what, xml, finding) => {
    expect(await code(sheet(xml))).toEqual([`error ${finding}`]);
  });

  it('blanks far to the right, as many columns as there are, are nothing', async () => {
    const far = (xml: string) =>
      one(data(row(2, ['BJ-0001', '<c r="XFC2" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>', xml])), {
        shared: ['<t xml:space="preserve"> </t>', '<t>备注</t>'],
      });
    expect(await far(cell('XFD2', '0', 't="s"'))).toMatchObject({ lines: [['BJ-0001', '', '']], findings: [] });
    for (const something of [cell('XFD2', '1', 't="s"'), '<c r="XFD2"><f>1+1</f></c>'])
      expect((await far(something)).findings).toEqual(['error too-large']);
  });

  it('entities that unfold to billions are not unfolded: no document type is read', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><a>&b;</a>';
    expect(await code(zipOf({ '_rels/.rels': bomb }))).toEqual(['error broken-workbook']);
  });

  it('a part that is there twice, a damaged one, another kind of workbook and no workbook are told apart', async () => {
    const relations = (target: string): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`;
    expect(await code(zipOf({ '_rels/.rels': '', '_RELS/.rels': '' }))).toEqual(['error broken-workbook']);
    expect(await code(zipOf({ '_rels/.rels': relations('xl/workbook.bin') }))).toEqual(['error old-workbook']);
    expect(await code(zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }))).toEqual(['error old-workbook']);
    const document = '<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>';
    expect(await code(zipOf({ '_rels/.rels': relations('word/document.xml'), 'word/document.xml': document }))).toEqual([
      'error old-workbook',
    ]);
    const damaged = sheet(data(row(2, ['BJ-0001'])));
    damaged[damaged.length - 200]! ^= 0xff;
    expect(await code(damaged)).toEqual(['error broken-workbook']);
  });
});
