import { describe, expect, it } from 'vitest';
import { look } from './look.js';

describe('a table in text', () => {
  const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => new Uint8Array(Buffer.from(text, encoding));

  it('with its mark and CRLF, in UTF-16 of either order, with tabs as "Unicode text" has them', async () => {
    const said = { lines: [['BJ-0001', '5,000', '']], findings: [] };
    const text = '\ufeff编号\t数量\r\nBJ-0001\t"5,000"\r\n';
    expect(await look(bytes(text))).toMatchObject(said);
    expect(await look(bytes(text, 'utf16le'))).toMatchObject(said);
    expect(await look(new Uint8Array(Buffer.from(text, 'utf16le').swap16()))).toMatchObject(said);
    expect(await look(bytes('\ufeff编号,数量\r\nBJ-0001,"5,000"\r\n'))).toMatchObject(said);
  });

  it.each([
    ['semicolons', '编号;数量\nBJ-0001;5\n'],
    ['semicolons, all quoted', '"编号";"数量"\n"BJ-0001";"5"\n'],
    ['semicolons, a decimal comma in a column that is not read', '编号;数量;价格\nBJ-0001;5;104,89\nBJ-0002;;3,5\n'],
    ['what the file says itself', 'sep=;\r\n编号;数量\r\nBJ-0001;5\r\n'],
    ['tabs below a title', '2024年度名单\n编号\t数量\nBJ-0001\t5\n'],
    ['tabs below a title with commas', '名单，2024, 第一批\n编号\t数量\nBJ-0001\t5\n'],
    ['commas below a title with a semicolon', '2024; 名单\n编号,数量\nBJ-0001,5\n'],
    ['commas, with semicolons in a cell', '编号,数量,批注\nBJ-0001,5,a;b;c;d;e;f\nBJ-0002,,a;b;c;d;e;f\n'],
    ['commas, with tabs and semicolons within quotes', '编号,数量\nBJ-0001,5\n"a;\tb;\tc;\n;\t",\n'],
  ])('fields end with %s', async (_what, text) => {
    const { lines, texts } = await look(bytes(text));
    expect([lines[0], texts.filter((one) => one.includes('missing'))]).toEqual([['BJ-0001', '5', ''], []]);
  });

  it('of what is exported as a page or XML under the name .xls is told what it is', async () => {
    for (const text of [
      '<html><table><tr><td>编号</td></tr></table></html>',
      '\ufeff<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>',
      '\n<table>\n<tr><td>编号</td></tr>\n</table>',
    ])
      expect((await look(bytes(text))).findings).toEqual(['error old-workbook']);
  });

  it('a title above, and lines that hold nothing, as many as a spreadsheet has', async () => {
    const text = `2024年度名单\n\n编号,数量\nBJ-0001,5\n${',\n'.repeat(1_000_000)}`;
    expect(await look(bytes(text))).toMatchObject({ lines: [['BJ-0001', '5', '']], findings: [] });
  });

  it('a line of several cells above the headings is told', async () => {
    expect((await look(bytes('甲,乙\n编号,数量\nBJ-0001,5\n'))).findings).toEqual(['warning above-headings 1']);
  });

  it.each([
    ['20 001 lines', `编号\n${'x\n'.repeat(20_001)}`],
    ['300 columns', `编号\n${'x,'.repeat(300)}\n`],
    ['19 million lines that hold nothing above the last', `编号\n${'\n'.repeat(19_000_000)}x\n`],
  ])('%s are too many', async (_what, text) => {
    expect((await look(bytes(text))).findings).toEqual([expect.stringMatching(/^error too-large/)]);
  });

  it('UTF-16 without its mark is told as an encoding, not as headings that are missing', async () => {
    const written = Buffer.from('编号,数量\nBJ-0001,5\n', 'utf16le');
    for (const given of [written, Buffer.from(written).swap16()])
      expect((await look(given)).findings).toEqual([expect.stringMatching(/^error bad-encoding/)]);
  });

  it('headings in other widths and cases, with marks, are the same headings', async () => {
    expect(await look(bytes('ＩＤ,*数　量（必填）\nBJ-0001,5\n'))).toMatchObject({ lines: [['BJ-0001', '', '']] });
    expect(await look(bytes('ＩＤ,*数　量\u200b\nBJ-0001,5\n'))).toMatchObject({ lines: [['BJ-0001', '5', '']], findings: [] });
  });
});
