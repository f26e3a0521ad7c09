import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { sealedText } from '../documents/receipts/lines.js';
import { publicOf, type Receipt } from '../documents/receipts/receipt.js';
import { isoOf } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { versionIn } from './document-shapes.js';
import { readable } from './documents-seen.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { no, type No } from './no.js';
import {
  printed,
  printedDocument,
  receiptAskedAs,
  receiptByCode,
  receiptOfDocument,
  type ReceiptParts,
} from './receipts-here.js';
import { instantOut, named } from './shapes.js';

const PDF = 'application/pdf';
const code = named('the code of a receipt', '7K3M-9QXA-0B2C-WXYZ');
const genuineOut = z
  .object({
    code: z.string(),
    genuine: z.literal(true),
    state: z.enum(['received', 'decided', 'refused']),
    act: z.string(),
    at: instantOut,
    test: z.boolean(),
  })
  .openapi('Receipt', { description: 'that a receipt is genuine; no figure, and nobody’s name' });

const unknown = (): No => no('unknown-receipt', '没有此回执：请核对编号', 'there is no such receipt: check the code');
const unknownAct = (): No => no('unknown-act', '您没有提出过这一编号的事项', 'you have asked nothing by this id');

/** Bytes to be kept under a name. */
const handed = (bytes: Uint8Array, name: string): Answer => ({
  stream: Readable.toWeb(Readable.from([Buffer.from(bytes)], { objectMode: false })) as ReadableStream<Uint8Array>,
  headers: { 'content-length': String(bytes.length), 'content-disposition': `attachment; filename="${name}"` },
});

const BINARY = { 200: z.string().openapi({ format: 'binary' }) };

/** `GET /receipts/{code}`, `…/receipt.pdf`, `GET /acts/{id}/receipt.pdf`: receipts, on paper and for whoever verifies one. */
export function addReceipts(
  app: Gateway,
  guards: { readonly signedIn: Guard; readonly open: Guard },
  parts: ReceiptParts & { readonly origin?: string | undefined },
): void {
  const paper: OnPaper = async (c, receipt) => {
    const pdf = await printed(parts, receipt, parts.origin ?? new URL(c.req.url).origin);
    return Buffer.isBuffer(pdf) ? handed(pdf, `receipt-${receipt.code}.pdf`) : pdf;
  };
  const tag = 'receipts';
  const refuses = ['unknown-receipt', 'missing-glyph', 'no-font'];
  add(app, guards.open, {
    method: 'get',
    path: '/api/v1/receipts/{code}',
    tag,
    summary: '回执真伪 · whether a receipt is genuine',
    open: true,
    params: z.object({ code }),
    answers: { 200: genuineOut },
    refuses: ['unknown-receipt'],
    async handle({ params }): Promise<Answer | No> {
      const found = await receiptByCode(parts, params.code, undefined);
      if (!found) return unknown();
      const { do: what, at, ...told } = publicOf(found.receipt);
      return { json: { ...told, genuine: true, act: what.name, at: isoOf(at) } };
    },
  });
  add(app, guards.signedIn, {
    method: 'get',
    path: '/api/v1/receipts/{code}/receipt.pdf',
    tag,
    summary: '回执 PDF · a receipt on paper',
    params: z.object({ code }),
    answers: BINARY,
    type: PDF,
    refuses,
    async handle({ caller, params }, c): Promise<Answer | No> {
      const found = await receiptByCode(parts, params.code, caller);
      return found?.whole ? paper(c, found.receipt) : unknown();
    },
  });
  addSealed(app, guards.signedIn, parts);
  addPaper(app, guards.signedIn, parts);
  addAsked(app, guards.signedIn, parts, paper);
}

type OnPaper = (c: Context, receipt: Receipt) => Promise<Answer | No>;

