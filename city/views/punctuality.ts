import { dutiesOf } from '../../domain/cases/kinds.js';
import type { Duty } from '../../domain/duties/duty.js';
import { dayOf, daysBetween, type Day, type Instant } from '../../domain/model/instant.js';
import type { Event } from '../../domain/model/step.js';
import { eventsUntil, type CaseHistory } from '../case-history.js';

/** One window of a check: from a filing to whatever ended it. */
interface Window {
  readonly check: string;
  filedAt: Instant;
  missedAt?: Instant;
  checkedAt?: Instant;
  /** The city went ahead without the check. */
  overtaken?: true;
}

/** How checks were made: counted by windows, of which a refiling opens a new one. */
export interface Checks {
  /** Made within the window. */
  readonly inTime: number;
  /** Made after it. */
  readonly late: number;
  /** The window is over and no check was made. */
  readonly missed: number;
  /** The window still runs. */
  readonly open: number;
  /** Ended by the confirmation before the window was over. */
  readonly overtaken: number;
  /** Median of the natural days from a filing to its check; null where no check was made. */
  readonly medianDays: number | null;
}

export interface DistrictPunctuality extends Checks {
  readonly district: string;
  readonly units: number;
  /** The same by check: `monthly-check`, `first-check`, `general-check`. */
  readonly checks: Readonly<Record<string, Checks>>;
  readonly lastCheckOn: Day | null;
  /** Windows were missed and nothing has been checked since: the day of the first of these. Null for a district that works. */
  readonly asleepSince: Day | null;
}

/** Brings an event to the windows of one check. */
function tell(windows: Window[], duty: Duty, event: Event): void {
  const current = windows.at(-1);
  const running = current && current.checkedAt === undefined && !current.overtaken ? current : undefined;
  if (event.duty === duty.checks?.name && event.turns === 'done') {
    // a refiling that nobody had looked at yet starts the window anew, unless it was missed before
    if (running && running.missedAt === undefined) running.filedAt = event.at;
    else windows.push({ check: duty.name, filedAt: event.at });
  }
  if (event.duty !== duty.name || !running) return;
  if (event.turns === 'overdue') running.missedAt = event.at;
  else if (event.turns === 'done') running.checkedAt = event.at;
  else if (event.type === 'overtaken') running.overtaken = true;
  // an amendment that moves the window's end beyond today opens it again
  else if (event.type === 'date-moved' && event.turns !== undefined) delete running.missedAt;
}

const windowsOf = (history: CaseHistory, at: Instant): Window[] => {
  const events = eventsUntil(history, at);
  return dutiesOf(history.opening).flatMap((duty) => {
    const windows: Window[] = [];
    if (duty.checks) for (const event of events) tell(windows, duty, event);
    return windows;
  });
};

const median = (days: readonly number[]): number | null => {
  const sorted = [...days].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

function countOf(windows: readonly Window[]): Checks {
  const count = (fits: (window: Window) => boolean): number => windows.filter(fits).length;
  const days = windows.flatMap(({ filedAt, checkedAt }) =>
    checkedAt === undefined ? [] : [daysBetween(dayOf(filedAt), dayOf(checkedAt))],
  );
  return {
    inTime: count(({ checkedAt, missedAt }) => checkedAt !== undefined && missedAt === undefined),
    late: count(({ checkedAt, missedAt }) => checkedAt !== undefined && missedAt !== undefined),
    missed: count(({ checkedAt, missedAt }) => checkedAt === undefined && missedAt !== undefined),
    open: count(({ checkedAt, missedAt, overtaken }) => checkedAt === undefined && missedAt === undefined && !overtaken),
    overtaken: count(
      ({ checkedAt, missedAt, overtaken }) => checkedAt === undefined && missedAt === undefined && overtaken === true,
    ),
    medianDays: median(days),
  };
}

function districtOf(district: string, units: number, windows: readonly Window[]): DistrictPunctuality {
  const made = windows.flatMap(({ checkedAt }) => checkedAt ?? []);
  const last = made.length === 0 ? undefined : Math.max(...made);
  const unanswered = windows.flatMap(({ checkedAt, missedAt }) =>
    checkedAt === undefined && missedAt !== undefined && (last === undefined || missedAt > last) ? [missedAt] : [],
  );
  const baseOf = ({ check }: Window): string => check.split('/')[0] ?? check;
  const bases = [...new Set(windows.map(baseOf))].sort();
  return {
    ...{ district, units },
    ...countOf(windows),
    checks: Object.fromEntries(bases.map((base) => [base, countOf(windows.filter((window) => baseOf(window) === base))])),
    lastCheckOn: last === undefined ? null : dayOf(last),
    asleepSince: unanswered.length === 0 ? null : dayOf(Math.min(...unanswered)),
  };
}

/** How punctual each district was with its checks up to an instant, over the cases given; one line for each that has units. Pure. */
export function punctualityOf(histories: readonly CaseHistory[], at: Instant): DistrictPunctuality[] {
  const districts = new Map<string, { units: Set<string>; windows: Window[] }>();
  for (const history of histories) {
    const { unit, opensAt } = history.opening;
    if (opensAt > at) continue;
    const seen = districts.get(unit.district) ?? { units: new Set<string>(), windows: [] };
    seen.units.add(unit.id);
    seen.windows.push(...windowsOf(history, at));
    districts.set(unit.district, seen);
  }
  return [...districts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([district, { units, windows }]) => districtOf(district, units.size, windows));
}
