import { z } from '@hono/zod-openapi';
import { Documents, documentChanged } from '../documents/drafts/documents.js';
import { formOf } from '../documents/drafts/reading.js';
import { readDocument, type DocumentRow } from '../documents/drafts/rows.js';
import { changesBetween } from '../documents/forms/changes.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { DocumentCalls } from './document-calls.js';
import * as shapes from './document-shapes.js';
import { briefOf, wholeOf } from './documents-seen.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { SEES_ALL } from './may-see.js';
import { no, type No } from './no.js';
import { cycleIn, named, paging, unitId } from './shapes.js';

const whole = (row: DocumentRow | Refusal | No): Answer | Refusal | No => ('document' in row ? { json: wholeOf(row) } : row);
const versionOf = (said: string | undefined): number | undefined => (said === undefined ? undefined : Number(said));
const params = z.object({ id: shapes.documentId });
const ONE = { path: '/api/v1/documents/{id}', tag: 'documents', params } as const;
const REFUSES = ['unknown-document'];

/** `/documents…`: drafts shared among a party's people, checked, and filed by an act that names them. */
export function addDocuments(
  app: Gateway,
  guard: Guard,
  { book, now }: { readonly book: Book; readonly now: () => Instant },
): void {
  const calls = new DocumentCalls(new Documents({ pool: book.pool }), now);
  addReading(app, guard, calls);
  addChecking(app, guard, calls);
  add(app, guard, {
    method: 'post',
    path: '/api/v1/documents',
    tag: 'documents',
    summary: '新建文件 · begin a document',
    body: z
      .strictObject({
        form: shapes.formName,
        unit: unitId.optional(),
        month: shapes.monthIn.optional(),
        cycle: z.int().min(1_000).max(9_999).optional().openapi({ example: 2024 }),
        values: shapes.valuesIn.optional(),
        files: shapes.filesIn.optional(),
        as: named('which of your parties, where there are several', 'BJ-0001').optional(),
      })
      .openapi('NewDocument'),
    answers: { 200: shapes.documentOut },
    refuses: ['unknown-form', 'unknown-unit', 'unknown-file', 'already-done'],
    async handle({ caller, body: { values, files, ...asked } }): Promise<Answer | Refusal | No> {
      const made = await calls.begin(caller, asked, { values, files });
      return 'begun' in made ? { json: { ...wholeOf(made.row), begun: made.begun } } : made;
    },
  });
  add(app, guard, {
    ...ONE,
    method: 'put',
    summary: '保存 · save over what you saw',
    body: z
      .strictObject({
        revision: z
          .int()
          .min(1)
          .openapi({ description: 'the revision that you saw: what somebody else saved since is not lost' }),
        values: shapes.valuesIn.optional(),
        files: shapes.filesIn.optional(),
      })
      .openapi('SaveDocument'),
    answers: { 200: shapes.documentOut },
    refuses: [...REFUSES, 'document-changed', 'unknown-file'],
    handle: async ({ caller, params: { id }, body }) => whole(await calls.save(caller, id, body)),
  });
}

/** What the district would see, and what its makers say to it. */
function addChecking(app: Gateway, guard: Guard, calls: DocumentCalls): void {
  add(app, guard, {
    ...ONE,
    method: 'post',
    path: `${ONE.path}/check`,
    summary: '检查 · what the district would see',
    answers: { 200: shapes.checkedOut },
    refuses: REFUSES,
    async handle({ caller, params: { id } }): Promise<Answer | Refusal> {
      const checked = await calls.check(caller, id);
      if (isRefusal(checked)) return checked;
      const { document, errors } = checked;
      return { json: { ...wholeOf(document), errors } };
    },
  });
  add(app, guard, {
    ...ONE,
    method: 'put',
    path: `${ONE.path}/explanations`,
    summary: '说明 · what you say to findings',
    body: shapes.explainedIn,
    answers: { 200: shapes.documentOut },
    refuses: [...REFUSES, 'document-changed'],
    handle: async ({ caller, params: { id }, body }) => whole(await calls.explain(caller, id, body)),
  });
}

function addReading(app: Gateway, guard: Guard, calls: DocumentCalls): void {
  const { pool } = calls.documents;
  add(app, guard, {
    method: 'get',
    path: '/api/v1/documents',
    tag: 'documents',
    summary: '文件 · documents that you may see',
    query: z.strictObject({
      unit: unitId.optional(),
      form: shapes.formName.optional(),
      cycle: cycleIn.optional(),
      ...paging,
    }),
    answers: { 200: shapes.documentsOut },
    async handle({ caller, query: { unit, form, cycle, after, limit } }): Promise<Answer | Refusal | No> {
      const own = caller.appointments.find(({ kind }) => kind === 'unit' || kind === 'verifier');
      const meant = unit ?? (own?.kind === 'unit' ? own.party : undefined);
      if (meant === undefined && !caller.appointments.some(({ kind }) => SEES_ALL.includes(kind)))
        return no('bad-input', 'unit：请指明单位', 'unit: say which unit', { path: ['unit'] });
      const found = await calls.list(caller, {
        limit,
        unit: meant,
        ...(form === undefined ? {} : { form }),
        ...(cycle === undefined ? {} : { cycle: Number(cycle) }),
        ...(after === undefined ? {} : { after }),
      });
      return { json: { documents: found.rows.map(briefOf), ...(found.after === undefined ? {} : { after: found.after }) } };
    },
  });
  add(app, guard, {
    ...ONE,
    method: 'get',
    summary: '文件 · one document',
    query: z.strictObject({ version: shapes.versionIn.optional() }),
    answers: { 200: shapes.documentOut },
    refuses: REFUSES,
    handle: async ({ caller, params: { id }, query: { version } }) => whole(await calls.read(caller, id, versionOf(version))),
  });
  add(app, guard, {
    ...ONE,
    method: 'get',
    path: `${ONE.path}/changes`,
    summary: '修改对照 · what changed between two versions',
    query: z.strictObject({ from: shapes.versionIn.optional(), to: shapes.versionIn.optional() }),
    answers: { 200: shapes.changesOut },
    refuses: [...REFUSES, 'document-changed'],
    async handle({ caller, params: { id }, query: { from, to } }): Promise<Answer | Refusal> {
      const after = await calls.read(caller, id, versionOf(to));
      if (isRefusal(after)) return after;
      const before = await readDocument(pool, id, from === undefined ? after.version - 1 : Number(from));
      if (!before) return documentChanged(id);
      const changes = changesBetween(formOf(after), before, after);
      return { json: { id, from: before.version, to: after.version, changes } };
    },
  });
}
