import type { Case } from '../model/case.js';
import { addDays, closesAt, endOfMonth, isoOf, type Month } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import type { Duty } from './duty.js';
import { filed, type Taken } from './filing.js';
import { monthIn, monthlyCheck } from './monthly-check.js';

/** 三(一)1「在每月结束后20个自然日内，通过管理平台上传月度燃料消耗量、购入使用电量……数据及支撑材料」. */
export const monthlyEvidence = (month: Month): Duty => ({
  name: `monthly-evidence/${month}`,
  zh: `${month} 月度信息化存证`,
  clause: '三(一)1',
  owedBy: 'unit',
  rhythm: 'monthly',
  nominal: (terms) => addDays(endOfMonth(month), terms.windows.monthlyEvidence),
  atItsEnd: 'overdue',
  askedBy: ['mustReport'],
  before: { 'submit-monthly-evidence': { zh: '月度存证', says: ['month'] } },
});

export function submitMonthlyEvidence(c: Case, act: Act<'submit-monthly-evidence'>): Taken | Refusal {
  const month = monthIn(c, act);
  if (typeof month !== 'string') return month;
  const ends = closesAt(endOfMonth(month));
  if (act.at < ends)
    return refuse('too-early', `${month} 尚未结束`, `${month} has not ended: it ends at ${isoOf(ends)}`, '三(一)1');
  const check = { duty: monthlyCheck(month), days: c.terms.windows.monthlyCheck };
  return { events: filed(c, act, monthlyEvidence(month), 'monthly-evidence-filed', check), effects: [] };
}
