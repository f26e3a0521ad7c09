import type { ApprovalDue } from '../domain/approvals/acts.js';
import type { Approval, ApprovalState } from '../domain/approvals/approval.js';
import { closesAt, isoOf } from '../domain/model/instant.js';
import { say, type Shown } from './show.js';

const clockOf = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

const STATES: Readonly<Record<ApprovalState, string>> = {
  waiting: '待批 waiting',
  approved: '已批准 approved',
  returned: '已退回 returned',
  withdrawn: '已撤回 withdrawn',
  lapsed: '已失效 lapsed',
};

/** One line for a timer: what happens when it rings. */
export const sayApprovalDue = ({ at, what }: ApprovalDue): string =>
  `${what === 'lapses' ? '失效 lapses' : '提醒批准人 reminder'} ${clockOf(isoOf(at))}`;

/** What is proposed, by whom, until when, and where it stands: ids and counts; the lines and what they would do stand in the book. */
function describeApproval(a: Approval, next: ApprovalDue | undefined): string {
  const { approval, act, lines, proposedBy, lapsesOn, cycle } = a.opening;
  return [
    `## ${approval} ${act}`,
    ...(cycle > 0 ? [`${String(cycle)} 年度`] : []),
    '',
    `- **状态 state**: ${STATES[a.state]}`,
    `- **提出 proposed by**: ${proposedBy}, ${clockOf(isoOf(a.opening.at))}`,
    `- **项数 lines**: ${String(lines)}，待批 waiting ${String(a.open.length)}，已批准 approved ${String(a.approved.length)}，剔除 taken out ${String(a.leftOut.length)}`,
    ...(a.state === 'waiting'
      ? [`- **等待 waiting for**: 市生态环境部门另一名人员 another officer of the city, until ${lapsesOn} 24:00 (北京时间)`]
      : []),
    ...(a.because === undefined ? [] : [`- **原因 why**: ${a.because}`]),
    ...(next ? [`- **下一时点 next**: ${sayApprovalDue(next)} (北京时间)`] : []),
    '',
    `luyue approve ${approval} · luyue return ${approval} --reason …`,
  ].join('\n');
}

export function showApproval(a: Approval, next: ApprovalDue | undefined, before: Shown = {}): Shown {
  const waits = a.state === 'waiting';
  const said = {
    phase: a.state,
    waitingFor: waits ? 'city' : 'nobody',
    nextDeadline: waits ? closesAt(a.opening.lapsesOn) : null,
  };
  return say(describeApproval(a, next), said, before);
}
