import { buffer } from 'node:stream/consumers';
import { feet, glyphsOf, INK, openSheet, room, rule, SHEET, write, type Sheet } from '../paper/sheet.js';
import { missingIn } from './font.js';
import { fileLines, linesOf, TEST_WORDS, whatItMeans, type Line } from './lines.js';
import { squareOf } from './qr.js';
import { STATE_WORDS, type Receipt } from './receipt.js';

export interface PdfWanted {
  /** A font with every character that may stand in it. */
  readonly font: string;
  /** Where anybody sees that it is genuine. */
  readonly url: string;
}

/** The paper, or the characters that it cannot show: nothing is printed with a hole in it. */
export type Printed = { readonly pdf: Buffer } | { readonly missing: readonly string[] };

const { margin: MARGIN, width: WIDTH } = SHEET;
const LABEL = 112;
const QR = 92;
const { text: TEXT, quiet: QUIET, red: RED } = INK;
const GREEN = '#1d6b3a';
const BLUE = '#0b5394';
const COLOUR = { received: BLUE, decided: GREEN, refused: RED } as const;
const PLATFORM = ['北京市碳排放权交易管理平台', 'Beijing carbon market administration platform'] as const;

type Doc = Sheet;

/** Everything that would be shown. */
const textsOf = (receipt: Receipt, url: string): string[] => [
  ...[...linesOf(receipt), ...fileLines(receipt)].flatMap(({ zh, en, value }) => [zh, en, value]),
  ...receipt.findings.flatMap(({ zh, en }) => [zh, en]),
  ...whatItMeans(receipt),
  ...(receipt.seal ? [receipt.seal.by] : []),
  url,
];

/** Chinese large, English small beside it, on one line. */
function titled(doc: Doc, [zh, en]: readonly [string, string], large: number, small: number): void {
  const top = doc.y;
  const width = doc.fontSize(large).widthOfString(zh);
  write(doc, large, TEXT, zh, { x: MARGIN, y: top, line: true });
  write(doc, small, QUIET, en, { x: MARGIN + width + small * 0.8, y: top + (large - small) * 1.1, line: true });
  doc.y = top + large * 1.5;
}

function heading(doc: Doc, receipt: Receipt): void {
  const width = WIDTH - QR - 20;
  write(doc, 10, QUIET, PLATFORM.join(' · '), { x: MARGIN, y: MARGIN, width });
  doc.y += 2;
  titled(doc, ['回执', 'Receipt'], 24, 13);
  const top = doc.y + 4;
  const label = STATE_WORDS[receipt.state].join('  ');
  doc.roundedRect(MARGIN, top, doc.fontSize(13).widthOfString(label) + 24, 26, 4).fill(COLOUR[receipt.state]);
  write(doc, 13, 'white', label, { x: MARGIN + 12, y: top + 4, line: true });
  const [said, saidEn] = whatItMeans(receipt);
  write(doc, 11, TEXT, said, { x: MARGIN, y: top + 36, width });
  write(doc, 9, QUIET, saidEn, { x: MARGIN, y: doc.y, width });
}

function qr(doc: Doc, url: string, code: string): void {
  const dots = squareOf(url);
  const size = QR / dots.length;
  const left = MARGIN + WIDTH - QR;
  for (const [row, line] of dots.entries())
    for (const [column, dark] of line.entries()) if (dark) doc.rect(left + column * size, MARGIN + row * size, size, size);
  doc.fill('black');
  const under = { x: left - 12, width: QR + 24, align: 'center' } as const;
  write(doc, 7.5, QUIET, '扫码核验真伪 · scan to verify', { ...under, y: MARGIN + QR + 4 });
  write(doc, 7.5, QUIET, code, { ...under, y: doc.y + 1 });
}

