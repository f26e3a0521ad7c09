import type { Case } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { cannotCheck, checked, type Check } from './checking.js';
import { daysAfter } from './duty.js';
import type { Taken } from './filing.js';

/** 三(一)2「各区生态环境部门须在报送截止日起30个自然日内完成数据质量检查工作」. */
export const generalCheck: Check = {
  name: 'general-check',
  zh: '一般报告单位数据质量检查',
  clause: '三(一)2',
  owedBy: 'district',
  rhythm: 'authority',
  nominal: (terms) => daysAfter(terms.dates['general-report'], terms.windows.generalCheck),
  atItsEnd: 'overdue',
  askedBy: ['mustReport'],
  acts: ['check-general-report'],
  before: { 'check-general-report': { zh: '一般报告检查', says: ['result'] } },
  checks: { name: 'general-report', zh: '碳排放报告（一般报告单位）' },
};

export const checkGeneralReport = (c: Case, act: Act<'check-general-report'>): Taken | Refusal =>
  cannotCheck(c, generalCheck) ?? checked(c, act, generalCheck);
