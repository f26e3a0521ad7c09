import type { Case } from '../model/case.js';
import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import type { Duty } from './duty.js';
import { fromIssued } from './engaged-verifier.js';
import { filed, overtakenByConfirmation, unsealed, type Taken } from './filing.js';
import { firstCheck } from './first-check.js';

/**
 * 三(二)「须于2024年7月15日前通过管理平台向区生态环境部门报送经核查的排放报告和第三方核查报告」: both seals, and the
 * verifier whom the unit has appointed.
 */
export const verifiedReport: Duty = {
  name: 'verified-report',
  zh: '经核查的排放报告和第三方核查报告',
  clause: '三(二)',
  owedBy: 'unit',
  rhythm: 'annual',
  nominal: (terms) => terms.dates['verified-report'],
  atItsEnd: 'overdue',
  askedBy: ['mustBeVerified'],
  acts: ['appoint-verifier', 'engage-verifier', 'submit-verified-report'],
  before: {
    'appoint-verifier': { zh: '委托核查', says: ['verifier'] },
    'submit-verified-report': {
      zh: '核查报告',
      says: ['emissions', 'verifier'],
      brings: ({ verifier = '', ...said }) => ({ ...said, sealed: true, verifierReport: { verifier, sealed: true } }),
    },
  },
  referred: true,
  // a returned report that the confirmation overtook is neither reminded of nor missed
  runs: (c) => c.facts.confirmed === undefined,
};

/** 三(二)「重点碳排放单位自行委托核查机构」: the unit's own choice, which it may change. */
export const appointVerifier = (c: Case, act: Act<'appoint-verifier'>): Taken | Refusal => {
  const { verifier } = act.with;
  return c.facts.struckOff?.includes(verifier)
    ? refuse('not-eligible', `${verifier} 已从核查机构名册除名`, `${verifier} is struck off the register of verifiers`, '四(二)')
    : { events: [{ type: 'verifier-appointed', at: act.at, by: act.by, with: act.with }], effects: [] };
};

const verifierRefused = (c: Case, act: Act<'submit-verified-report'>): Refusal | undefined => {
  const { verifierReport: report } = act.with;
  if (c.facts.struckOff?.includes(report.verifier))
    return refuse(
      'verifier-not-appointed',
      `${report.verifier} 已从核查机构名册除名，委托终止`,
      `${report.verifier} is struck off the register of verifiers: its appointment has lapsed`,
      '四(二)',
    );
  if (c.facts.verifier === undefined)
    return refuse('verifier-not-appointed', '尚未委托核查机构', 'no verifier is appointed', '三(二)');
  if (c.facts.verifier !== report.verifier)
    return refuse(
      'verifier-not-appointed',
      `核查报告出自 ${report.verifier}，委托的是 ${c.facts.verifier}`,
      `the report is by ${report.verifier}, the appointed verifier is ${c.facts.verifier}`,
      '三(二)',
    );
  return report.sealed || c.facts.engagedOnPlatform
    ? undefined
    : refuse('verifier-not-sealed', '核查报告未加盖核查机构公章', `the verification report lacks the verifier's seal`, '三(二)');
};

export function submitVerifiedReport(c: Case, act: Act<'submit-verified-report'>): Taken | Refusal {
  const no = overtakenByConfirmation(c) ?? unsealed(act, '经核查的排放报告') ?? verifierRefused(c, act);
  if (no) return no;
  const issued = fromIssued(c, act);
  if (isRefusal(issued)) return issued;
  const brought = issued ? { ...act, with: { ...act.with, ...issued } } : act;
  const check = { duty: firstCheck, days: c.terms.windows.firstCheck };
  return { events: filed(c, brought, verifiedReport, 'verified-report-filed', check), effects: [] };
}
