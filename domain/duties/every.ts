import type { Answers } from '../model/answers.js';
import type { Case, CaseKind } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import { verificationReport } from '../verification/verification.js';
import { adjustmentApplication, applyForAdjustment, decideAdjustment } from './adjustment-application.js';
import type { Before } from './before.js';
import { collection } from './collection.js';
import { confirmation, confirmEmissions } from './confirmation.js';
import { dataQualityPlan, submitDataQualityPlan } from './data-quality-plan.js';
import type { Duty } from './duty.js';
import type { Taken } from './filing.js';
import { allocate, finalAllocation } from './final-allocation.js';
import { checkFirst, firstCheck } from './first-check.js';
import { firstReport, submitFirstReport } from './first-report.js';
import { FURTHER_BEFORE } from './further-filing.js';
import { checkGeneralReport, generalCheck } from './general-check.js';
import { generalReport, submitGeneralReport } from './general-report.js';
import { checkMonthlyEvidence, monthlyCheck } from './monthly-check.js';
import { monthlyEvidence, submitMonthlyEvidence } from './monthly-evidence.js';
import { applyForOffsets, decideOffsets, offsetApplication } from './offset-application.js';
import { preAllocate, preAllocation } from './pre-allocation.js';
import { surrender, surrenderAllowances } from './surrender.js';
import { appointVerifier, submitVerifiedReport, verifiedReport } from './verified-report.js';

/** How a case of one kind answers the acts that are its own; each is handed the act of its name. */
export type CaseAnswers = Answers<Case, Taken | Refusal, [duties: readonly Duty[]]>;

/** A duty with the kind of case that has it, and its own acts' answers. */
export interface Listed {
  readonly duty: Duty;
  readonly kind: CaseKind;
  readonly answers: CaseAnswers;
}

const KEY = 'compliance-cycle';

/** Every duty that has a file of its own, in the order in which the notice tells them; the monthly ones without their month. */
export const EVERY_DUTY: readonly Listed[] = [
  { duty: firstReport, kind: KEY, answers: { 'submit-first-report': submitFirstReport } },
  { duty: monthlyEvidence(''), kind: 'monthly-evidence', answers: { 'submit-monthly-evidence': submitMonthlyEvidence } },
  { duty: monthlyCheck(''), kind: 'monthly-evidence', answers: { 'check-monthly-evidence': checkMonthlyEvidence } },
  { duty: dataQualityPlan, kind: KEY, answers: { 'submit-data-quality-plan': submitDataQualityPlan } },
  { duty: generalReport, kind: 'general-report', answers: { 'submit-general-report': submitGeneralReport } },
  { duty: generalCheck, kind: 'general-report', answers: { 'check-general-report': checkGeneralReport } },
  {
    duty: verifiedReport,
    kind: KEY,
    answers: { 'appoint-verifier': appointVerifier, 'submit-verified-report': submitVerifiedReport },
  },
  { duty: verificationReport, kind: 'verification', answers: {} },
  { duty: firstCheck, kind: KEY, answers: { 'first-check': checkFirst } },
  {
    duty: adjustmentApplication,
    kind: KEY,
    answers: { 'apply-for-adjustment': applyForAdjustment, 'decide-adjustment': decideAdjustment },
  },
  { duty: preAllocation, kind: KEY, answers: { 'pre-allocate': preAllocate } },
  { duty: confirmation, kind: KEY, answers: { 'confirm-emissions': confirmEmissions } },
  { duty: finalAllocation, kind: KEY, answers: { allocate } },
  { duty: offsetApplication, kind: KEY, answers: { 'apply-for-offsets': applyForOffsets, 'decide-offsets': decideOffsets } },
  { duty: surrender, kind: KEY, answers: { surrender: surrenderAllowances } },
  { duty: collection, kind: KEY, answers: {} },
];

const inKind = (kind: CaseKind): readonly Listed[] => EVERY_DUTY.filter((listed) => listed.kind === kind);

/** The duties of one kind of case, in that order. */
export const dutiesIn = (kind: CaseKind): readonly Duty[] => inKind(kind).map(({ duty }) => duty);

/** How a case of one kind answers the acts of its duties. */
export const answersIn = (kind: CaseKind): CaseAnswers =>
  inKind(kind).reduce<CaseAnswers>((all, { answers }) => ({ ...all, ...answers }), {});

/** What can be taken over in mid-year, by the act of before, in the same order. */
export const FORMER: ReadonlyMap<string, Before> = new Map([
  ...EVERY_DUTY.flatMap(({ duty: { before = {} } }) => Object.entries(before)),
  ['submit-further-filing', FURTHER_BEFORE],
]);
