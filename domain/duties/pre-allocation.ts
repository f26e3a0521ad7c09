import { times, wholeTonnesHalfUp } from '../model/amount.js';
import type { Case, Unit } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { byDocument } from './before.js';
import { decidesDuty, mayNotRestOn } from './deciding.js';
import type { Duty } from './duty.js';
import type { Taken } from './filing.js';

/** 三(三)2「市生态环境部门将于2024年7月15日前完成免费配额预发」. */
export const preAllocation: Duty = {
  name: 'pre-allocation',
  zh: '免费配额预发',
  clause: '三(三)2',
  owedBy: 'city',
  rhythm: 'authority',
  nominal: (terms) => terms.dates['pre-allocation'],
  atItsEnd: 'overdue',
  askedBy: ['mustSettle'],
  acts: ['pre-allocate'],
  before: { 'pre-allocate': { zh: '预发', says: ['amount'], brings: byDocument } },
};

/** Who may have one: only a unit that settled the last cycle, none that is newly listed (expected: the rule of 2022 and 2026). */
export const mayBePreAllocated = (unit: Unit): boolean => !unit.newlyListed && unit.lastCycle?.settled === true;

export function preAllocate(c: Case, act: Act<'pre-allocate'>): Taken | Refusal {
  if (c.facts.final !== undefined) return refuse('overtaken', '配额已核发', 'the final allocation is made', '三(三)2');
  if (c.duties[preAllocation.name]?.state === 'done')
    return refuse('already-done', '配额已预发', 'a pre-allocation was made', '三(三)2');
  const { amount: stated, basis = '' } = act.with;
  if (stated === undefined && mayNotRestOn(c, 'preAllocationShare'))
    return refuse(
      'provisional',
      '预发比例尚未明确，须写明预发量及依据',
      'the share is not decided: state the amount and its basis',
      '三(三)2',
    );
  if (!mayBePreAllocated(c.unit) || c.unit.lastCycle === undefined)
    return refuse(
      'not-eligible',
      '上一周期未完成清缴或新列入，不予预发',
      'only a unit that settled the last cycle may have one',
      '三(三)2',
    );
  const quantity = stated ?? wholeTonnesHalfUp(times(c.unit.lastCycle.approved, c.terms.preAllocationShare));
  return decidesDuty(c, act, preAllocation, { type: 'pre-allocated', with: { quantity, basis }, what: '配额预发' }, [
    { kind: 'credit', reason: 'pre-allocation', lots: [{ product: 'allowance', vintage: c.terms.emissionYear, quantity }] },
  ]);
}
