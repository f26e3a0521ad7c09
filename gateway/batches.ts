import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { isoOf } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import { REFUSAL_CODES } from '../domain/model/refusal.js';
import { actIn } from './acts.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { noOf, type No } from './no.js';
import type { FrontDesk } from '../desk/port.js';
import { idempotencyKey, named, proposedOut } from './shapes.js';

/** As many lines as an approver may take out one by one. */
const LINES_MAX = 2_000;
/** Of all lines together. */
const BATCH_MAX = 4 * 1_024 * 1_024;

const batchIn = z
  .strictObject({
    lines: z
      .array(actIn.omit({ as: true }))
      .min(1)
      .max(LINES_MAX),
    as: named('which of your parties proposes, where there are several', 'city').optional(),
  })
  .openapi('Batch', {
    example: { lines: [{ do: 'confirm-emissions', for: 'BJ-0001', with: { emissions: '98000', basis: '核查报告' } }] },
  });

const headers = z.object({ 'idempotency-key': idempotencyKey });

/** `POST /batches`: many decisions as one proposal. */
export function addBatches(app: Gateway, guard: Guard, front: FrontDesk): void {
  add(app, guard, {
    method: 'post',
    path: '/api/v1/batches',
    tag: 'acts',
    summary: '批量提请批准 · propose many decisions at once',
    headers,
    body: batchIn,
    bodyMax: BATCH_MAX,
    answers: { 202: proposedOut },
    refuses: REFUSAL_CODES,
    async handle({ caller, headers: { 'idempotency-key': id = randomUUID() }, body: { lines, as } }): Promise<Answer | No> {
      const wishes = lines.map(({ do: what, for: unit, cycle, with: brings }) => ({
        do: what,
        ...(unit === undefined ? {} : { for: unit }),
        ...(cycle === undefined ? {} : { cycle }),
        ...(brings === undefined ? {} : { with: brings as Json }),
        ...(as === undefined ? {} : { as }),
      }));
      const reply = await front.submitBatch(caller, id, wishes);
      if (reply.state === 'refused') return noOf(reply.refusal, reply.at);
      if (reply.state !== 'proposed') throw new Error(`batch ${id} is ${reply.state}, and was to be proposed`);
      const { approval, lapsesOn, at } = reply;
      const json = { id: reply.id, state: 'proposed', at: isoOf(at), approval, lapsesOn };
      return { status: 202, json, headers: { 'idempotency-key': id, location: `/api/v1/approvals/${approval}` } };
    },
  });
}
