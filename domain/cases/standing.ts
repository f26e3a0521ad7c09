import { owedBy } from '../duties/claim.js';
import { isOpen, type Duty } from '../duties/duty.js';
import { isZero } from '../model/amount.js';
import type { Case, DutyRecord } from '../model/case.js';
import { runs } from './instants.js';
import { dutiesOf } from './kinds.js';

/** A duty somebody still has to do, or still may. */
export interface Standing {
  readonly duty: Duty;
  readonly record: DutyRecord;
}

/** What the case still waits for, earliest date first: what is overdue stands in front. */
export function openDuties(c: Case): Standing[] {
  const found: Standing[] = [];
  for (const duty of dutiesOf(c)) {
    const record = c.duties[duty.name];
    if (record && !record.before && duty.owedBy !== 'platform' && (isOpen(record) || record.state === 'overdue') && runs(c, duty))
      found.push({ duty, record });
  }
  return found.sort((a, b) => (a.record.dueOn < b.record.dueOn ? -1 : a.record.dueOn > b.record.dueOn ? 1 : 0));
}

export const PHASES = {
  reporting: '报告',
  verification: '核查',
  allocation: '核定与配额',
  surrender: '清缴',
  settled: '已履约',
  short: '未足额清缴',
  evidence: '月度存证',
  done: '已完成',
  closed: '已关闭',
  none: '尚未委托',
  engaged: '已委托，待答复',
  accepted: '核查中',
  declined: '未接受委托',
  issued: '已出具核查报告',
  filed: '核查报告已报送',
  returned: '被退回',
  completed: '核查已完成',
  ended: '委托终止',
} as const;
export type Phase = keyof typeof PHASES;

/** How far a case has come, in one word. One that the city closed is `closed`, whatever came of it, until a correction opens it again. */
export function phaseOf(c: Case): Phase {
  if (c.closed) return 'closed';
  const { confirmed, final, collectedAt, verification } = c.facts;
  if (verification) return verification.stage;
  if (c.kind !== 'compliance-cycle') {
    if (openDuties(c).length === 0) return 'done';
    return c.kind === 'monthly-evidence' ? 'evidence' : 'reporting';
  }
  if (confirmed !== undefined && isZero(owedBy(c))) return 'settled';
  if (collectedAt !== undefined) return 'short';
  if (confirmed !== undefined) return final === undefined ? 'allocation' : 'surrender';
  return c.facts.verified === undefined ? 'reporting' : 'verification';
}
