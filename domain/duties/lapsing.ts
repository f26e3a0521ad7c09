import type { Case } from '../model/case.js';
import type { Day } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act } from '../model/step.js';
import { isLate, type Duty } from './duty.js';

/** A used right keeps its date among the duties, yet an amendment that extends it lets it be used again after a rejection. */
function lastsTo(c: Case, right: Duty): Day {
  const record = c.duties[right.name];
  const nominal = right.nominal(c.terms);
  return !record || (record.state === 'done' && nominal > record.dueOn) ? nominal : record.dueOn;
}

/** A right after its day: it cannot be used any more. */
export function lapsed(c: Case, act: Act, right: Duty): Refusal | undefined {
  const dueOn = lastsTo(c, right);
  return isLate(act.at, dueOn)
    ? refuse('right-lapsed', `${right.zh}已于 ${dueOn} 截止`, `${right.name} closed with ${dueOn}`, right.clause)
    : undefined;
}
