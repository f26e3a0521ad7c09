import { isLess, times } from '../model/amount.js';
import type { Case } from '../model/case.js';
import type { Act } from '../model/step.js';
import { decided } from '../duties/deciding.js';
import type { Taken } from '../duties/filing.js';

/**
 * 五(二)「对未按规定报送……和逾期未清缴的碳排放单位，将依法处理」: people decide; the platform only proposes and records. What lies
 * above the proposal for the missing reports stands with a finding, unless a shortfall is to be punished as well.
 */
export function decidePenalty(c: Case, act: Act<'decide-penalty'>): Taken {
  const open = (kind: string): number => c.facts.matters.filter((one) => one.kind === kind && one.state === 'open').length;
  const referrals = open('referral');
  const upTo = times(c.terms.missingReport.maxFine, String(referrals));
  const over = referrals > 0 && open('rectification') === 0 && isLess(upTo, act.with.amount);
  const proposal = referrals > 0 ? { proposal: { upTo, referrals, provisional: c.terms.missingReport.provisional } } : {};
  const finding = over ? { finding: '超过逾期未报送拟处罚款上限' } : {};
  return decided(c, act, 'penalty-decided', '行政处罚', { ...proposal, ...finding });
}
