import type { CaseKind } from '../domain/model/case.js';
import { RESTS_OF, RULE_NAMES, type RuleName } from '../regulation/ask.js';
import { DUTY_FACTS, type DutyFacts } from '../views/duty-facts.js';
import { datedBy, isFurther } from '../domain/model/terms.js';
import type { DeadlineDuty } from '../domain/rules/deadline.js';

/** What a parameter moves: duties whose date or reminders hang on it, rules that rest on it, kinds of case. */
export interface Moved {
  readonly duties: readonly Pick<DutyFacts, 'duty' | 'zh' | 'owedBy' | 'clause'>[];
  readonly rules: readonly RuleName[];
  readonly cases: readonly CaseKind[];
}

/** Duties whose date hangs on a parameter that is not their own. */
const HANGS_ON: Readonly<Record<string, readonly DeadlineDuty[]>> = {
  'first-report.due': ['first-report', 'data-quality-plan'],
  'verified-report.due': ['verified-report', 'first-check'],
  'general-report.due': ['general-report', 'general-check'],
  'surrender.due': ['surrender', 'collection'],
  'surrender.after-confirmation': ['surrender', 'collection'],
  'monthly-evidence.window': ['monthly-evidence', 'monthly-check'],
  'data-quality-plan.with': ['data-quality-plan'],
  'check.late-filing': ['monthly-check', 'general-check', 'first-check'],
  'collection.happens': ['collection'],
  'collection.order': ['collection', 'surrender'],
};

const remindedBy = (name: string): readonly DeadlineDuty[] => {
  const chosen = DUTY_FACTS.filter(({ duty, owedBy }) => {
    if (owedBy === 'platform') return false;
    if (name === 'reminders.at') return true;
    if (name === 'reminders.authority') return owedBy !== 'unit';
    if (name === 'reminders.monthly') return duty === 'monthly-evidence';
    return name === 'reminders.annual' && owedBy === 'unit' && duty !== 'monthly-evidence';
  });
  return chosen.map(({ duty }) => duty);
};

const dutiesOn = (name: string): readonly DeadlineDuty[] => {
  if (name.startsWith('reminders.')) return remindedBy(name);
  if (name.startsWith('deadline.')) return DUTY_FACTS.map(({ duty }) => duty);
  const further = datedBy(name);
  if (further !== undefined && isFurther(further)) return [further];
  const listed = HANGS_ON[name];
  if (listed) return listed;
  return DUTY_FACTS.filter(({ duty }) => name === `${duty}.due` || name === `${duty}.window`).map(({ duty }) => duty);
};

/** The rules that move a unit's cycle; the others are asked outside of a case. */
const IN_A_CASE: readonly RuleName[] = [
  'allocation',
  'pre-allocation',
  'true-up',
  'obligation',
  'offset-limit',
  'offset-eligibility',
  'spot-check',
  'collection',
];

/** What moves when a parameter moves. */
export function movedBy(name: string): Moved {
  const names = dutiesOn(name);
  const facts = DUTY_FACTS.filter(({ duty }) => names.includes(duty));
  const rules = RULE_NAMES.filter((rule) => RESTS_OF[rule].includes(name));
  const byRule: CaseKind[] = rules.some((rule) => IN_A_CASE.includes(rule)) ? ['compliance-cycle'] : [];
  return {
    duties: facts.map(({ duty, zh, owedBy, clause }) => ({ duty, zh, owedBy, clause })),
    rules,
    cases: [...new Set([...facts.map(({ kind }) => kind), ...byRule])],
  };
}

/** The parameters on which the date of a duty hangs. */
export const parametersOf = (duty: DeadlineDuty, names: readonly string[]): string[] =>
  names.filter((name) => !name.startsWith('deadline.') && dutiesOn(name).includes(duty));
