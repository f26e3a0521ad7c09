import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { isLate, type Duty } from './duty.js';

/** A right after its day: it cannot be used any more. */
export function lapsed(c: Case, act: Act, right: Duty): Refusal | undefined {
  const dueOn = c.duties[right.name]?.dueOn ?? right.nominal(c.terms);
  return isLate(act.at, dueOn)
    ? refuse('right-lapsed', `${right.zh}已于 ${dueOn} 截止`, `${right.name} closed with ${dueOn}`, right.clause)
    : undefined;
}
