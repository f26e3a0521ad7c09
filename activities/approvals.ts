import type { Approval } from '../domain/approvals/approval.js';
import type { Clock } from '../domain/model/clock.js';
import { postApproval, readApprovalCase, type PostedApproval } from '../records/approvals.js';
import type { Book } from '../records/book.js';
import { readClock } from '../records/city-cycles.js';
import type { Answer } from '../records/posted.js';
import { curable, unlessSuspended } from './carry-out.js';

/** What an approval asks of the world. */
export function approvalActivities(book: Pick<Book, 'pool'>) {
  return {
    /** Writes an instant of it, all of it or nothing; done twice it is done once. */
    carryOutApproval: (posted: PostedApproval): Promise<Answer> =>
      curable(posted.caseId, posted.step.key, () => postApproval(book.pool, posted)),
    /** The approval as the book has it; none where nobody has proposed it. Throws where it is suspended. */
    readApprovalRun: (caseId: string): Promise<{ readonly approval: Approval; readonly clock: Clock } | undefined> =>
      unlessSuspended(book.pool, caseId, async () => {
        const approval = await readApprovalCase(book.pool, caseId);
        return approval && { approval, clock: await readClock(book.pool, caseId) };
      }),
  };
}

export type ApprovalActivities = ReturnType<typeof approvalActivities>;
