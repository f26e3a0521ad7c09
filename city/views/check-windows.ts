import { entryAfter } from '../../domain/cases/listing.js';
import { dutiesOf } from '../../domain/cases/kinds.js';
import type { Duty } from '../../domain/duties/duty.js';
import type { Instant } from '../../domain/model/instant.js';
import type { Event } from '../../domain/model/step.js';
import { eventsUntil, type CaseHistory } from '../case-history.js';

/** One window of a check: from a filing to whatever ended it. */
export interface CheckWindow {
  /** The duty: `first-check`, `general-check`, `monthly-check/MONTH`. */
  readonly check: string;
  /** The district whose window it is: responsible when it ended, or now while it runs. */
  district: string;
  filedAt: Instant;
  missedAt?: Instant;
  checkedAt?: Instant;
  /** Who made the check: another district than the window's where the unit moved after it was missed. */
  checkedBy?: string;
  /** The city went ahead without the check. */
  overtaken?: true;
}

const isRunning = (window: CheckWindow | undefined): window is CheckWindow =>
  window !== undefined && window.checkedAt === undefined && !window.overtaken;

/** Brings an event to the windows of one check; `district` is responsible from this event on. */
function tell(windows: CheckWindow[], duty: Duty, event: Event, district: string): void {
  const current = windows.at(-1);
  const running = isRunning(current) ? current : undefined;
  // a window that has not ended goes with the unit; one that was missed stays with who missed it
  if (running && running.missedAt === undefined) running.district = district;
  if (event.duty === duty.checks?.name && event.turns === 'done') {
    // a refiling that nobody had looked at yet starts the window anew, unless it was missed before
    if (running && running.missedAt === undefined) running.filedAt = event.at;
    else windows.push({ check: duty.name, district, filedAt: event.at });
  }
  if (event.duty !== duty.name || !running) return;
  if (event.turns === 'overdue') running.missedAt = event.at;
  else if (event.turns === 'done') Object.assign(running, { checkedAt: event.at, checkedBy: district });
  else if (event.type === 'overtaken') running.overtaken = true;
  else if (event.type === 'date-moved' && event.turns !== undefined) {
    // an amendment that moves the window's end beyond today opens it again, for who is responsible now
    delete running.missedAt;
    running.district = district;
  }
}

/** The windows of all checks of a case up to an instant, and the district that is responsible for it then. */
export function windowsOf(history: CaseHistory, at: Instant): { readonly district: string; readonly windows: CheckWindow[] } {
  const events = eventsUntil(history, at);
  const checks = dutiesOf(history.opening)
    .filter((duty) => duty.checks)
    .map((duty): [Duty, CheckWindow[]] => [duty, []]);
  let { unit } = history.opening;
  for (const event of events) {
    unit = entryAfter(unit, event);
    for (const [duty, windows] of checks) tell(windows, duty, event, unit.district);
  }
  return { district: unit.district, windows: checks.flatMap(([, windows]) => windows) };
}
