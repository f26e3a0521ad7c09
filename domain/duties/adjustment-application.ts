import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { byDocument } from './before.js';
import { decided, mayNotRestOn } from './deciding.js';
import type { Duty } from './duty.js';
import { filed, unsealed, type Taken } from './filing.js';
import { lapsed } from './lapsing.js';

/**
 * 三(二)「存在新增设施或满足配额调整条件的重点碳排放单位，需……于2024年7月15日前提交申请材料」: a right, which lapses
 * with its day where a duty would not.
 */
export const adjustmentApplication: Duty = {
  name: 'adjustment-application',
  zh: '配额调整申请',
  clause: '三(二)',
  owedBy: 'unit',
  rhythm: 'annual',
  nominal: (terms) => terms.dates['adjustment-application'],
  atItsEnd: 'lapses',
  askedBy: ['mustSettle'],
  acts: ['apply-for-adjustment', 'decide-adjustment'],
  before: {
    'apply-for-adjustment': { zh: '调整申请', says: ['tonnes'], brings: (said, ground) => ({ ...said, ground, sealed: true }) },
    'decide-adjustment': { zh: '调整决定', says: ['result'], may: ['tonnes'], brings: byDocument },
  },
};

export const applyForAdjustment = (c: Case, act: Act<'apply-for-adjustment'>): Taken | Refusal =>
  lapsed(c, act, adjustmentApplication) ??
  (c.facts.adjustment?.state === 'accepted'
    ? refuse('already-done', '配额调整申请已获准', 'the adjustment is accepted already', '三(二)')
    : undefined) ??
  unsealed(act, '配额申请材料') ?? { events: filed(c, act, adjustmentApplication, 'adjustment-applied-for'), effects: [] };

export function decideAdjustment(c: Case, act: Act<'decide-adjustment'>): Taken | Refusal {
  const application = c.facts.adjustment;
  if (application?.state === 'accepted')
    return refuse('already-done', '配额调整申请已决定', 'the adjustment is accepted already', '三(二)');
  if (application?.state !== 'applied')
    return refuse('too-early', '没有待决定的配额调整申请', 'there is no application to decide', '三(二)');
  const accepted = act.with.result === 'accept';
  if (accepted && act.with.tonnes === undefined && mayNotRestOn(c, 'adjustment'))
    return refuse(
      'provisional',
      '附件4未到，须写明调整量及依据',
      'Annex 4 is not in hand: state the tonnes and their basis',
      '二(二)',
    );
  return decided(c, act, `adjustment-${accepted ? 'accepted' : 'rejected'}`, '配额调整');
}
