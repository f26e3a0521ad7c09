import PDFDocument from 'pdfkit';
import { bytesOfFile } from '../../records/bounded-file.js';
import type { Instant } from '../../domain/model/instant.js';
import type { Glyphs } from '../receipts/font.js';

/** A4 in points, with its margins. */
export const SHEET = { margin: 56, width: 483, bottom: 780, height: 842 } as const;
export const INK = { text: '#1b1b1b', quiet: '#5c5c5c', rule: '#c9c9c9', red: '#a4262c' } as const;

export type Sheet = PDFKit.PDFDocument;

/** Fonts with every Chinese character come to some twenty megabytes. */
const FONT_MAX = 128 * 1_024 * 1_024;
const fonts = new Map<string, Buffer>();
const fontBytes = (path: string): Buffer => {
  const bytes = fonts.get(path) ?? bytesOfFile(path, FONT_MAX);
  fonts.set(path, bytes);
  return bytes;
};

/** What stands in the properties of a paper; `at`: an instant that is the same each time it is printed. */
export interface About {
  readonly title: string;
  readonly author: string;
  readonly at: Instant;
}

/** A paper in one font: of the same content the same bytes, each time and everywhere. */
export function openSheet(font: string, { title, author, at }: About): Sheet {
  const stamped = new Date(at);
  const { margin, bottom, height } = SHEET;
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: height - bottom - 10 },
    bufferPages: true,
    lang: 'zh-CN',
    info: { Title: title, Author: author, Creator: 'luyue', Producer: 'luyue', CreationDate: stamped, ModDate: stamped },
  });
  doc.registerFont('text', fontBytes(font));
  doc.font('text');
  return doc;
}

/** The parsed font of a document: what the library keeps for itself. */
export const glyphsOf = (doc: Sheet): Glyphs => (doc as unknown as { readonly _font: { readonly font: Glyphs } })._font.font;

/** Begins a page where so much does not fit on this one. */
export const room = (doc: Sheet, height: number): void => {
  if (doc.y + height > SHEET.bottom) doc.addPage();
};

export const rule = (doc: Sheet): void => {
  const end = SHEET.margin + SHEET.width;
  doc.moveTo(SHEET.margin, doc.y).lineTo(end, doc.y).lineWidth(0.5).stroke(INK.rule);
};

type Place = Pick<PDFKit.Mixins.TextOptions, 'width' | 'align'> & {
  readonly x: number;
  readonly y: number;
  readonly line?: true;
};

/** Writes a text; on one line where it is said so, however long it is. */
export function write(doc: Sheet, size: number, colour: string, text: string, { x, y, line, ...options }: Place): void {
  doc.fontSize(size).fillColor(colour);
  doc.text(text, x, y, { ...options, ...(line ? { lineBreak: false } : {}) });
}

/** On every page: a line at its head where there is one, whose word it is, which page of how many. */
export function feet(doc: Sheet, { head, foot }: { readonly head?: string | undefined; readonly foot: string }): void {
  const { start, count } = doc.bufferedPageRange();
  const { margin, width } = SHEET;
  for (let n = start; n < start + count; n += 1) {
    doc.switchToPage(n);
    // at the foot there is no room left that a text would flow over
    doc.page.margins.bottom = 0;
    if (head !== undefined) write(doc, 9, INK.red, head, { x: margin, y: 24, width, align: 'center' });
    write(doc, 7.5, INK.quiet, foot, { x: margin, y: 806, line: true });
    const pages = `${String(n - start + 1)} / ${String(count)}`;
    write(doc, 7.5, INK.quiet, pages, { x: margin + width - 60, y: 806, width: 60, align: 'right' });
  }
}
