import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { byDocument } from './before.js';
import { claimOf, releases } from './claim.js';
import { decided } from './deciding.js';
import type { Duty } from './duty.js';
import { filed, type Taken } from './filing.js';
import { lapsed } from './lapsing.js';

/**
 * 三(四)「拟使用抵销产品完成清缴工作的重点碳排放单位，须……提交申请文件，截止日期为2024年10月15日」: a right; it can be
 * used from the confirmation on, and lapses with its day.
 */
export const offsetApplication: Duty = {
  name: 'offset-application',
  zh: '抵销申请',
  clause: '三(四)',
  owedBy: 'unit',
  rhythm: 'annual',
  nominal: (terms) => terms.dates['offset-application'],
  atItsEnd: 'lapses',
  forSettling: true,
  askedBy: ['mustSettle'],
  acts: ['apply-for-offsets', 'decide-offsets'],
  before: {
    'apply-for-offsets': { zh: '抵销申请', says: ['lots'] },
    'decide-offsets': { zh: '抵销决定', says: ['result'], brings: byDocument },
  },
  runs: (c) => c.facts.confirmed !== undefined,
};

export function applyForOffsets(c: Case, act: Act<'apply-for-offsets'>): Taken | Refusal {
  const refusal = lapsed(c, act, offsetApplication);
  if (refusal) return refusal;
  if (c.facts.offsets?.state === 'accepted')
    return refuse('already-done', '抵销申请已获准', 'the application is accepted already', '三(四)');
  if (c.facts.confirmed === undefined)
    return refuse('too-early', '碳排放量尚未核定', 'the emissions are not confirmed yet', '三(四)');
  const { lots } = act.with;
  return {
    events: filed(c, act, offsetApplication, 'offsets-applied-for'),
    // what an earlier application, not yet decided, had set aside is free for this one
    effects: [...releases(c), { kind: 'offset-check', claim: claimOf(c, act.at), lots }, { kind: 'reserve', lots }],
  };
}

export function decideOffsets(c: Case, act: Act<'decide-offsets'>): Taken | Refusal {
  const application = c.facts.offsets;
  if (application?.state === 'accepted')
    return refuse('already-done', '抵销申请已获准', 'the application is accepted already', '三(四)');
  if (application?.state !== 'applied')
    return refuse('too-early', '没有待决定的抵销申请', 'there is no application to decide', '三(四)');
  if (act.with.result === 'accept') return decided(c, act, 'offsets-accepted', '抵销申请');
  const rejected = decided(c, act, 'offsets-rejected', '抵销申请');
  return { ...rejected, effects: [...releases(c), ...rejected.effects] };
}
