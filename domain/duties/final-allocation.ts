import { distance, isLess, times } from '../model/amount.js';
import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect } from '../model/step.js';
import { allocation, type AllocationInput } from '../rules/allocation.js';
import { trueUp } from '../rules/true-up.js';
import { decidesDuty, mayNotRestOn } from './deciding.js';
import type { Duty } from './duty.js';
import { field, text, type Taken } from './filing.js';
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
};

/** 二(二)「设置配额富余和亏缺20%上限」: a stated amount outside it stands, with a finding, because the formula is not in hand. */
const outsideLimit = (c: Case, amount: string): boolean => {
  const confirmed = c.facts.confirmed ?? '0';
  return isLess(times(confirmed, c.terms.surplusLimit), distance(amount, confirmed));
};

export function allocate(c: Case, act: Act): Taken | Refusal {
  if (c.facts.final !== undefined) return refuse('already-done', '配额已核发', 'the final allocation is made', '三(三)2');
  if (c.facts.confirmed === undefined)
    return refuse('too-early', '碳排放量尚未核定', 'the emissions are not confirmed yet', '三(三)2');
  const stated = field(act, 'amount') !== undefined;
  if (!stated && mayNotRestOn(c, 'allocation'))
    return refuse(
      'provisional',
      '附件4未到，须写明核发量及依据',
      'Annex 4 is not in hand: state the amount and its basis',
      '二(二)',
    );
  const input = { ...(act.with as object), confirmed: c.facts.confirmed } as unknown as AllocationInput;
  const final = stated ? text(act, 'amount') : allocation(input, { limit: c.terms.surplusLimit }).answer.afterLimit;
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
  const basis = stated ? text(act, 'basis') : '';
  const what = { quantity: final, basis, ...finding };
  const made = decidesDuty(c, act, finalAllocation, { type: 'allocated', with: what, what: '配额核发' }, effects);
  return { events: [...made.events, ...overtake(c, act, [preAllocation])], effects: made.effects };
}
