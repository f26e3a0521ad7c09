import { z } from '@hono/zod-openapi';
import { isInstant } from '../domain/model/instant.js';
import { isLine } from '../domain/model/text.js';

/** What answers and questions are made of: parsed and documented by the same words. */

const NAME_MAX = 200;
export const PAGE_MAX = 200;
const PAGE = 50;
/** What may be asked for, though fewer are given. */
const LIMIT_MAX = 9_999;

/** The same as `isLine`, in words that every reader of a contract knows. */
const LINE = '^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$';

/** A name in a path, a query or a body: one line of well-formed text. */
export const named = (what: string, example: string) =>
  z
    .string()
    .min(1)
    .max(NAME_MAX)
    .refine(isLine, '含有控制字符或残缺字符 | has control characters or half a character')
    .openapi({ description: what, example, pattern: LINE });

/** In answers: ISO 8601 with Beijing's offset. */
export const instantOut = z
  .string()
  // no `type` here: what is told by hand would hide that an instant may be null
  .openapi({ format: 'date-time', description: 'ISO 8601, +08:00', example: '2024-06-10T10:00:00+08:00' });
export const instantIn = z
  .string()
  .max(40)
  .refine(isInstant, '应为带时区的时刻（ISO 8601） | must be an ISO 8601 instant with its offset')
  .openapi({ format: 'date-time', example: '2024-11-16T00:00:00+08:00' });
export const dayOut = z.string().openapi({ format: 'date', example: '2024-06-15' });
export const quantityOut = z.string().openapi({ description: 'a decimal number as text', example: '98200' });
export const unitId = named('the unit', 'BJ-0001');
export const cycleIn = z
  .string()
  .regex(/^\d{4}$/, '应为年份 | must be a year')
  .openapi({ example: '2024' });
/** A cycle, or one of its revisions. */
export const rulebookIn = z
  .string()
  .regex(/^\d{4}(\.r[1-9]\d{0,3})?$/, '应为年份，或“年份.r修订号” | must be a year, or YEAR.rN for a revision of it')
  .openapi({ example: '2024' });

/** Any JSON value whose own shape is told elsewhere: never walked through here, however deep it is. */
export const anything = z.unknown().openapi({ type: ['object', 'array', 'string', 'number', 'boolean', 'null'] });

export const paging = {
  after: named('where the page begins: the `after` of the one before', 'BJ-0001').optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, '应为正整数 | must be a whole number above zero')
    .optional()
    .transform((text) => Math.min(Number(text ?? PAGE), PAGE_MAX))
    .openapi({
      type: 'integer',
      minimum: 1,
      maximum: LIMIT_MAX,
      default: PAGE,
      description: `how many at most; more than ${String(PAGE_MAX)} are not given`,
    }),
};
export const afterOut = z.string().optional().openapi({ description: 'ask for what comes after this; absent on the last page' });

export const messageOut = z.object({ zh: z.string(), en: z.string() }).openapi('Message');
const pathOut = z.array(z.union([z.string(), z.number()]));

export const problemOut = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().openapi({ example: 'right-lapsed' }),
    message: messageOut,
    clause: z.string().optional(),
    path: pathOut.optional(),
    previewDigest: z.string().optional().openapi({ description: 'for `moved`: the preview as it stands now' }),
    reason: z.string().optional().openapi({ description: 'for `seal-invalid`: why, by name' }),
    at: instantOut.optional(),
  })
  .openapi('Problem');

const also = z.object({
  case: z.string(),
  state: z.enum(['decided', 'stored', 'refused']),
  seq: z.number().int().optional(),
  refusal: z.object({ code: z.string(), message: messageOut }).optional(),
});

export const decidedOut = z
  .object({
    id: z.string(),
    state: z.literal('decided'),
    at: instantOut,
    seq: z.number().int(),
    next: instantOut.optional(),
    also: z.array(also).optional(),
  })
  .openapi('Decided');
export const storedOut = z
  .object({ id: z.string(), state: z.literal('stored'), at: instantOut, suspended: z.literal(true).optional() })
  .openapi('Stored');
export const proposedOut = z
  .object({ id: z.string(), state: z.literal('proposed'), at: instantOut, approval: z.string(), lapsesOn: dayOut })
  .openapi('Proposed');
export const refusedOut = z
  .object({
    id: z.string(),
    state: z.literal('refused'),
    at: instantOut,
    code: z.string(),
    message: messageOut,
    clause: z.string().optional(),
    path: pathOut.optional(),
  })
  .openapi('Refused');

/** `Idempotency-Key`: the asker's own id of a request. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x20-\x7e]{1,200}$/, '应为 1–200 个 ASCII 字符 | must be 1 to 200 ASCII characters')
  .optional()
  .openapi({ description: 'the id of the request: the same again is the same request, and is answered alike' });
