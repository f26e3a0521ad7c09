import type { Case } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { underSeal } from './before.js';
import type { Duty } from './duty.js';
import { filed, unsealed, type Taken } from './filing.js';
import { generalCheck } from './general-check.js';

/** 三(一)2「一般报告单位须于2024年7月15日前，通过管理平台向区生态环境部门报送2023年度碳排放报告」. */
export const generalReport: Duty = {
  name: 'general-report',
  zh: '碳排放报告（一般报告单位）',
  clause: '三(一)2',
  owedBy: 'unit',
  rhythm: 'annual',
  nominal: (terms) => terms.dates['general-report'],
  atItsEnd: 'overdue',
  askedBy: ['mustReport'],
  acts: ['submit-general-report'],
  before: { 'submit-general-report': { zh: '一般报告', says: ['emissions'], brings: underSeal } },
  referred: true,
};

export const submitGeneralReport = (c: Case, act: Act<'submit-general-report'>): Taken | Refusal =>
  unsealed(act, generalReport.zh) ?? {
    events: filed(c, act, generalReport, 'general-report-filed', { duty: generalCheck, days: c.terms.windows.generalCheck }),
    effects: [],
  };
