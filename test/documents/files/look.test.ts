import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileError } from '../../../documents/files/refused.js';
import { lookAt } from '../../../documents/files/look/look.js';
import { pdfNamed } from '../../gateway/console/send-files.js';
import { docxOf, jpgOf, pdfOf, pngOf, xlsxOf, zipOf } from './making.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luyue-look-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What is found in a file of that name: its kind, or the code of the no and what it says to do. */
async function found(name: string, data: Uint8Array | string): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, data);
  try {
    return await lookAt({ path, size: Buffer.byteLength(data), sha256: '' }, name);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return `${error.refused.code}: ${error.refused.zh}`;
  }
}

const MEGABYTE = 1_000_000;
const text = (said: string): Buffer => Buffer.from(said);

describe('front §6 — a file is what is in it', () => {
  it('the kinds that are taken in are known by what is in them', async () => {
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('用电').addRow(['1月', 1234.5]);
    expect(await found('用电.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()))).toBe('xlsx');
    expect(await found('a.XLSX', xlsxOf())).toBe('xlsx');
    expect(await found('a.docx', docxOf())).toBe('docx');
    expect(await found('a.zip', zipOf([{ name: 'a.pdf', data: text('x') }]))).toBe('zip');
    expect(await found('a.pdf', pdfOf())).toBe('pdf');
    expect(await found('a.png', pngOf(10_000, 10_000))).toBe('png');
    expect(await found('a.jpeg', jpgOf(4_000, 3_000))).toBe('jpg');
    expect(await found('a.csv', '月份,用电量\r\n2024-01,1234.5\r\n')).toBe('csv');
    expect(await found('a.csv', Buffer.from('d4c2b7dd2c310a', 'hex'))).toBe('csv');
  });

  it('a name that lies is refused, and told what it is and what to do', async () => {
    expect(await found('a.pdf', pngOf(1, 1))).toContain('wrong-type: “a.pdf”的内容其实是 png；请用相应软件打开后另存为正确格式');
    expect(await found('a.xlsx', docxOf())).toContain('其实是 docx');
    expect(await found('a.zip', xlsxOf())).toContain('其实是 xlsx');
    expect(await found('a.png', 'no picture')).toContain('不是其扩展名所说的格式');
    expect(await found('a.csv', Buffer.from([0x4d, 0x5a, 0, 0]))).toMatch(/^wrong-type/);
    expect(await found('a.csv', pdfOf())).toContain('其实是 pdf');
    expect(await found('a.pdf', `junk before it ${pdfOf().toString('latin1')}`)).toMatch(/^wrong-type/);
  });

  it('a kind that is not taken in is told by what it may be replaced', async () => {
    expect(await found('a.xls', 'x')).toContain('请用 Excel 另存为 .xlsx');
    expect(await found('a.rar', 'x')).toContain('改用 .zip');
    expect(await found('a.exe', 'x')).toContain('请上传 pdf、xlsx、docx、csv、png、jpg、zip');
    expect(await found('none', 'x')).toMatch(/^wrong-type/);
  });
});

describe('front §6 — a PDF that was cut short', () => {
  const whole = Buffer.from(pdfNamed('a.pdf').bytes).toString('latin1');
  const later = `${whole}4 0 obj\n<< /A 1 >>\nendobj\nxref\n0 0\ntrailer\n<< /Root 1 0 R >>\nstartxref\n${String(whole.length + 28)}\n%%EOF\n`;
  const shown = (length: number): string =>
    `%PDF-1.4\n1 0 obj\n<< /Linearized 1 /L ${String(length)} /H [ 1 2 ] >>\nendobj\nstartxref\n0\n%%EOF\n${whole}`;
  const linear = shown(shown(100).length);

  it.each([
    ['in its table', whole.slice(0, -40)],
    ['in its first object', whole.slice(0, 40)],
    ['in what was added later', later.slice(0, whole.length + 30)],
    ['behind the page that is shown first', linear.slice(0, 100)],
    ['in the middle', `${whole.slice(0, 20)}${whole.slice(180)}`],
    ['and filled up with nothing', `${whole.slice(0, -40)}${'\0'.repeat(70_000)}`],
  ])('is refused: %s', async (_, cut) => {
    expect(await found('a.pdf', Buffer.from(cut, 'latin1'))).toMatch(/^unsafe-file: PDF 不完整/);
  });

  const stream = (dictionary: string, bytes: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`%PDF-1.4\n1 0 obj\n<< ${dictionary} /Length ${String(bytes.length)} >>\nstream\n`),
      ...[bytes, Buffer.from(`\nendstream\nendobj\n${whole.slice(9)}`)],
    ]);
  const noise = Buffer.alloc(200_000, '0123456789abcdef');
  const holed = (bytes: Buffer, from: number, to: number): Buffer => Buffer.from(bytes).fill(0, from, to);

  it.each([
    ['in a packed stream', holed(stream('/Filter /FlateDecode', noise), 8_192, 12_288)],
    ['in a picture', holed(stream('/Subtype /Image /Filter [/DCTDecode]', noise), 65_536, 131_072)],
    [
      'over the end of one',
      holed(Buffer.concat([stream('/Filter /FlateDecode', noise), noise, Buffer.from(whole)]), 196_608, 200_704),
    ],
    ['from its first object on', holed(Buffer.concat([Buffer.from(whole), noise, Buffer.from(whole)]), 4_096, 180_224)],
  ])('is refused with a hole: %s', async (_, bytes) => {
    expect(await found('a.pdf', bytes)).toMatch(/^unsafe-file: PDF 不完整（中间有空缺）/);
  });

  it('but a picture that is not packed may be black, and what is packed may have zeros', async () => {
    expect(await found('a.pdf', holed(stream('/Subtype /Image', noise), 8_192, 180_000))).toBe('pdf');
    expect(await found('a.pdf', holed(stream('/Filter /FlateDecode', noise), 8_192, 12_287))).toBe('pdf');
  });

  it.each([
    ['with what was added later', later],
    ['made to be shown while it comes in', linear],
    ['the same, with what was added later', `${linear}${' '.repeat(9)}\n%%EOF`],
    ['filled up to whole blocks', `${whole}${'\0'.repeat(8_000)}`],
    ['with empty lines', `${whole}${'\r\n'.repeat(600)}`],
    ['with what a server put behind it', `${whole}<!-- served in 3 ms -->\n\x1a`],
    ['without a last line', whole.trimEnd()],
  ])('but not a whole one: %s', async (_, all) => {
    expect(await found('a.pdf', Buffer.from(all, 'latin1'))).toBe('pdf');
  });
});

