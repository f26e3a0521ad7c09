import type { Case } from '../model/case.js';
import { addDays, endOfMonth, laterOf, monthOf } from '../model/instant.js';
import type { Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { underSeal } from './before.js';
import type { Duty } from './duty.js';
import { filed, unsealed, type Taken } from './filing.js';

/**
 * 三(一)1「新增重点碳排放单位，须通过管理平台提交数据质量控制方案」. The text sets no day: with the duty that the rulebook
 * names; listed in mid-year, with its first monthly package where that is later (policy).
 */
export const dataQualityPlan: Duty = {
  name: 'data-quality-plan',
  zh: '数据质量控制方案',
  clause: '三(一)1',
  owedBy: 'unit',
  rhythm: 'annual',
  nominal: (terms, unit) => {
    // terms of before it was among them: the first report, as every rulebook of that time had it
    const day = terms.dates[terms.dataQualityPlanWith ?? 'first-report'];
    if (unit?.listedOn === undefined || day === undefined) return day;
    return laterOf(addDays(endOfMonth(monthOf(unit.listedOn)), terms.windows.monthlyEvidence), day);
  },
  atItsEnd: 'overdue',
  askedBy: ['mustReport'],
  acts: ['submit-data-quality-plan'],
  before: { 'submit-data-quality-plan': { zh: '数据质量控制方案', brings: underSeal } },
};

/** 三(一)1「后续如有调整变更，须提交变更后的书面文件」: a change is a new version, from any key unit at any time. */
export function submitDataQualityPlan(c: Case, act: Act<'submit-data-quality-plan'>): Taken | Refusal {
  const refusal = unsealed(act, dataQualityPlan.zh);
  if (refusal) return refusal;
  if (c.duties[dataQualityPlan.name]) return { events: filed(c, act, dataQualityPlan, 'data-quality-plan-filed'), effects: [] };
  return { events: [{ type: 'data-quality-plan-filed', at: act.at, by: act.by, with: act.with }], effects: [] };
}
