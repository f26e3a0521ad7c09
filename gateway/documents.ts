import { z } from '@hono/zod-openapi';
import { Documents, documentChanged } from '../documents/drafts/documents.js';
import { formOf } from '../documents/drafts/reading.js';
import { listDocuments, readDocument, type DocumentRow } from '../documents/drafts/rows.js';
import { changesBetween } from '../documents/forms/changes.js';
import { draftShape, type Values } from '../documents/forms/values.js';
import { placeOf, sayIssue } from '../desk/say-issue.js';
import type { Instant } from '../domain/model/instant.js';
import { isRefusal, refuse, type Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import type { Form } from '../regulation/forms/form.js';
import { documentCycle, formFor } from './document-forms.js';
import * as shapes from './document-shapes.js';
import { briefOf, makerOf, readable, wholeOf, writable } from './documents-seen.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { SEES_ALL } from './may-see.js';
import { no, type No } from './no.js';
import { cycleIn, named, paging, unitId } from './shapes.js';

/** Values as the form has them; what it does not have is named. */
function drafted(form: Form, values: Values | undefined): Values | undefined | No {
  if (values === undefined) return undefined;
  const read = draftShape(form).safeParse(values, { reportInput: true });
  if (read.success) return read.data;
  const [first] = read.error.issues;
  if (!first) throw new Error('a parse that failed names no issue');
  const [zh, en] = sayIssue(first);
  const path = ['values', ...placeOf(first)];
  return no('bad-input', `${path.join('.')}：${zh}`, `${path.join('.')} ${en}`, { path });
}
const isNot = (values: Values | undefined | No): values is No => values !== undefined && 'code' in values && 'zh' in values;

const whole = (row: DocumentRow | Refusal): Answer | Refusal => (isRefusal(row) ? row : { json: wholeOf(row) });
const params = z.object({ id: shapes.documentId });
const ONE = { path: '/api/v1/documents/{id}', tag: 'documents', params } as const;
const REFUSES = ['unknown-document'];

/** `/documents…`: drafts shared among a party's people, checked, and filed by an act that names them. */
export function addDocuments(
  app: Gateway,
  guard: Guard,
  { book, now }: { readonly book: Book; readonly now: () => Instant },
): void {
  const documents = new Documents({ pool: book.pool });
  addReading(app, guard, documents, now);
  addChecking(app, guard, documents, now);
  add(app, guard, {
    ...{ method: 'post', path: '/api/v1/documents', tag: 'documents', summary: '新建文件 · begin a document' },
    body: z
      .strictObject({
        ...{ form: shapes.formName, unit: unitId.optional(), month: shapes.monthIn.optional() },
        cycle: z.int().min(1_000).max(9_999).optional().openapi({ example: 2024 }),
        ...{ values: shapes.valuesIn.optional(), files: shapes.filesIn.optional() },
        as: named('which of your parties, where there are several', 'BJ-0001').optional(),
      })
      .openapi('NewDocument'),
    answers: { 200: shapes.documentOut },
    refuses: ['unknown-form', 'unknown-unit', 'unknown-file', 'already-done'],
    async handle({ caller, body: { form: name, unit, month, cycle, values, files, as } }): Promise<Answer | Refusal | No> {
      const at = now();
      const maker = await makerOf(book.pool, caller, { unit, as, at });
      if (isRefusal(maker)) return maker;
      const meant = documentCycle(maker.unit, { cycle, month });
      if (typeof meant !== 'number') return meant;
      const form = formFor({ name, cycle: meant }, { unit: maker.unit, party: maker.party, month });
      if (!('digest' in form)) return form;
      const written = drafted(form, values);
      if (isNot(written)) return written;
      const of = { form: name, party: maker.party, unit: maker.unit.id, cycle: meant, month };
      const made = await documents.make(of, { values: written, files, by: maker.by, at });
      if (isRefusal(made)) return made;
      if (!made.begun && (values !== undefined || files !== undefined)) return thereIsOne(made.row);
      return { json: { ...wholeOf(made.row), begun: made.begun } };
    },
  });
  add(app, guard, {
    ...{ ...ONE, method: 'put', summary: '保存 · save over what you saw' },
    body: z
      .strictObject({
        revision: z
          .int()
          .min(1)
          .openapi({ description: 'the revision that you saw: what somebody else saved since is not lost' }),
        ...{ values: shapes.valuesIn.optional(), files: shapes.filesIn.optional() },
      })
      .openapi('SaveDocument'),
    answers: { 200: shapes.documentOut },
    refuses: [...REFUSES, 'document-changed', 'unknown-file'],
    async handle({ caller, params: { id }, body: { revision, values, files } }): Promise<Answer | Refusal | No> {
      const at = now();
      const mine = await writable(book.pool, caller, id, at);
      if (isRefusal(mine)) return mine;
      const form = formFor({ name: mine.row.form, cycle: mine.row.cycle });
      if (!('digest' in form)) return form;
      const written = drafted(form, values);
      if (isNot(written)) return written;
      return whole(await documents.save(mine.row, revision, { values: written, files, by: mine.by, at }));
    },
  });
}

/** What the district would see, and what its makers say to it. */
function addChecking(app: Gateway, guard: Guard, documents: Documents, now: () => Instant): void {
  add(app, guard, {
    ...{ ...ONE, method: 'post', path: `${ONE.path}/check`, summary: '检查 · what the district would see' },
    answers: { 200: shapes.checkedOut },
    refuses: REFUSES,
    async handle({ caller, params: { id } }): Promise<Answer | Refusal> {
      const mine = await writable(documents.pool, caller, id, now());
      if (isRefusal(mine)) return mine;
      const { document, errors } = await documents.check(mine.row);
      return { json: { ...wholeOf(document), errors } };
    },
  });
  add(app, guard, {
    ...{ ...ONE, method: 'put', path: `${ONE.path}/explanations`, summary: '说明 · what you say to findings' },
    body: shapes.explainedIn,
    answers: { 200: shapes.documentOut },
    refuses: [...REFUSES, 'document-changed'],
    async handle({ caller, params: { id }, body }): Promise<Answer | Refusal | No> {
      const mine = await writable(documents.pool, caller, id, now());
      if (isRefusal(mine)) return mine;
      const stray = Object.keys(body).find((key) => !mine.row.findings.some((one) => one.key === key));
      if (stray !== undefined)
        return no('bad-input', `${stray}：没有此项提示`, `${stray} is none of its findings`, { path: [stray] });
      return whole(await documents.explain(mine.row, body));
    },
  });
}

const thereIsOne = ({ document, version, state }: DocumentRow): Refusal =>
  refuse(
    'already-done',
    `已有文件 ${document}（第 ${String(version)} 版，${state}），请在其上修改`,
    `there is ${document} already (version ${String(version)}, ${state}): save that`,
  );

function addReading(app: Gateway, guard: Guard, documents: Documents, now: () => Instant): void {
  const { pool } = documents;
  add(app, guard, {
    ...{ method: 'get', path: '/api/v1/documents', tag: 'documents', summary: '文件 · documents that you may see' },
    query: z.strictObject({
      ...{ unit: unitId.optional(), form: shapes.formName.optional(), cycle: cycleIn.optional(), ...paging },
    }),
    answers: { 200: shapes.documentsOut },
    async handle({ caller, query: { unit, form, cycle, after, limit } }): Promise<Answer | Refusal | No> {
      const own = caller.appointments.find(({ kind }) => kind === 'unit' || kind === 'verifier');
      const meant = unit ?? (own?.kind === 'unit' ? own.party : undefined);
      if (meant === undefined && !caller.appointments.some(({ kind }) => SEES_ALL.includes(kind)))
        return no('bad-input', 'unit：请指明单位', 'unit: say which unit', { path: ['unit'] });
      const rows = await listDocuments(pool, {
        ...{ limit: limit + 1, party: own?.party ?? '' },
        ...(meant === undefined ? {} : { units: [meant] }),
        ...(form === undefined ? {} : { form }),
        ...(cycle === undefined ? {} : { cycle: Number(cycle) }),
        ...(after === undefined ? {} : { after }),
      });
      const seen: DocumentRow[] = [];
      for (const row of rows.slice(0, limit)) {
        const one = await readable(pool, caller, row.document, { version: row.version, at: now() });
        if (!isRefusal(one)) seen.push(one);
      }
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { json: { documents: seen.map(briefOf), ...(last ? { after: last.document } : {}) } };
    },
  });
  add(app, guard, {
    ...{ ...ONE, method: 'get', summary: '文件 · one document' },
    query: z.strictObject({ version: shapes.versionIn.optional() }),
    answers: { 200: shapes.documentOut },
    refuses: REFUSES,
    handle: async ({ caller, params: { id }, query: { version } }) =>
      whole(await readable(pool, caller, id, { version: version === undefined ? undefined : Number(version), at: now() })),
  });
  add(app, guard, {
    ...{ ...ONE, method: 'get', path: `${ONE.path}/changes`, summary: '修改对照 · what changed between two versions' },
    query: z.strictObject({ from: shapes.versionIn.optional(), to: shapes.versionIn.optional() }),
    answers: { 200: shapes.changesOut },
    refuses: [...REFUSES, 'document-changed'],
    async handle({ caller, params: { id }, query: { from, to } }): Promise<Answer | Refusal> {
      const after = await readable(pool, caller, id, { version: to === undefined ? undefined : Number(to), at: now() });
      if (isRefusal(after)) return after;
      const before = await readDocument(pool, id, from === undefined ? after.version - 1 : Number(from));
      if (!before) return documentChanged(id);
      const changes = changesBetween(formOf(after), before, after);
      return { json: { id, from: before.version, to: after.version, changes } };
    },
  });
}
