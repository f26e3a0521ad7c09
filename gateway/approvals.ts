import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { text } from '../acts/shapes.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import type { ApprovalAnswer } from '../desk/approvals/saying.js';
import { APPROVAL_STATES, type FrontDesk } from '../desk/port.js';
import { afterOut, anything, dayOut, idempotencyKey, instantOut, messageOut, named, paging } from './shapes.js';

const outcomeOut = z
  .object({
    state: z.enum(['decided', 'stored', 'refused']),
    at: instantOut,
    seq: z.int().optional(),
    code: z.string().optional(),
    message: messageOut.optional(),
  })
  .openapi('ApprovalOutcome');
const lineOut = z.object({
  line: z.int(),
  act: z.string(),
  for: z.string().optional(),
  with: anything,
  state: z.enum(['waiting', 'approved', 'left-out', 'not-approved']),
  reason: z.string().optional(),
  outcome: outcomeOut.optional(),
});
export const approvalOut = z
  .object({
    id: z.string().openapi({ example: 'AP-000123' }),
    act: z.string().openapi({ example: 'allocate' }),
    cycle: z.int().optional(),
    for: z.string().optional(),
    with: anything.optional(),
    lines: z.array(lineOut).optional(),
    proposedBy: z.string(),
    at: instantOut,
    lapsesOn: dayOut,
    state: z.enum(APPROVAL_STATES),
    because: z.string().optional(),
    preview: anything.optional().openapi({ description: 'what it would do now; while it waits, and not in a list' }),
    previewDigest: z.string().optional(),
    outcome: outcomeOut.optional(),
  })
  .openapi('Approval');

export const approvalsOut = z.object({ approvals: z.array(approvalOut), after: afterOut }).openapi('Approvals');

const LINES_MAX = 2_000;
const reason = text;
const params = z.object({ id: named('the proposal', 'AP-000123') });
const headers = z.object({ 'idempotency-key': idempotencyKey });

/** Approved, and not all that came of it is decided yet. */
const isUnderWay = ({ state, lines, outcome }: ApprovalAnswer): boolean =>
  state === 'approved' &&
  (lines === undefined
    ? outcome === undefined
    : lines.some((line) => line.state === 'approved' && (line.outcome?.state ?? 'stored') === 'stored'));

const answered = (approval: ApprovalAnswer | Refusal): Answer | Refusal =>
  isRefusal(approval) ? approval : { status: isUnderWay(approval) ? 202 : 200, json: approval };

const TAG = { tag: 'approvals' } as const;
const REFUSES = ['unknown-approval', 'same-person', 'step-up-required', 'moved', 'already-done', 'lapsed', 'id-used'];

/** What officers propose and others approve. */
export function addApprovals(app: Gateway, guard: Guard, { approvals }: FrontDesk): void {
  add(app, guard, {
    ...TAG,
    method: 'get',
    path: '/api/v1/approvals',
    summary: '待批事项 · what waits for approval',
    query: z.strictObject({ state: z.enum(APPROVAL_STATES).optional(), ...paging }),
    answers: { 200: approvalsOut },
    async handle({ caller, query: { state, after, limit } }) {
      const found = await approvals.list(caller, {
        limit,
        ...(state === undefined ? {} : { state }),
        ...(after === undefined ? {} : { after }),
      });
      if (isRefusal(found)) return found;
      return { json: { approvals: found.items, ...(found.after === undefined ? {} : { after: found.after }) } };
    },
  });
  add(app, guard, {
    ...TAG,
    method: 'get',
    path: '/api/v1/approvals/{id}',
    summary: '一件待批事项 · one proposal',
    params,
    answers: { 200: approvalOut, 202: approvalOut },
    refuses: ['unknown-approval'],
    handle: async ({ caller, params: { id } }) => {
      const found = await approvals.read(caller, id);
      return isRefusal(found) ? found : { json: found };
    },
  });
  add(app, guard, {
    ...TAG,
    method: 'post',
    path: '/api/v1/approvals/{id}/approve',
    summary: '批准 · approve what was seen',
    params,
    headers,
    body: z
      .strictObject({
        previewDigest: named('the digest of the preview that was seen', 'sha256:…').optional(),
        without: z
          .array(z.strictObject({ line: z.int().min(0), reason }))
          .max(LINES_MAX)
          .optional(),
      })
      .openapi('Approve'),
    answers: { 200: approvalOut, 202: approvalOut },
    refuses: REFUSES,
    handle: async ({
      caller,
      params: { id },
      headers: { 'idempotency-key': request = randomUUID() },
      body: { previewDigest, without },
    }) =>
      answered(
        await approvals.approve(caller, id, {
          request,
          ...(previewDigest === undefined ? {} : { previewDigest }),
          ...(without === undefined ? {} : { without }),
        }),
      ),
  });
  addEnds(app, guard, approvals);
}

function addEnds(app: Gateway, guard: Guard, approvals: FrontDesk['approvals']): void {
  add(app, guard, {
    ...TAG,
    method: 'post',
    path: '/api/v1/approvals/{id}/return',
    summary: '退回 · return with a reason',
    params,
    headers,
    body: z.strictObject({ reason }).openapi('Return'),
    answers: { 200: approvalOut, 202: approvalOut },
    refuses: REFUSES,
    handle: async ({ caller, params: { id }, headers: { 'idempotency-key': request = randomUUID() }, body: { reason: why } }) =>
      answered(await approvals.return(caller, id, { request, reason: why })),
  });
  add(app, guard, {
    ...TAG,
    method: 'post',
    path: '/api/v1/approvals/{id}/withdraw',
    summary: '撤回 · withdraw',
    params,
    headers,
    answers: { 200: approvalOut, 202: approvalOut },
    refuses: REFUSES,
    handle: async ({ caller, params: { id }, headers: { 'idempotency-key': request = randomUUID() } }) =>
      answered(await approvals.withdraw(caller, id, { request })),
  });
}
