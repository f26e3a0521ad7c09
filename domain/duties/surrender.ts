import { isZero } from '../model/amount.js';
import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { claimOf, owedBy, releases } from './claim.js';
import { isOpen, type Duty } from './duty.js';
import type { Taken } from './filing.js';

/**
 * 三(四)「碳排放配额清缴截止日期为2024年11月15日，重点碳排放单位应于此前通过管理平台完成清缴工作」. Until the confirmation
 * nobody is reminded of it and nobody misses it; then it may be done in parts, and after a collection that fell short too.
 */
export const surrender: Duty = {
  name: 'surrender',
  zh: '配额清缴',
  clause: '三(四)',
  owedBy: 'unit',
  rhythm: 'annual',
  nominal: (terms) => terms.dates.surrender,
  atItsEnd: 'overdue',
  askedBy: ['mustSettle'],
  acts: ['surrender'],
  before: { surrender: { zh: '清缴', says: ['allowances'], may: ['offsets', 'outside'] } },
  runs: (c) => c.facts.confirmed !== undefined,
};

export function surrenderAllowances(c: Case, act: Act<'surrender'>): Taken | Refusal {
  if (c.facts.confirmed === undefined)
    return refuse('too-early', '碳排放量尚未核定', 'the emissions are not confirmed yet', '三(四)');
  const owed = owedBy(c);
  if (isZero(owed)) return refuse('already-done', '没有尚未清缴的量', 'nothing is owed', '三(四)');
  const { quantity, lots } = act.with;
  const record = c.duties[surrender.name];
  return {
    events: [],
    effects: [
      ...(lots === undefined ? [] : releases(c, lots)),
      {
        kind: 'surrender',
        claim: claimOf(c, act.at),
        owed,
        ...(quantity === undefined ? {} : { quantity }),
        ...(lots === undefined ? {} : { lots }),
        accepted: c.facts.offsets?.state === 'accepted' ? c.facts.offsets.lots : [],
        fulfils: record !== undefined && isOpen(record),
      },
    ],
  };
}
