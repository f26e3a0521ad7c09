import type { Case } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { cannotCheck, checked, type Check } from './checking.js';
import { daysAfter } from './duty.js';
import { overtakenByConfirmation, type Taken } from './filing.js';

/** 三(二)「各区生态环境部门须在10个自然日内完成初步检查工作，并向市生态环境部门报送」: from the deadline (our reading). */
export const firstCheck: Check = {
  name: 'first-check',
  zh: '初步检查',
  clause: '三(二)',
  owedBy: 'district',
  rhythm: 'authority',
  nominal: (terms) => daysAfter(terms.dates['verified-report'], terms.windows.firstCheck),
  atItsEnd: 'overdue',
  askedBy: ['mustBeVerified'],
  acts: ['first-check'],
  before: { 'first-check': { zh: '区检查', says: ['result'] } },
  checks: { name: 'verified-report', zh: '经核查的排放报告' },
};

export const checkFirst = (c: Case, act: Act<'first-check'>): Taken | Refusal =>
  overtakenByConfirmation(c) ?? cannotCheck(c, firstCheck) ?? checked(c, act, firstCheck);
