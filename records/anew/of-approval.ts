import { approvalDue, onApprovalAct, onApprovalInstant } from '../../domain/approvals/acts.js';
import { blankApproval, foldApproval, type ApprovalOpening } from '../../domain/approvals/approval.js';
import type { NamedAct } from '../../domain/model/step.js';
import { refuse } from '../../domain/model/refusal.js';
import { noSuchCause, ofAct, ofInstant, type Anew } from './anew.js';

const isBeginning = ({ proposedBy, at }: ApprovalOpening, act: NamedAct): boolean => act.by === proposedBy && act.at === at;

/** What one officer has proposed and another is to approve. */
export function ofApproval(opening: ApprovalOpening): Anew {
  const a = blankApproval(opening);
  return {
    makes: (step, book) =>
      ofInstant(step, approvalDue(a), (due) => onApprovalInstant(a, due)) ??
      ofAct(step, book, (act) =>
        act.do === 'propose' && !isBeginning(opening, act)
          ? refuse('not-allowed', '提案人或时间与请求不符', 'it was proposed by somebody else, or at another instant')
          : onApprovalAct(a, act),
      ) ??
      noSuchCause,
    fold: ({ key, events, head }) => foldApproval(a, key, events, head),
  };
}
