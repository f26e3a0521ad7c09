import type { CaseKind } from '../domain/model/case.js';
import type { Duty } from '../domain/duties/duty.js';
import { EVERY_DUTY } from '../domain/duties/every.js';
import { furtherFiling, type FurtherKind } from '../domain/duties/further-filing.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import { datedBy, isFurther, type FurtherDuty } from '../domain/model/terms.js';
import { DEADLINE_DUTIES, type DeadlineDuty } from '../domain/rules/deadline.js';

/** A duty as people ask about it: without a month, with the kind of case it moves. */
export interface DutyFacts {
  readonly duty: DeadlineDuty;
  readonly zh: string;
  readonly clause: string;
  readonly owedBy: Duty['owedBy'];
  readonly kind: CaseKind;
}

const facts = (name: DeadlineDuty, { zh, clause, owedBy }: Duty, kind: CaseKind): DutyFacts => ({
  duty: name,
  zh: zh.trim(),
  clause,
  owedBy,
  kind,
});

const isDated = (name: string): name is DeadlineDuty => DEADLINE_DUTIES.some((one) => one === name);

/** Every duty with a date of its own, in the notice's order; a verifier's is that of the report it belongs to. */
export const DUTY_FACTS: readonly DutyFacts[] = EVERY_DUTY.flatMap(({ duty, kind }) => {
  const name = duty.name.replace(/\/$/, '');
  return isDated(name) ? [facts(name, duty, kind)] : [];
});

const FURTHER_IN: Readonly<Record<FurtherKind, CaseKind>> = {
  'further-filing': 'compliance-cycle',
  'verifier-filing': 'verification',
  'general-filing': 'general-report',
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
