import { buffer } from 'node:stream/consumers';
import type { Instant } from '../../domain/model/instant.js';
import type { PrintLine } from '../forms/print.js';
import { missingIn } from '../receipts/font.js';
import { TEST_WORDS } from '../receipts/lines.js';
import type { Printed } from '../receipts/pdf.js';
import { feet, glyphsOf, INK, openSheet, room, rule, SHEET, write, type Sheet } from './sheet.js';

/** What of a document stands on paper besides its lines. */
export interface PaperWanted {
  /** A font with every character that may stand in it. */
  readonly font: string;
  readonly id: string;
  readonly version: number;
  /** When the version was saved. */
  readonly at: Instant;
  /** On a demonstration or rehearsal it is of no effect, and says so. */
  readonly test: boolean;
}

const { margin, width } = SHEET;
const LABEL = 190;
const GAP = 6;

function pair(doc: Sheet, [label = '', said = '']: readonly string[], size: number): void {
  const right = width - LABEL - GAP;
  const height = Math.max(
    doc.fontSize(size).heightOfString(said, { width: right }),
    doc.fontSize(size - 1).heightOfString(label, { width: LABEL }),
  );
  // what is longer than a page flows over it by itself
  room(doc, Math.min(height, 200) + GAP);
  const top = doc.y + 3;
  const page = doc.page;
  write(doc, size - 1, INK.quiet, label, { x: margin, y: top, width: LABEL });
  const below = doc.y;
  write(doc, size, INK.text, said, { x: margin + LABEL + GAP, y: top, width: right });
  doc.y = (doc.page === page ? Math.max(below, doc.y) : doc.y) + 2;
  rule(doc);
}

/** Cells beside each other, the first one, a number, narrow. */
function cells(doc: Sheet, all: readonly string[], colour: string): void {
  const first = 26;
  const each = (width - first) / Math.max(all.length - 1, 1);
  const widthOf = (n: number): number => (n === 0 ? first : each) - 4;
  const heights = all.map((text, n) => doc.fontSize(7.5).heightOfString(text, { width: widthOf(n) }));
  room(doc, Math.min(Math.max(...heights), 400) + GAP);
  const top = doc.y + 3;
  const page = doc.page;
  let bottom = top;
  for (const [n, text] of all.entries()) {
    write(doc, 7.5, colour, text, { x: margin + (n === 0 ? 0 : first + (n - 1) * each), y: top, width: widthOf(n) });
    if (doc.page !== page) break;
    bottom = Math.max(bottom, doc.y);
  }
  doc.y = Math.max(bottom, doc.y) + 2;
  rule(doc);
}

const LINES: Readonly<Record<PrintLine['kind'], (doc: Sheet, said: readonly string[]) => void>> = {
  title: (doc, [title = '']) => {
    write(doc, 20, INK.text, title, { x: margin, y: doc.y, width });
    doc.y += 8;
  },
  note: (doc, said) => {
    pair(doc, said, 9);
  },
  section: (doc, [title = '']) => {
    room(doc, 60);
    write(doc, 12, INK.text, title, { x: margin, y: doc.y + 12, width });
    doc.y += 3;
    rule(doc);
  },
  field: (doc, said) => {
    pair(doc, said, 10);
  },
  total: (doc, said) => {
    pair(doc, said, 10);
  },
  head: (doc, [name = '', ...columns]) => {
    room(doc, 60);
    write(doc, 10, INK.text, name, { x: margin, y: doc.y + 8, width });
    cells(doc, ['', ...columns], INK.quiet);
  },
  row: (doc, said) => {
    cells(doc, said, INK.text);
  },
};

/** A document on paper, line by line as its form prints it: of the same version the same bytes. Nothing is printed with a hole in it. */
export async function printDocument(lines: readonly PrintLine[], { font, id, version, at, test }: PaperWanted): Promise<Printed> {
  const [title = id] = lines.find(({ kind }) => kind === 'title')?.cells ?? [];
  const foot = `${id} · 第 ${String(version)} 版`;
  const doc = openSheet(font, { title: `${title} ${id}`, author: '北京市碳排放权交易管理平台', at });
  const texts = [...lines.flatMap(({ cells: said }) => said), foot, ...TEST_WORDS];
  const missing = missingIn(texts, glyphsOf(doc));
  if (missing.length > 0) return { missing };
  const bytes = buffer(doc);
  for (const { kind, cells: said } of lines) LINES[kind](doc, said);
  feet(doc, { head: test ? TEST_WORDS.join(' · ') : undefined, foot });
  doc.end();
  return { pdf: await bytes };
}
