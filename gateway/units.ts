import { z } from '@hono/zod-openapi';
import { byName } from '../regulation/by-name.js';
import { UNIT_STATUSES } from '../domain/cases/unit-status.js';
import { instantFrom, type Instant } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import type { Book } from '../records/book.js';
import { collectionPreview, inbox, statement, status, timeline, units } from './answers.js';
import { documentId, findingOut } from './document-shapes.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { inboxMeant } from './may-see.js';
import type { Page } from './pages.js';
import { afterOut, anything, cycleIn, dayOut, instantIn, instantOut, named, paging, quantityOut, unitId } from './shapes.js';

const params = z.object({ id: unitId });
const moments = { asOf: instantIn.optional(), knownAt: instantIn.optional() };
const cycle = { cycle: cycleIn.optional() };

interface Said {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly cycle?: string | undefined;
  readonly after?: string | undefined;
  readonly q?: string | undefined;
  readonly district?: string | undefined;
  readonly status?: string | undefined;
}

/** A query as the answers take it: without what was not said. */
const asked = ({ asOf, knownAt, cycle: year, after, q, district, status: stands }: Said) => ({
  ...(asOf === undefined ? {} : { asOf: instantFrom(asOf) }),
  ...(knownAt === undefined ? {} : { knownAt: instantFrom(knownAt) }),
  ...(year === undefined ? {} : { cycle: Number(year) }),
  ...(after === undefined ? {} : { after }),
  ...(q === undefined ? {} : { q }),
  ...(district === undefined ? {} : { district }),
  ...(stands === undefined ? {} : { status: stands }),
});

const answered = (found: object | Refusal): Answer | Refusal => (isRefusal(found) ? found : { json: found });
const paged = (found: Page<unknown> | Refusal, name: string): Answer | Refusal =>
  isRefusal(found) ? found : { json: { [name]: found.items, ...(found.after === undefined ? {} : { after: found.after }) } };

const unitOut = z
  .object({
    unit: z.string(),
    name: z.string(),
    kind: z.enum(['key', 'general']),
    district: z.string(),
    cycle: z.int(),
    status: z.enum(UNIT_STATUSES),
  })
  .openapi('Unit');
export const statusOut = z
  .looseObject({
    ...unitOut.shape,
    asOf: instantOut.nullable(),
    knownAt: instantOut.nullable(),
    at: instantOut,
    cases: z.array(z.looseObject({ case: z.string(), next: anything, duties: byName(z.string(), anything), facts: anything })),
    holdings: z.array(z.looseObject({ lot: z.string(), quantity: quantityOut })).optional(),
  })
  .openapi('UnitStatus');
const eventOut = z
  .object({
    at: instantOut,
    event: z.string(),
    by: z.string(),
    case: z.string(),
    seq: z.int(),
    duty: z.string().optional(),
  })
  .openapi('Event');
const lineOut = z
  .looseObject({
    at: instantOut,
    lot: z.string(),
    product: z.string(),
    quantity: quantityOut,
    balance: quantityOut,
    by: z.string(),
  })
  .openapi('StatementLine');
const moveOut = z.object({ lot: z.string(), quantity: quantityOut });
const previewOut = z
  .looseObject({
    unit: z.string(),
    case: z.string(),
    at: instantOut,
    dueOn: dayOut,
    owed: quantityOut,
    moves: z.array(moveOut),
    allowances: quantityOut,
    offsets: quantityOut,
    shortfall: quantityOut,
    expires: z.array(moveOut),
    rectificationDueOn: dayOut.nullable(),
  })
  .openapi('CollectionPreview');
const itemOut = z
  .looseObject({
    item: z.string(),
    unit: z.string(),
    name: z.string(),
    district: z.string(),
    case: z.string(),
    kind: z.string(),
    what: z.string(),
    zh: z.string(),
    en: z.string(),
    clause: z.string(),
    dueOn: dayOut.optional(),
    since: dayOut,
    overdue: z.boolean(),
    returned: z.literal(true).optional(),
    ordered: dayOut.optional().openapi({ description: 'when it was ordered to put it right (责令改正)' }),
    daysLeft: z.int().optional(),
    filing: z
      .object({
        document: documentId,
        version: z.int(),
        sha256: z.string(),
        counts: z.object({ error: z.int(), warning: z.int(), question: z.int() }),
        findings: z.array(findingOut),
      })
      .optional()
      .openapi({ description: 'of a check: the document that was filed, with the worst that was found in it' }),
    claimedBy: z.string().optional().openapi({ description: 'who has taken it on now', example: 'chaoyang/p-0007' }),
    mine: z.literal(true).optional().openapi({ description: 'one has it, or stands in for who has' }),
  })
  .openapi('InboxItem');
