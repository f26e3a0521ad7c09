import { describe, expect, it } from 'vitest';
import { cell, code, data, look, one } from './look.js';
import { row, workbookOf, zipOf } from './raw-workbook.js';

describe('what a person sees in a cell is what is read', () => {
  it('texts of their own and shared ones, in runs, without how they are pronounced', async () => {
    const shared = [
      '<t>BJ-0001</t>',
      '<r><t>BJ</t></r><r><t xml:space="preserve">-0002 </t></r><rPh sb="0" eb="1"><t>x</t></rPh>',
    ];
    const { lines, findings } = await one(
      data(
        row(2, [cell('A2', '0', 't="s"')]),
        row(3, [cell('A3', '1', 't="s"')]),
        row(4, ['<![CDATA[BJ-0003]]>'.replace(/^/, '<c t="inlineStr"><is><t>') + '</t></is></c>']),
      ),
      { shared },
    );
    expect(lines.map(([id]) => id)).toEqual(['BJ-0001', 'BJ-0002', 'BJ-0003']);
    expect(findings).toEqual([]);
  });

  it.each([
    ['98200.399999999994', '98200.4'],
    ['0.1', '0.1'],
    ['1E-7', '0.0000001'],
    ['100000', '100000'],
    ['1E5', '100000'],
    ['-5', '-5'],
    ['999999999999999', '999999999999999'],
  ])('the number %s is %s, to fifteen digits and without exponent', async (stored, text) => {
    expect(await one(data(row(2, [cell('B2', stored)])))).toMatchObject({ lines: [['', text, '']], findings: [] });
  });

  it('a number of sixteen digits has lost some', async () => {
    expect((await one(data(row(2, [cell('B2', '1.234567890123456E15')])))).findings).toEqual(['error number-cell 2 amount']);
  });

  it.each([
    ['#,##0', '98200', []],
    ['0.00', '98200', []],
    ['#,##0&quot;吨&quot;', '98200', []],
    ['&quot;¥&quot;#,##0.00', '306000', []],
    ['(0.00)', '5', ['error shown-otherwise 2 amount']],
    ['#,##0', '98200.4', ['warning shown-otherwise 2 amount']],
    ['0.0', '0.25', ['warning shown-otherwise 2 amount']],
    ['0%', '0.5', ['error shown-otherwise 2 amount']],
    ['0.00E+00', '98200.55', ['error shown-otherwise 2 amount']],
    ['#,##0,', '98200', ['error shown-otherwise 2 amount']],
    ['0!.0,&quot;万&quot;', '98200', ['error shown-otherwise 2 amount']],
    [';;;', '98200', ['error shown-otherwise 2 amount']],
    ['&quot;7&quot;0', '5', ['error shown-otherwise 2 amount']],
  ])('a number under the format %s: %s', async (format, stored, findings) => {
    expect((await one(data(row(2, [cell('B2', stored, 's="1"')])), { formats: [format] })).findings).toEqual(findings);
  });

  it('a text that its format hides is found', async () => {
    const text = '<c r="B2" s="1" t="inlineStr"><is><t>5</t></is></c>';
    expect((await one(data(row(2, [text])), { formats: [';;;'] })).findings).toEqual(['error shown-otherwise 2 amount']);
  });

  // 45458 is 2024-06-15 counted from 1900; from 1904 it is 1 462 days less
  it.each([
    ['yyyy/m/d', '45458', '', '2024-06-15', []],
    ['yyyy/m/d', '43996', 'date1904="1"', '2024-06-15', []],
    ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '45458.75', '', '2024-06-15', []],
    ['yyyy/m/d h:mm', '45458.75', '', '2024-06-15 18:00:00', []],
    ['m&quot;月&quot;d&quot;日&quot;', '45458', '', '2024-06-15', ['error shown-otherwise 2 day']],
    ['yyyy&quot;年&quot;m&quot;月&quot;', '45458', '', '2024-06-15', ['error shown-otherwise 2 day']],
    ['yyyy/m/d', '-1', '', '-1', ['error error-cell 2 day']],
  ])('a day under the format %s: %s', async (format, stored, properties, text, findings) => {
    const read = await one(data(row(2, [cell('C2', stored, 's="1"')])), { formats: [format], properties });
    expect([read.lines[0]![2], read.findings]).toEqual([text, findings]);
  });

  it('a day as ISO workbooks store it, a yes, an error', async () => {
    const line = row(2, [cell('B2', '1', 't="b"'), cell('C2', '2024-06-15T00:00:00', 't="d"')]);
    expect(await one(data(line))).toMatchObject({ lines: [['', 'TRUE', '2024-06-15']], findings: [] });
    expect((await one(data(row(2, [cell('B2', '#REF!', 't="e"')])))).findings).toEqual(['error error-cell 2 amount']);
  });

  it('an id of which a spreadsheet has made a day is an error', async () => {
    expect((await one(data(row(2, [cell('A2', '45458', 's="1"')])), { formats: ['yyyy/m/d'] })).findings).toEqual([
      'error number-cell 2 id',
    ]);
  });

  it('an id of which a spreadsheet has made a yes is an error, and an answer is not', async () => {
    expect((await one(data(row(2, [cell('A2', '1', 't="b"'), cell('B2', '1', 't="b"')])))).findings).toEqual([
      'error number-cell 2 id',
    ]);
  });

  it('a day before the first that a workbook counts from is an error: 1904 knows no 1903', async () => {
    const day = (stored: string) =>
      one(data(row(2, [cell('C2', stored, 's="1"')])), { formats: ['yyyy/m/d'], properties: 'date1904="1"' });
    expect(await day('0')).toMatchObject({ lines: [['', '', '1904-01-01']], findings: [] });
    expect((await day('-1')).findings).toEqual(['error error-cell 2 day']);
  });

  it('a cell that names a shared text which is not there makes no empty cell; an empty one is there', async () => {
    const naming = (n: string) =>
      one(data(row(2, [cell('A2', '0', 't="s"'), cell('B2', n, 't="s"')])), { shared: ['<t>BJ-0001</t>', '<t/>'] });
    expect(await naming('1')).toMatchObject({ lines: [['BJ-0001', '', '']], findings: [] });
    for (const n of ['2', '-1', '0.5', 'x']) expect((await naming(n)).findings).toEqual(['error broken-workbook']);
  });

  it('formulas are found where they are shared, and where an array puts its results', async () => {
    const shared = row(2, ['<c r="B2"><f t="shared" si="0"/><v>5</v></c>']);
    expect((await one(data(shared))).findings).toEqual(['error formula-cell 2 amount']);
    const first = row(2, ['<c r="B2"><f t="array" ref="B2:B3">A2:A3</f><v>5</v></c>']);
    expect((await one(data(first, row(3, [cell('B3', '6')])))).findings).toEqual([
      'error formula-cell 2 amount',
      'error formula-cell 3 amount',
    ]);
  });

  it('merged cells, also over a whole column, are found in lines that hold something', async () => {
    const merged = `${data(row(2, ['BJ-0001', '5']), row(3, ['BJ-0002']))}<mergeCells><mergeCell ref="B2:B1048576"/></mergeCells>`;
    expect((await one(merged)).findings).toEqual(['error merged-cell 3 amount']);
  });

  it('U+0000, written as spreadsheets write it, and halves of a pair are characters that nobody sees', async () => {
    const found = (text: string) => one(data(row(2, ['BJ-0001', text])));
    expect((await found('5_x0000_')).findings).toEqual(['error unseen-character 2 amount']);
    expect((await found('5_xD800_')).texts[0]).toContain('U+D800');
    expect((await found('5_x005F_x0000_')).lines).toEqual([['BJ-0001', '5_x0000_', '']]);
    expect((await found('5\0')).findings).toEqual(['error broken-workbook']);
  });

  it('a link to another address than is shown is told; one to the same, or to a page, is not', async () => {
    const parts = (target: string) => {
      const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
      const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships';
      const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
      const relations = (text: string): string => `<Relationships xmlns="${package_}">${text}</Relationships>`;
      const relation = (id: string, type: string, to: string): string =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${to}"/>`;
      return zipOf({
        '_rels/.rels': relations(relation('w', 'officeDocument', '/xl/workbook.xml')),
        'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:q="${office}"><sheets><sheet name="名" sheetId="1" q:id="a"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': relations(relation('a', 'worksheet', '/XL/sheet.xml')),
        'xl/sheet.xml': `<worksheet xmlns="${main}" xmlns:r="${office}">${data(row(2, ['a@b.example']))}<hyperlinks><hyperlink ref="A2" r:id="l"/></hyperlinks></worksheet>`,
        'xl/_rels/sheet.xml.rels': relations(
          `<Relationship Id="l" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`,
        ),
      });
    };
    expect(await code(parts('mailto:x@y.example'))).toEqual(['warning other-link 2 id']);
    expect(await code(parts('mailto:A@b.example?subject=x'))).toEqual([]);
    expect(await code(parts('https://b.example'))).toEqual([]);
  });
});

