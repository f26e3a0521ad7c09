import type { Case } from '../model/case.js';
import { addDays, endOfMonth, monthsOf, type Month } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { cannotCheck, checked, type Check } from './checking.js';
import type { Taken } from './filing.js';

/** 三(一)1「各区生态环境局……须在报送截止日起10个自然日内完成质量检查工作」: from the deadline, not from the filing. */
export const monthlyCheck = (month: Month): Check => ({
  name: `monthly-check/${month}`,
  zh: `${month} 月度数据质量检查`,
  clause: '三(一)1',
  owedBy: 'district',
  rhythm: 'authority',
  nominal: (terms) => addDays(endOfMonth(month), terms.windows.monthlyEvidence + terms.windows.monthlyCheck),
  atItsEnd: 'overdue',
  askedBy: ['mustReport'],
  before: { 'check-monthly-evidence': { zh: '月度检查', says: ['month', 'result'] } },
  checks: { name: `monthly-evidence/${month}`, zh: `${month} 月度信息化存证` },
});

/** A month of this case's year, or the refusal of one that is not. */
export function monthIn(c: Case, act: Act<'submit-monthly-evidence' | 'check-monthly-evidence'>): Month | Refusal {
  const { month } = act.with;
  const year = String(c.terms.evidenceYear);
  return monthsOf(c.terms.evidenceYear).includes(month)
    ? month
    : refuse('bad-input', `${month} 不属于 ${year} 年度`, `${month} is not a month of ${year}`, '三(一)1');
}

export function checkMonthlyEvidence(c: Case, act: Act<'check-monthly-evidence'>): Taken | Refusal {
  const month = monthIn(c, act);
  if (typeof month !== 'string') return month;
  const check = monthlyCheck(month);
  return cannotCheck(c, check) ?? checked(c, act, check);
}