/** The same by what was asked: a document, or the id of the request. */
function addAsked(app: Gateway, guard: Guard, parts: ReceiptParts, paper: OnPaper): void {
  const shared = { method: 'get', tag: 'receipts', answers: BINARY, type: PDF } as const;
  add(app, guard, {
    ...shared,
    path: '/api/v1/documents/{id}/receipt.pdf',
    summary: '文档回执 PDF · the receipt of a document',
    params: z.object({ id: named('the document', 'DOC-000001') }),
    refuses: ['unknown-document', 'missing-glyph', 'no-font'],
    async handle({ caller, params }, c): Promise<Answer | No> {
      const receipt = await receiptOfDocument(parts, params.id, caller);
      return receipt ? paper(c, receipt) : no('unknown-document', '没有已提交的此文档', 'no such document has been filed');
    },
  });
  add(app, guard, {
    ...shared,
    path: '/api/v1/acts/{id}/receipt.pdf',
    summary: '事项回执 PDF · the receipt of an act',
    params: z.object({ id: named('the id of the request', '7f0c…') }),
    refuses: ['unknown-act', 'missing-glyph', 'no-font'],
    async handle({ caller, params }, c): Promise<Answer | No> {
      const receipt = await receiptAskedAs(parts, params.id, caller);
      return receipt ? paper(c, receipt) : unknownAct();
    },
  });
}

const NO_SEAL = (): No => no('unknown-receipt', '本平台未配置印章', 'the platform has no seal: no receipt bears one');

/** `GET /receipts/{code}/receipt.json`, `…/seal.p7s`: what the platform's seal is over, and the signature: openssl verifies one by the other. */
function addSealed(app: Gateway, guard: Guard, parts: ReceiptParts): void {
  const tag = 'receipts';
  add(app, guard, {
    method: 'get',
    path: '/api/v1/receipts/{code}/receipt.json',
    tag,
    summary: '回执内容 · what the seal of the platform is over',
    params: z.object({ code }),
    answers: BINARY,
    refuses: ['unknown-receipt'],
    async handle({ caller, params }): Promise<Answer | No> {
      const found = await receiptByCode(parts, params.code, caller);
      return found?.whole ? handed(Buffer.from(sealedText(found.receipt), 'utf8'), 'receipt.json') : unknown();
    },
  });
  add(app, guard, {
    method: 'get',
    path: '/api/v1/receipts/{code}/seal.p7s',
    tag,
    summary: '平台印章 · the seal of the platform, detached',
    params: z.object({ code }),
    answers: BINARY,
    type: 'application/pkcs7-signature',
    refuses: ['unknown-receipt'],
    async handle({ caller, params }): Promise<Answer | No> {
      const found = await receiptByCode(parts, params.code, caller);
      if (!found?.whole) return unknown();
      if (!parts.sealer) return NO_SEAL();
      return handed((await parts.sealer.made(sealedText(found.receipt))).signature, 'receipt.p7s');
    },
  });
}

/** `GET /documents/{id}/document.pdf`: a document as its form prints it. */
function addPaper(app: Gateway, guard: Guard, { book, now }: ReceiptParts): void {
  add(app, guard, {
    method: 'get',
    path: '/api/v1/documents/{id}/document.pdf',
    tag: 'documents',
    summary: '文件 PDF · a document on paper',
    params: z.object({ id: named('the document', 'DOC-000001') }),
    query: z.strictObject({ version: versionIn.optional() }),
    answers: { 200: z.string().openapi({ format: 'binary' }) },
    type: PDF,
    refuses: ['unknown-document', 'missing-glyph', 'no-font'],
    async handle({ caller, params: { id }, query: { version } }): Promise<Answer | No | Refusal> {
      const asked = { version: version === undefined ? undefined : Number(version), at: now() };
      const row = await readable(book.pool, caller, id, asked);
      if (isRefusal(row)) return row;
      const pdf = await printedDocument(book, row);
      return Buffer.isBuffer(pdf) ? handed(pdf, `${id}-${String(row.version)}.pdf`) : pdf;
    },
  });
}