/** Hashes are set narrow enough for one line. */
function fact(doc: Doc, { zh, en, value, code }: Line): void {
  const width = WIDTH - LABEL;
  const size = code ? 8.5 : 10.5;
  room(doc, Math.max(doc.fontSize(size).heightOfString(value, { width }), 22) + 6);
  const top = doc.y + 2;
  write(doc, 9, QUIET, zh, { x: MARGIN, y: top, line: true });
  write(doc, 6.5, QUIET, en, { x: MARGIN, y: top + 11.5, line: true });
  write(doc, size, TEXT, value, { x: MARGIN + LABEL, y: top + (code ? 4 : 2.5), width });
  doc.y = Math.max(top + 21.5, doc.y + 2);
  rule(doc);
}

function file(doc: Doc, { zh: name, en: size, value }: Line): void {
  const width = WIDTH - 110;
  room(doc, doc.fontSize(10).heightOfString(name, { width }) + 22);
  const top = doc.y + 4;
  write(doc, 8, QUIET, size, { x: MARGIN + WIDTH - 100, y: top + 2, width: 100, align: 'right' });
  write(doc, 10, TEXT, name, { x: MARGIN, y: top, width });
  write(doc, 8, QUIET, `SHA-256  ${value}`, { x: MARGIN, y: doc.y + 1, width: WIDTH });
  doc.y += 3;
  rule(doc);
}

function part(doc: Doc, zh: string, en: string): void {
  room(doc, 56);
  doc.y += 11;
  titled(doc, [zh, en], 12, 8.5);
  rule(doc);
}

function finding(doc: Doc, { zh, en }: Receipt['findings'][number]): void {
  room(doc, 40);
  write(doc, 9.5, TEXT, `· ${zh}`, { x: MARGIN, y: doc.y + 4, width: WIDTH });
  write(doc, 8, QUIET, en, { x: MARGIN + 8, y: doc.y, width: WIDTH - 8 });
}

/** How the seal is verified, for whoever wants to. */
const SEAL_HELP =
  '签名（CMS）见 /api/v1/receipts/编号/seal.p7s，所签内容见同址 receipt.json。openssl cms -verify -binary -inform DER -in seal.p7s -content receipt.json -CAfile ROOT -purpose any';

function sealed(doc: Doc, { seal }: Receipt): void {
  part(doc, '平台印章', 'Seal of the platform');
  const told = seal
    ? `${seal.by} · ${seal.algorithm} · ${seal.digest}${seal.test ? '（测试证书，无法律效力 a test certificate: of no legal effect）' : ''}`
    : '本平台未配置印章；真伪以扫码核验为准。No seal is configured on this platform: scan to verify.';
  write(doc, 9.5, TEXT, told, { x: MARGIN, y: doc.y + 5, width: WIDTH });
  if (seal) write(doc, 8, QUIET, SEAL_HELP, { x: MARGIN, y: doc.y + 2, width: WIDTH });
}

/** A receipt on paper: of the same receipt the same bytes, each time and everywhere. */
export async function printReceipt(receipt: Receipt, { font, url }: PdfWanted): Promise<Printed> {
  const doc = openSheet(font, { title: `回执 ${receipt.code}`, author: PLATFORM[0], at: receipt.at });
  const missing = missingIn(textsOf(receipt, url), glyphsOf(doc));
  if (missing.length > 0) return { missing };
  const bytes = buffer(doc);
  qr(doc, url, receipt.code);
  heading(doc, receipt);
  doc.y = Math.max(doc.y + 12, MARGIN + QR + 36);
  rule(doc);
  for (const line of linesOf(receipt).slice(1)) fact(doc, line);
  const files = fileLines(receipt);
  if (files.length > 0) part(doc, '文件', `Files (${String(files.length)})`);
  for (const one of files) file(doc, one);
  if (receipt.findings.length > 0) part(doc, '提交时的提示', 'What the check found');
  for (const one of receipt.findings) finding(doc, one);
  sealed(doc, receipt);
  feet(doc, { head: receipt.test ? TEST_WORDS.join(' · ') : undefined, foot: url });
  doc.end();
  return { pdf: await bytes };
}