describe('what a person does not see', () => {
  const filled = data(row(2, ['BJ-0001']));

  it('sheets that are hidden are named, those that nobody can show too; where none is visible nothing is read', async () => {
    const hidden = [
      { name: '旧', state: 'hidden', xml: filled },
      { name: '密', state: 'veryHidden', xml: filled },
    ];
    const { findings, texts, lines } = await look(
      workbookOf([...hidden, { name: '名单', xml: filled }, { name: '空', xml: '' }]),
    );
    expect([findings, lines.length]).toEqual([['warning hidden-sheets'], 1]);
    expect(texts[0]).toContain('旧, 密');
    expect(await code(workbookOf(hidden))).toEqual(['error no-lines']);
  });

  it('lines and columns that are hidden, or have no height or width, are named and read', async () => {
    const rows = data(row(2, ['A', '1'], 'hidden="1"'), row(3, ['B', '2'], 'ht="0" customHeight="1"'), row(4, ['C', '3']));
    const { findings, texts, lines } = await one(
      `<cols><col min="2" max="2" width="0"/><col min="5" max="16384" hidden="1"/></cols>${rows}`,
    );
    expect(findings).toEqual(['warning hidden-rows', 'warning hidden-columns']);
    expect(texts.join()).toMatch(/lines 2-3 are hidden.*hidden columns are read: amount/);
    expect(lines).toHaveLength(3);
  });
});
