import { describe, expect, it } from 'vitest';
import { readCode } from '../../../documents/receipts/codes.js';
import { fontFile, missingIn, sayCharacter } from '../../../documents/receipts/font.js';
import { linesOf, whatItMeans } from '../../../documents/receipts/lines.js';
import { printReceipt } from '../../../documents/receipts/pdf.js';
import { squareOf } from '../../../documents/receipts/qr.js';
import type { Receipt } from '../../../documents/receipts/receipt.js';

const STAMP = Date.UTC(2024, 5, 10, 2, 0, 3);
const receipt: Receipt = {
  code: '7K3M-9QXA-0B2C-WXYZ',
  state: 'decided',
  id: 'r-1',
  by: 'BJ-0001/p-0007',
  at: STAMP,
  request: 'd'.repeat(64),
  test: true,
  do: { name: 'submit-first-report', zh: '报送初次碳排放报告', en: 'submit the first report' },
  unit: { id: 'BJ-0001', name: '北京䶮𬭎𠅤热力有限公司' },
  deadline: { zh: '初次碳排放报告', clause: '三(一)1', dueOn: '2024-06-15', inTime: true },
  files: Array.from({ length: 40 }, (_, n) => ({ name: `发票 ${String(n)}.pdf`, sha256: 'b'.repeat(64), size: 1_000 })),
  findings: [{ zh: '6月用电量为上月的10.2倍', en: 'June is 10.2 times May' }],
};
const url = 'https://luyue.example/receipts/7K3M-9QXA-0B2C-WXYZ';
const font = fontFile() ?? '';

describe('front §6 — a receipt on paper', () => {
  it('says the stamp to the second beside the deadline, and what it means', () => {
    const value = (zh: string): string | undefined => linesOf(receipt).find((line) => line.zh === zh)?.value;
    expect([value('受理时刻'), value('期限')]).toEqual([
      '2024-06-10 10:00:03（北京时间）',
      '2024-06-15 24:00（北京时间）期限内 in time',
    ]);
    expect(whatItMeans(receipt)[0]).toBe('已收讫，并已办结，记录在案。');
    expect(whatItMeans({ ...receipt, state: 'received' })[0]).toBe('已收讫，时间以受理时刻为准；尚未办结。');
  });

  it('rare characters of names are printed, the same bytes each time, on as many pages as it takes', async () => {
    const [one, two] = [await printReceipt(receipt, { font, url }), await printReceipt(receipt, { font, url })];
    if (!('pdf' in one) || !('pdf' in two)) throw new Error(JSON.stringify(one));
    expect(one.pdf.equals(two.pdf)).toBe(true);
    expect(one.pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(3);
    expect(one.pdf.length).toBeLessThan(100_000);
  });

  it('what the font lacks is named, each once, and nothing is printed', async () => {
    const strange = { ...receipt, unit: { id: 'x', name: '\u{3fffd}司\u{3fffd}' } };
    expect(await printReceipt(strange, { font, url })).toEqual({ missing: ['\u{3fffd}'] });
    expect(missingIn(['a b\n'], { hasGlyphForCodePoint: () => false })).toEqual(['a', 'b']);
    expect(sayCharacter('𠅤')).toBe('U+20164 𠅤');
  });

  it('a code is read however it is typed, and what is none is none', () => {
    expect(readCode(' 7k3m 9qxa-ob2c wxyz')).toBe('7K3M-9QXA-0B2C-WXYZ');
    expect([readCode(''), readCode('7K3M-9QXA-0B2C-WXY'), readCode('7K3M-9QXA-0B2C-WXYU')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('the square has the three corners by which a camera finds it', () => {
    const dots = squareOf(url);
    const last = dots.length - 7;
    const corner = (row: number, column: number): boolean =>
      dots[row]?.[column] === true && dots[row + 1]?.[column + 1] === false;
    expect([corner(0, 0), dots[0]?.slice(last, last + 7).every(Boolean), dots[last]?.slice(0, 7).every(Boolean)]).toEqual([
      true,
      true,
      true,
    ]);
  });
});
