import { owedBy } from '../duties/claim.js';
import type { Taken } from '../duties/filing.js';
import { isZero, ZERO } from '../model/amount.js';
import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';

/**
 * 合并划转 (policy): the allowances of a unit that was merged go to its successor, once what it owes is settled; as a
 * transfer without a price, the newest vintage first.
 */
export function moveAllowances(c: Case, act: Act<'move-allowances'>): Taken | Refusal {
  const { into, quantity, basis } = act.with;
  if (c.unit.mergedInto !== into)
    return refuse('not-allowed', `${c.unit.id} 并未并入 ${into}`, `${c.unit.id} was not merged into ${into}`);
  const settles = c.duties['surrender'] !== undefined && c.duties['surrender'].asked !== false;
  if ((settles && c.facts.obligation === undefined) || !isZero(owedBy(c)) || !isZero(c.facts.debt))
    return refuse(
      'too-early',
      `${c.unit.id} 的清缴义务和欠量尚未了结`,
      `${c.unit.id} still owes: what it holds stays with it until that is settled`,
      '三(四)',
    );
  return {
    events: [{ type: 'allowances-moved', at: act.at, by: act.by, with: { into, quantity, basis, approvedBy: act.approvedBy } }],
    effects: [{ kind: 'transfer', to: into, quantity, price: ZERO }],
  };
}
