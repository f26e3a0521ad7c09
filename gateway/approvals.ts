import { z } from '@hono/zod-openapi';
import { isoOf } from '../domain/model/instant.js';
import { isRefusal, type Refusal } from '../domain/model/refusal.js';
import { add, type Answer, type Gateway, type Guard } from './endpoint.js';
import { APPROVAL_STATES, type Approval, type Front } from './port.js';
import { afterOut, anything, dayOut, instantOut, named, paging } from './shapes.js';

export const approvalOut = z
  .object({
    id: z.string().openapi({ example: 'AP-000123' }),
    act: anything,
    lines: z.array(anything).optional(),
    proposedBy: z.string(),
    at: instantOut,
    lapsesOn: dayOut,
    state: z.enum(APPROVAL_STATES),
    preview: anything,
    previewDigest: z.string(),
    outcome: anything.optional(),
  })
  .openapi('Approval');

export const approvalsOut = z.object({ approvals: z.array(approvalOut), after: afterOut }).openapi('Approvals');

const REASON_MAX = 500;
const LINES_MAX = 2_000;
const reason = z.string().trim().min(1).max(REASON_MAX);
const params = z.object({ id: named('the proposal', 'AP-000123') });
const headers = z.object({ 'idempotency-key': named('the id of the request', '7f0c…').optional() });

const written = (approval: Approval): object => ({ ...approval, at: isoOf(approval.at) });
const answered = (approval: Approval | Refusal): Answer | Refusal =>
  isRefusal(approval)
    ? approval
    : { status: approval.state === 'approved' && approval.outcome === undefined ? 202 : 200, json: written(approval) };

const TAG = { tag: 'approvals' } as const;
const REFUSES = ['unknown-approval', 'same-person', 'step-up-required', 'moved', 'already-done', 'lapsed', 'id-used'];

/** What officers propose and others approve. */
export function addApprovals(app: Gateway, guard: Guard, { approvals }: Front): void {
  add(app, guard, {
    ...TAG,
    ...{ method: 'get', path: '/api/v1/approvals', summary: '待批事项 · what waits for approval' },
    query: z.strictObject({ state: z.enum(APPROVAL_STATES).optional(), ...paging }),
    answers: { 200: approvalsOut },
    async handle({ caller, query: { state, after, limit } }) {
      const found = await approvals.list(caller, {
        limit,
        ...(state === undefined ? {} : { state }),
        ...(after === undefined ? {} : { after }),
      });
      if (isRefusal(found)) return found;
      return { json: { approvals: found.items.map(written), ...(found.after === undefined ? {} : { after: found.after }) } };
    },
  });
  add(app, guard, {
    ...TAG,
    ...{ method: 'get', path: '/api/v1/approvals/{id}', summary: '一件待批事项 · one proposal', params },
    answers: { 200: approvalOut, 202: approvalOut },
    refuses: ['unknown-approval'],
    handle: async ({ caller, params: { id } }) => {
      const found = await approvals.read(caller, id);
      return isRefusal(found) ? found : { json: written(found) };
    },
  });
  add(app, guard, {
    ...TAG,
    ...{ method: 'post', path: '/api/v1/approvals/{id}/approve', summary: '批准 · approve what was seen', params, headers },
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
    handle: async ({ caller, params: { id }, headers: { 'idempotency-key': request }, body: { previewDigest, without } }) =>
      answered(
        await approvals.approve(caller, id, {
          ...(request === undefined ? {} : { request }),
          ...(previewDigest === undefined ? {} : { previewDigest }),
          ...(without === undefined ? {} : { without }),
        }),
      ),
  });
  add(app, guard, {
    ...TAG,
    ...{ method: 'post', path: '/api/v1/approvals/{id}/return', summary: '退回 · return with a reason', params },
    body: z.strictObject({ reason }).openapi('Return'),
    answers: { 200: approvalOut, 202: approvalOut },
    refuses: REFUSES,
    handle: async ({ caller, params: { id }, body }) => answered(await approvals.return(caller, id, body)),
  });
  add(app, guard, {
    ...TAG,
    ...{ method: 'post', path: '/api/v1/approvals/{id}/withdraw', summary: '撤回 · withdraw', params },
    answers: { 200: approvalOut, 202: approvalOut },
    refuses: REFUSES,
    handle: async ({ caller, params: { id } }) => answered(await approvals.withdraw(caller, id)),
  });
}
