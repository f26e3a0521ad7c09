import { distance, isLess, times, type Amount } from '../model/amount.js';
import type { Case } from '../model/case.js';
import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect } from '../model/step.js';
import { allocation } from '../rules/allocation.js';
import { trueUp } from '../rules/true-up.js';
import { wholeParts } from './allocation-parts.js';
import { byDocument } from './before.js';
import { decidesDuty, mayNotRestOn } from './deciding.js';
import type { Duty } from './duty.js';
import type { Taken } from './filing.js';
import { overtake } from './overtaking.js';
import { preAllocation } from './pre-allocation.js';

/** 三(三)2「9月15日前完成免费配额核发」; what was pre-allocated counts towards it. */
export const finalAllocation: Duty = {
  name: 'final-allocation',
  zh: '免费配额核发',
  clause: '三(三)2',
  owedBy: 'city',
  rhythm: 'authority',
  nominal: (terms) => terms.dates['final-allocation'],
  atItsEnd: 'overdue',
  askedBy: ['mustSettle'],
  acts: ['allocate'],
  before: { allocate: { zh: '核发', says: ['amount'], may: ['takenBack'], brings: byDocument } },
};

/** 二(二)「设置配额富余和亏缺20%上限」: a stated amount outside it stands, with a finding, because the formula is not in hand. */
const outsideLimit = (c: Case, amount: string): boolean => {
  const confirmed = c.facts.confirmed ?? '0';
  return isLess(times(confirmed, c.terms.surplusLimit), distance(amount, confirmed));
};

function byTheRule(c: Case, { with: { parts = [], newFacilities = [], deductions = [] } }: Act<'allocate'>): Amount | Refusal {
  const whole = wholeParts(parts);
  if (isRefusal(whole)) return whole;
  const input = { parts: whole, newFacilities, deductions, confirmed: c.facts.confirmed ?? '0' };
  return allocation(input, { limit: c.terms.surplusLimit }).answer.afterLimit;
}

export function allocate(c: Case, act: Act<'allocate'>): Taken | Refusal {
  if (c.facts.final !== undefined) return refuse('already-done', '配额已核发', 'the final allocation is made', '三(三)2');
  if (c.facts.confirmed === undefined)
    return refuse('too-early', '碳排放量尚未核定', 'the emissions are not confirmed yet', '三(三)2');
  const { amount: stated, basis = '' } = act.with;
  if (stated === undefined && mayNotRestOn(c, 'allocation'))
    return refuse(
      'provisional',
      '附件4未到，须写明核发量及依据',
      'Annex 4 is not in hand: state the amount and its basis',
      '二(二)',
    );
  const final = stated ?? byTheRule(c, act);
  if (isRefusal(final)) return final;
  const { issue, takeBack } = trueUp({ preAllocated: c.facts.preAllocated, final }).answer;
  const effects: Effect[] = [];
  if (issue !== '0')
    effects.push({
      kind: 'credit',
      reason: 'final-allocation',
      lots: [{ product: 'allowance', vintage: c.terms.emissionYear, quantity: issue }],
    });
  if (takeBack !== '0') effects.push({ kind: 'take-back', quantity: takeBack });
  const finding = outsideLimit(c, final) ? { finding: '超出富余和亏缺上限' } : {};
  const what = { quantity: final, basis, ...finding };
  const made = decidesDuty(c, act, finalAllocation, { type: 'allocated', with: what, what: '配额核发' }, effects);
  return { events: [...made.events, ...overtake(c, act, [preAllocation])], effects: made.effects };
}
