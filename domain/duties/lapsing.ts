import type { Case } from '../model/case.js';
import { laterOf, type Day } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { dateOf, isLate, type Duty } from './duty.js';

/** A used right keeps its date among the duties, yet an amendment that extends it lets it be used again after a rejection. */
function lastsTo(c: Case, right: Duty): Day {
  const dueOn = dateOf(c, right);
  return c.duties[right.name]?.state === 'done' ? laterOf(dueOn, right.nominal(c.terms) ?? '') : dueOn;
}

/** A right after its day: it cannot be used any more. */
export function lapsed(c: Case, act: Act, right: Duty): Refusal | undefined {
  const dueOn = lastsTo(c, right);
  return isLate(act.at, dueOn)
    ? refuse('right-lapsed', `${right.zh}已于 ${dueOn} 截止`, `${right.name} closed with ${dueOn}`, right.clause)
    : undefined;
}
