import type { Case } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { underSeal } from './before.js';
import type { Duty } from './duty.js';
import { filed, overtakenByConfirmation, unsealed, type Taken } from './filing.js';

/** 三(一)1「编制初次碳排放报告，于2024年6月15日前通过……管理平台……报送」: a key unit's own account of the emission year. */
export const firstReport: Duty = {
  name: 'first-report',
  zh: '初次碳排放报告',
  clause: '三(一)1',
  owedBy: 'unit',
  rhythm: 'annual',
  nominal: (terms) => terms.dates['first-report'],
  atItsEnd: 'overdue',
  askedBy: ['mustReport'],
  acts: ['submit-first-report'],
  before: { 'submit-first-report': { zh: '初次报告', says: ['emissions'], brings: underSeal } },
  referred: true,
};

export const submitFirstReport = (c: Case, act: Act<'submit-first-report'>): Taken | Refusal =>
  overtakenByConfirmation(c) ??
  unsealed(act, firstReport.zh) ?? { events: filed(c, act, firstReport, 'first-report-filed'), effects: [] };