describe('front §6 — without bombs', () => {
  const bomb = Buffer.alloc(30 * MEGABYTE);

  it('an archive that unfolds to too much is refused, whatever it says of itself', async () => {
    expect(await found('a.zip', zipOf([{ name: 'a.csv', data: bomb }]))).toMatch(/^unsafe-file: 压缩内容展开后过大/);
    expect(await found('a.zip', zipOf([{ name: 'a.csv', data: bomb, said: 1_000 }]))).toMatch(/^unsafe-file/);
    expect(await found('a.xlsx', xlsxOf([{ name: 'xl/worksheets/sheet1.xml', data: bomb }]))).toMatch(
      /^unsafe-file: 压缩内容展开后过大/,
    );
  });

  it('an archive that packs the same bytes many times over is refused before it is unfolded', async () => {
    const parts = Array.from({ length: 100 }, (_, n) => ({ name: `${String(n)}.csv`, data: Buffer.alloc(MEGABYTE) }));
    expect(await found('a.zip', zipOf(parts, { overlap: true }))).toMatch(/^unsafe-file/);
  });

  it('an archive within an archive, a macro, a password: each is told by name', async () => {
    const inner = { name: 'b.zip', data: zipOf([{ name: 'a.csv', data: text('x') }]) };
    expect(await found('a.zip', zipOf([inner]))).toContain('压缩包内还有压缩包（b.zip）');
    expect(await found('a.xlsx', xlsxOf([{ name: 'xl/vbaProject.bin', data: text('x') }]))).toContain('文件含宏');
    expect(await found('a.zip', zipOf([{ name: 'a.csv', data: text('x'), locked: true }]))).toContain('文件有密码');
  });

  it('what would be refused by itself is refused within an archive too, by whatever name it is in there', async () => {
    const within = (name: string, data: Buffer = text('x')) => found('a.zip', zipOf([{ name, data }]));
    for (const name of ['a.exe', 'a/b.XLSM', 'a.docm', '说明.html', 'a.svg', 'a.lnk'])
      expect(await within(name)).toContain(`含脚本、宏的文件（${name}）`);
    const inner = zipOf([{ name: 'a.csv', data: text('x') }]);
    for (const data of [inner, Buffer.from('377abcaf271c', 'hex'), Buffer.from('1f8b08', 'hex')])
      expect(await within('a.dat', data)).toContain('压缩包内还有压缩包（a.dat）');
    for (const name of ['a.xlsx', '发票.ofd']) expect(await within(name, inner)).toBe('zip');
    expect(await within('a\u202efdp.csv')).toMatch(/^unsafe-file: 压缩包内的文件名不可接受/);
    const twins = [
      { name: 'a.csv', data: text('1') },
      { name: 'A.csv', data: text('2') },
    ];
    expect(await found('a.zip', zipOf(twins))).toContain('压缩包内有同名文件（A.csv）');
    const link = zipOf([{ name: 'a.csv', data: text('/etc/passwd') }]);
    link.writeUInt32LE(0o120777 * 0x10000, link.indexOf(Buffer.from('504b0102', 'hex')) + 38);
    expect(await found('a.zip', link)).toContain('或者是链接（a.csv）');
  });

  it('a macro is one by whatever name its part has', async () => {
    const types = text('<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>');
    const book = [
      { name: '[Content_Types].xml', data: types },
      { name: 'xl/workbook.xml', data: text('<workbook/>') },
    ];
    expect(await found('a.xlsx', zipOf(book))).toContain('文件含宏');
    expect(await found('a.xlsx', xlsxOf([{ name: 'xl/macrosheets/sheet1.xml', data: text('x') }]))).toContain('文件含宏');
    expect(await found('a.xlsx', xlsxOf([{ name: 'xl/worksheets/sheet1.xml', data: text('x') }]))).toBe('xlsx');
  });

  it('an archive that is cut short, damaged, or leads out of its folder is refused', async () => {
    const whole = zipOf([{ name: 'a.csv', data: text('x'.repeat(100)) }]);
    expect(await found('a.zip', whole.subarray(0, whole.length - 10))).toMatch(/^unsafe-file: 压缩文件已损坏/);
    const changed = Buffer.from(whole);
    changed[36] = (changed[36] ?? 0) ^ 0xff;
    expect(await found('a.zip', changed)).toMatch(/^unsafe-file: 压缩文件已损坏/);
    expect(await found('a.zip', zipOf([{ name: '../../a.csv', data: text('x') }]))).toMatch(/^unsafe-file/);
  });

  it('a picture of a few bytes that says to be of billions of dots is refused; one that is cut off too', async () => {
    expect(await found('a.png', pngOf(60_000, 60_000))).toBe('unsafe-file: 图片为 60000×60000，过大；请缩小后上传');
    expect(await found('a.jpg', jpgOf(65_000, 65_000))).toContain('65000×65000');
    expect(await found('a.png', pngOf(10, 10).subarray(0, 40))).toMatch(/^unsafe-file/);
    expect(await found('a.jpg', jpgOf(10, 10).subarray(0, 24))).toMatch(/^unsafe-file/);
    const whole = jpgOf(10, 10);
    const long = Buffer.concat([whole.subarray(0, -2), Buffer.alloc(140_000, 1), whole.subarray(-2)]);
    expect([await found('a.jpg', long), await found('a.jpg', long.subarray(0, -1))]).toEqual([
      'jpg',
      expect.stringMatching(/^unsafe-file/),
    ]);
  });
});

