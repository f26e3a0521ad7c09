import { fontFile, sayCharacter } from '../documents/receipts/font.js';
import { actOfCode, readCode } from '../documents/receipts/codes.js';
import { printReceipt, type Printed } from '../documents/receipts/pdf.js';
import { formOf } from '../documents/drafts/reading.js';
import type { DocumentRow } from '../documents/drafts/rows.js';
import { printOf } from '../documents/forms/print.js';
import { printDocument } from '../documents/paper/document-pdf.js';
import type { Receipt, ReceiptSealer } from '../documents/receipts/receipt.js';
import { askerOf } from '../desk/wishes.js';
import type { Instant } from '../domain/model/instant.js';
import type { Caller } from '../parties/caller.js';
import type { Book } from '../records/book.js';
import { platformKind } from '../records/platform.js';
import { endTroubles, noteTroubles } from '../records/troubles.js';
import { receiptOf } from '../views/receipt.js';
import { seen } from './answers.js';
import { no, type No } from './no.js';

/** What receipts stand on. */
export interface ReceiptParts {
  readonly book: Book;
  /** The platform's own seal; none where it has none. */
  readonly sealer?: ReceiptSealer | undefined;
  /** The business clock: who acts for whom. */
  readonly now: () => Instant;
}

/** A receipt, and whether somebody may read all of it: who asked, and whoever sees the unit. */
export interface Found {
  readonly receipt: Receipt;
  readonly whole: boolean;
}

async function found({ book, sealer, now }: ReceiptParts, act: string, caller: Caller | undefined): Promise<Found | undefined> {
  const receipt = await receiptOf(book, act, sealer);
  if (!receipt) return undefined;
  const [stored] = await book.actsById(act);
  if (!caller) return { receipt, whole: false };
  if (stored?.asker === askerOf(caller)) return { receipt, whole: true };
  const look = { view: 'documents', at: now() } as const;
  return { receipt, whole: receipt.unit !== undefined && !(await seen(book, caller, receipt.unit.id, look)) };
}

/** By the code that stands on it. */
export async function receiptByCode(parts: ReceiptParts, typed: string, caller: Caller | undefined): Promise<Found | undefined> {
  const code = readCode(typed);
  const act = code === undefined ? undefined : await actOfCode(parts.book.pool, code);
  return act === undefined ? undefined : found(parts, act, caller);
}

/** By the id under which somebody asked. */
export async function receiptAskedAs(parts: ReceiptParts, id: string, caller: Caller): Promise<Receipt | undefined> {
  const [act] = await parts.book.actsAskedAs(id, askerOf(caller));
  return act && receiptOf(parts.book, act.id, parts.sealer);
}

const FILED = `select filed_act as act from document_versions where document = $1 and filed_act is not null order by version desc limit 1`;

/** Of the version of a document that was filed last. */
export async function receiptOfDocument(parts: ReceiptParts, document: string, caller: Caller): Promise<Receipt | undefined> {
  const { rows } = await parts.book.pool.query<{ act: string }>({ name: 'receipt-of-document', text: FILED, values: [document] });
  const got = rows[0] && (await found(parts, rows[0].act, caller));
  return got?.whole ? got.receipt : undefined;
}

const NO_FONT: No = no(
  'no-font',
  '本平台未配置打印字体，请使用回执网页',
  'no font is configured here: the page of the receipt stands in its place',
);

/** Where anybody sees that it is genuine. */
const receiptUrl = (origin: string, { code }: Pick<Receipt, 'code'>): string => `${origin}/receipts/${code}`;

/** A receipt on paper. */
export const printed = ({ book }: ReceiptParts, receipt: Receipt, origin: string): Promise<Buffer | No> =>
  onPaper(book, receipt.code, (font) => printReceipt(receipt, { font, url: receiptUrl(origin, receipt) }));

/** A version of a document on paper, as its form prints it. */
export async function printedDocument(book: Book, row: DocumentRow): Promise<Buffer | No> {
  const { document: id, version, savedAt: at } = row;
  const test = (await platformKind(book.pool)) !== 'service';
  const lines = printOf(formOf(row), { ...row, id, month: row.month ?? undefined, totals: row.totals ?? undefined });
  return onPaper(book, id, (font) => printDocument(lines, { font, id, version, at, test }));
}

/** A character that no font here has stops the paper alone, and operators are told of it by name. */
async function onPaper(book: Book, subject: string, print: (font: string) => Promise<Printed>): Promise<Buffer | No> {
  const font = fontFile();
  const now = Date.now();
  if (font === undefined) return NO_FONT;
  const made = await print(font);
  if ('pdf' in made) {
    await endTroubles(book.pool, 'missing-glyph', [subject], now);
    return made.pdf;
  }
  const characters = made.missing.map(sayCharacter);
  await noteTroubles(
    book.pool,
    characters.map((said) => ({ kind: 'missing-glyph' as const, subject, said })),
    now,
  );
  const all = characters.join('、');
  return no(
    'missing-glyph',
    `字体缺字（${all}），暂不能打印；受理不受影响，请使用网页，运行人员已收到提示`,
    `the font lacks ${all}, so that it cannot be printed: what was filed stands, its page shows it, and operators are told`,
  );
}
