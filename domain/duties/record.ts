import type { DutyRecord, Unit } from '../model/case.js';
import { dayOf, type Instant } from '../model/instant.js';
import type { Terms } from '../model/terms.js';
import { isAskedOf } from './asked.js';
import type { Duty } from './duty.js';
import { mayBePreAllocated, preAllocation } from './pre-allocation.js';

/** Where a duty stands before anything has happened to it, in a case that has it from an instant on. */
export function firstRecord(duty: Duty, unit: Unit, terms: Terms, since: Instant): DutyRecord {
  const dueOn = duty.nominal(terms, unit);
  if (dueOn === undefined) throw new Error(`${unit.id}: the terms have no date for ${duty.name}`);
  const asked = isAskedOf(unit, duty);
  return {
    state: !asked || (duty === preAllocation && !mayBePreAllocated(unit)) ? 'not-required' : 'pending',
    dueOn,
    ...(asked ? {} : { asked: false }),
    // a verification begins when the unit engages somebody, be it late: what the verifier owes it owes all the same
    ...(dueOn < dayOf(since) && duty.owedBy !== 'verifier' ? { before: true } : {}),
  };
}
