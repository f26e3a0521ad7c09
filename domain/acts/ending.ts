import { missed, runs } from '../cases/instants.js';
import { isOpen, type Duty } from '../duties/duty.js';
import type { Taken } from '../duties/filing.js';
import type { Case } from '../model/case.js';
import { closesAt, type Day, type Instant } from '../model/instant.js';

const NOTHING: Taken = { events: [], effects: [] };

/**
 * What the end of a duty brings, at once: an express decision has put its date into the past, where no instant of the case
 * comes to it any more. Nothing where the date has not passed, or where the duty was over before.
 */
export function endedAtOnce(c: Case, duty: Duty, dueOn: Day, at: Instant): Taken {
  const record = c.duties[duty.name];
  if (!record || record.before || !isOpen(record) || closesAt(dueOn) > at || duty.atItsEnd === 'collection') return NOTHING;
  if (duty.atItsEnd === 'overdue' && !runs(c, duty)) return NOTHING;
  return missed({ ...c, duties: { ...c.duties, [duty.name]: { ...record, dueOn } } }, duty, at);
}
