import type { CaseKind } from '../domain/model/case.js';
import { adjustmentApplication } from '../domain/duties/adjustment-application.js';
import { collection } from '../domain/duties/collection.js';
import { confirmation } from '../domain/duties/confirmation.js';
import { dataQualityPlan } from '../domain/duties/data-quality-plan.js';
import type { Duty } from '../domain/duties/duty.js';
import { finalAllocation } from '../domain/duties/final-allocation.js';
import { firstCheck } from '../domain/duties/first-check.js';
import { firstReport } from '../domain/duties/first-report.js';
import { furtherFiling, type FurtherKind } from '../domain/duties/further-filing.js';
import { generalCheck } from '../domain/duties/general-check.js';
import { generalReport } from '../domain/duties/general-report.js';
import { monthlyCheck } from '../domain/duties/monthly-check.js';
import { monthlyEvidence } from '../domain/duties/monthly-evidence.js';
import { offsetApplication } from '../domain/duties/offset-application.js';
import { preAllocation } from '../domain/duties/pre-allocation.js';
import { surrender } from '../domain/duties/surrender.js';
import { verifiedReport } from '../domain/duties/verified-report.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import { datedBy, isFurther, type FurtherDuty } from '../domain/model/terms.js';
import type { DeadlineDuty } from '../domain/rules/deadline.js';

/** A duty as people ask about it: without a month, with the kind of case it moves. */
export interface DutyFacts {
  readonly duty: DeadlineDuty;
  readonly zh: string;
  readonly clause: string;
  readonly owedBy: Duty['owedBy'];
  readonly kind: CaseKind;
}

const facts = (duty: DeadlineDuty, { zh, clause, owedBy }: Duty, kind: CaseKind): DutyFacts => ({
  duty,
  zh: zh.trim(),
  clause,
  owedBy,
  kind,
});

/** Every duty with a date, in the notice's order. */
export const DUTY_FACTS: readonly DutyFacts[] = [
  facts('first-report', firstReport, 'compliance-cycle'),
  facts('monthly-evidence', monthlyEvidence(''), 'monthly-evidence'),
  facts('monthly-check', monthlyCheck(''), 'monthly-evidence'),
  facts('data-quality-plan', dataQualityPlan, 'compliance-cycle'),
  facts('general-report', generalReport, 'general-report'),
  facts('general-check', generalCheck, 'general-report'),
  facts('verified-report', verifiedReport, 'compliance-cycle'),
  facts('first-check', firstCheck, 'compliance-cycle'),
  facts('adjustment-application', adjustmentApplication, 'compliance-cycle'),
  facts('confirmation', confirmation, 'compliance-cycle'),
  facts('pre-allocation', preAllocation, 'compliance-cycle'),
  facts('final-allocation', finalAllocation, 'compliance-cycle'),
  facts('offset-application', offsetApplication, 'compliance-cycle'),
  facts('surrender', surrender, 'compliance-cycle'),
  facts('collection', collection, 'compliance-cycle'),
];

const FURTHER_IN: Readonly<Record<FurtherKind, CaseKind>> = {
  ...{ 'further-filing': 'compliance-cycle', 'verifier-filing': 'verification', 'general-filing': 'general-report' },
};
const furtherKind = (duty: FurtherDuty): FurtherKind => duty.slice(0, duty.indexOf('/')) as FurtherKind;

/** The same of a cycle: with what its texts ask besides, each with the clause that asks it. */
export const dutyFactsOf = ({ parameters }: Rulebook): readonly DutyFacts[] => [
  ...DUTY_FACTS,
  ...Object.values(parameters).flatMap(({ name, cite }): DutyFacts[] => {
    const duty = datedBy(name);
    if (duty === undefined || !isFurther(duty)) return [];
    return [{ ...facts(duty, furtherFiling(duty), FURTHER_IN[furtherKind(duty)]), clause: cite.clause }];
  }),
];

/** 谁: who owes it, in Chinese and English. */
export const OWED_BY = {
  unit: ['排放单位', 'unit'],
  district: ['区生态环境部门', 'district'],
  city: ['市生态环境部门', 'city'],
  platform: ['管理平台', 'platform'],
  verifier: ['核查机构', 'verifier'],
} as const satisfies Record<Duty['owedBy'], readonly [string, string]>;