const unreachedOut = z
  .object({
    unit: z.string(),
    name: z.string(),
    letter: z.string(),
    subject: z.string(),
    said: z.string(),
    since: instantOut,
    telephone: z.string().nullable().openapi({ description: 'where it can be called; null where nobody has said' }),
  })
  .openapi('Unreached');
export const inboxOut = z
  .object({
    of: z.string(),
    cycle: z.int(),
    at: instantOut,
    items: z.array(itemOut),
    after: afterOut,
    unreached: z.array(unreachedOut).optional().openapi({ description: 'units that letters do not reach: call them' }),
  })
  .openapi('Inbox');

const UNITS = { method: 'get', tag: 'units', refuses: ['unknown-unit', 'too-early'] } as const;

const which = z.strictObject({
  q: named('part of a name or an id', '热力').optional(),
  district: named('the district', 'chaoyang').optional(),
  status: z.enum(UNIT_STATUSES).optional(),
  ...paging,
});

/** `GET /units…`: what the book says of units, to whom it may say it. */
export function addUnits(app: Gateway, guard: Guard, book: Book, now: () => Instant): void {
  add(app, guard, {
    ...UNITS,
    path: '/api/v1/units',
    summary: '单位 · units that you may see',
    query: which,
    answers: { 200: z.object({ units: z.array(unitOut), after: afterOut }).openapi('Units') },
    handle: async ({ caller, query }) => paged(await units(book, caller, { ...asked(query), now, limit: query.limit }), 'units'),
  });
  add(app, guard, {
    ...UNITS,
    path: '/api/v1/units/{id}/status',
    summary: '单位现状 · where a unit stands',
    params,
    query: z.strictObject({ ...cycle, ...moments }),
    answers: { 200: statusOut },
    handle: async ({ caller, params: { id }, query }) => answered(await status(book, caller, id, { ...asked(query), now })),
  });
  add(app, guard, {
    ...UNITS,
    path: '/api/v1/units/{id}/timeline',
    summary: '办理经过 · what happened',
    params,
    query: z.strictObject({ ...cycle, ...paging }),
    answers: { 200: z.object({ events: z.array(eventOut), after: afterOut }).openapi('Timeline') },
    handle: async ({ caller, params: { id }, query }) =>
      paged(await timeline(book, caller, id, { ...asked(query), now, limit: query.limit }), 'events'),
  });
  add(app, guard, {
    ...UNITS,
    path: '/api/v1/units/{id}/statement',
    summary: '账户流水 · every movement',
    params,
    query: z.strictObject({ ...moments, ...paging }),
    answers: { 200: z.object({ lines: z.array(lineOut), after: afterOut }).openapi('Statement') },
    handle: async ({ caller, params: { id }, query }) =>
      paged(await statement(book, caller, id, { ...asked(query), now, limit: query.limit }), 'lines'),
  });
  add(app, guard, {
    ...UNITS,
    path: '/api/v1/units/{id}/collection-preview',
    summary: '收缴预览 · what a collection would take',
    params,
    query: z.strictObject({ at: instantIn.optional() }),
    answers: { 200: previewOut },
    handle: async ({ caller, params: { id }, query: { at } }) =>
      answered(await collectionPreview(book, caller, id, { now, ...(at === undefined ? {} : { at: instantFrom(at) }) })),
  });
  add(app, guard, {
    method: 'get',
    path: '/api/v1/inbox',
    tag: 'inbox',
    summary: '待办 · what waits for a party',
    query: z.strictObject({ of: named('whose', 'chaoyang').optional(), ...cycle, asOf: instantIn.optional(), ...paging }),
    answers: {
      200: inboxOut,
    },
    refuses: ['unknown-unit'],
    handle: async ({ caller, query }) => {
      const whose = inboxMeant(caller, query.of);
      return isRefusal(whose)
        ? whose
        : answered(await inbox(book, caller, whose.of, { ...asked(query), now, limit: query.limit }));
    },
  });
}
