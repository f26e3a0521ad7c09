import { own } from '../domain/model/own.js';
import { proxyLocalActivities } from '@temporalio/workflow';
import type { ApprovalActivities } from '../activities/approvals.js';
import { approvalDue, onApprovalAct, onApprovalInstant, type ApprovalDue } from '../domain/approvals/acts.js';
import { foldApproval, type ApprovalStep } from '../domain/approvals/approval.js';
import { sayApprovalDue, showApproval } from './approval-show.js';
import { OF_THE_BOOK, untilDone } from './book.js';
import type { Done, RunInput } from './messages.js';
import { renew } from './renew.js';
import { inputOf, unknownCase, waited } from './run-case.js';
import { runShell } from './shell.js';
import { shownBefore } from './show.js';
import type { Subject } from './subject.js';

const { carryOutApproval, readApprovalRun } = proxyLocalActivities<ApprovalActivities>(OF_THE_BOOK);

async function load(caseId: string): Promise<Subject<ApprovalStep, ApprovalDue>> {
  const run = await untilDone(caseId, () => readApprovalRun(caseId));
  if (!run) throw unknownCase(caseId);
  const { approval: a, clock } = run;
  let shown = shownBefore();
  return {
    caseId,
    clock,
    state: a,
    seq: () => a.seq,
    isOver: () => a.state !== 'waiting',
    due: () => approvalDue(a),
    onInstant: (due) => onApprovalInstant(a, due),
    onAct: (act) => onApprovalAct(a, act),
    known: (act) => own(a.taken, act.id),
    fold: ({ key, events, head }) => foldApproval(a, key, events, head),
    carryOut: (step, act) => carryOutApproval({ caseId, seq: a.seq, head: a.head, step, ...(act ? { act } : {}) }),
    show(next) {
      shown = showApproval(a, next, shown);
    },
    sayDue: sayApprovalDue,
  };
}

/** What one officer has proposed waits for another: reminds, lapses, and ends once the desk has stored what was decided. */
export async function approval(input: RunInput): Promise<Done> {
  const { caseId, waits } = inputOf(input);
  const a = await runShell(() => load(caseId), { waits, renew: (more) => renew<typeof approval>({ caseId, ...waited(more) }) });
  return { seq: a.seq() };
}
