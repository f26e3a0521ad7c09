import type { Case } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { cannotCheck, checked, type Check } from './checking.js';
import { windowFrom, type Duty } from './duty.js';
import { filed, unsealed, type Taken } from './filing.js';

/** 三(一)2「一般报告单位须于2024年7月15日前，通过管理平台向区生态环境部门报送2023年度碳排放报告」. */
export const generalReport: Duty = {
  name: 'general-report',
  zh: '碳排放报告（一般报告单位）',
  clause: '三(一)2',
  owedBy: 'unit',
  rhythm: 'annual',
  nominal: (terms) => terms.dates['general-report'],
  atItsEnd: 'overdue',
  referred: true,
};

/** 三(一)2「各区生态环境部门须在报送截止日起30个自然日内完成数据质量检查工作」. */
export const generalCheck: Check = {
  name: 'general-check',
  zh: '一般报告单位数据质量检查',
  clause: '三(一)2',
  owedBy: 'district',
  rhythm: 'authority',
  nominal: (terms) => windowFrom(terms.dates['general-report'], terms.windows.generalCheck),
  atItsEnd: 'overdue',
  checks: generalReport,
};

export const submitGeneralReport = (c: Case, act: Act): Taken | Refusal =>
  unsealed(act, generalReport.zh) ?? {
    events: filed(c, act, generalReport, 'general-report-filed', { duty: generalCheck, days: c.terms.windows.generalCheck }),
    effects: [],
  };

export const checkGeneralReport = (c: Case, act: Act): Taken | Refusal =>
  cannotCheck(c, generalCheck) ?? checked(c, act, generalCheck);