describe('front §6 — a PDF that runs something', () => {
  it('is refused where the script stands openly, by other letters, or packed', async () => {
    const script = '<< /S /JavaScript /JS (app.alert(1)) >>';
    expect(await found('a.pdf', pdfOf({ objects: [script] }))).toMatch(/^unsafe-file: PDF 含脚本/);
    expect(await found('a.pdf', pdfOf({ objects: [script.replace('JavaScript', 'J#61va#53cript')] }))).toMatch(/^unsafe-file/);
    expect(await found('a.pdf', pdfOf({ packed: `3 0 ${script}` }))).toMatch(/^unsafe-file: PDF 含脚本/);
    expect(await found('a.pdf', pdfOf({ objects: ['<< /S /Launch /F (cmd.exe) >>'] }))).toMatch(/^unsafe-file/);
    const form = '<< /Type /Catalog /AcroForm << /XFA [(template) 9 0 R] >> >>';
    for (const parts of [{ objects: [form] }, { objects: [form.replace('XFA', 'X#46A')] }, { packed: `3 0 ${form}` }])
      expect(await found('a.pdf', pdfOf(parts))).toMatch(/^unsafe-file: PDF 含脚本/);
    expect(await found('a.pdf', pdfOf({ packed: '3 0 << /Type /Page >>' }))).toBe('pdf');
  });

  it('is found wherever the pieces of the file are cut', async () => {
    for (const before of [65_500, 65_510, 65_520, 65_530, 65_536])
      expect(await found('a.pdf', pdfOf({ objects: [`(${'x'.repeat(before)})`, '<< /S /JavaScript >>'] }))).toMatch(
        /^unsafe-file/,
      );
    const hidden = { packed: `${'x '.repeat(200_000)} << /S /JavaScript >>` };
    expect(await found('a.pdf', pdfOf(hidden))).toMatch(/^unsafe-file/);
  });

  it('is refused where nobody can look: locked, or packed in another way; and where it unfolds without end', async () => {
    expect(await found('a.pdf', pdfOf({ trailer: '/Encrypt 5 0 R ' }))).toMatch(/^unsafe-file: PDF 有密码/);
    expect(await found('a.pdf', pdfOf({ packed: 'x', filter: '[/ASCII85Decode /FlateDecode]' }))).toContain('编码方式无法检查');
    expect(await found('a.pdf', pdfOf({ packed: '\0'.repeat(60 * MEGABYTE) }))).toContain('展开后过大');
  });

  it('what only looks like it, within a picture or a packed page, is no script', async () => {
    const page = deflateSync(text('/JavaScript'));
    const stream = `<< /Filter /FlateDecode /Length ${String(page.length)} >>\nstream\n${page.toString('latin1')}\nendstream`;
    const plain = pdfOf();
    const data = Buffer.concat([
      plain.subarray(0, plain.length - 6),
      Buffer.from(`7 0 obj\n${stream}\nendobj\n%%EOF\n`, 'latin1'),
    ]);
    expect(await found('a.pdf', data)).toBe('pdf');
  });
});
