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

  it('a title above, and lines that hold nothing, as many as a spreadsheet has', async () => {
    const text = `2024年度名单\n\n编号,数量\nBJ-0001,5\n${',\n'.repeat(1_000_000)}`;
    expect(await look(bytes(text))).toMatchObject({ lines: [['BJ-0001', '5', '']], findings: [] });
  }, 30_000);

  it('a line of several cells above the headings is told', async () => {
    expect((await look(bytes('甲,乙\n编号,数量\nBJ-0001,5\n'))).findings).toEqual(['warning above-headings 1']);
  });

  it.each([
    ['20 001 lines', `编号\n${'x\n'.repeat(20_001)}`],
    ['300 columns', `编号\n${'x,'.repeat(300)}\n`],
    ['19 million lines that hold nothing above the last', `编号\n${'\n'.repeat(19_000_000)}x\n`],
  ])(
    '%s are too many',
    async (_what, text) => {
      expect((await look(bytes(text))).findings).toEqual([expect.stringMatching(/^error too-large/)]);
    },
    30_000,
  );

  it('headings in other widths and cases, with marks, are the same headings', async () => {
    expect(await look(bytes('ＩＤ,*数　量（必填）\nBJ-0001,5\n'))).toMatchObject({ lines: [['BJ-0001', '', '']] });
    expect(await look(bytes('ＩＤ,*数　量\u200b\nBJ-0001,5\n'))).toMatchObject({ lines: [['BJ-0001', '5', '']], findings: [] });
  });
});
