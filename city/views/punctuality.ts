import { dayOf, daysBetween, type Day, type Instant } from '../../domain/model/instant.js';
import type { CaseHistory } from '../case-history.js';
import { windowsOf, type CheckWindow } from './check-windows.js';

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

const median = (days: readonly number[]): number | null => {
  const sorted = [...days].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

function countOf(windows: readonly CheckWindow[]): Checks {
  const count = (fits: (window: CheckWindow) => boolean): number => windows.filter(fits).length;
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

/** What a district has to show: its units, the windows that were its own, the checks it made, what it missed and still has. */
interface DistrictRecord {
  readonly units: Set<string>;
  readonly windows: CheckWindow[];
  readonly madeAt: Instant[];
  readonly owedSince: Instant[];
}

function districtOf(district: string, { units, windows, madeAt, owedSince }: DistrictRecord): DistrictPunctuality {
  const last = madeAt.length === 0 ? undefined : Math.max(...madeAt);
  const unanswered = owedSince.filter((missedAt) => last === undefined || missedAt > last);
  const baseOf = ({ check }: CheckWindow): string => check.split('/')[0] ?? check;
  const bases = [...new Set(windows.map(baseOf))].sort();
  return {
    ...{ district, units: units.size },
    ...countOf(windows),
    checks: Object.fromEntries(bases.map((base) => [base, countOf(windows.filter((window) => baseOf(window) === base))])),
    lastCheckOn: last === undefined ? null : dayOf(last),
    asleepSince: unanswered.length === 0 ? null : dayOf(Math.min(...unanswered)),
  };
}

/**
 * How punctual each district was with its checks up to an instant, over the cases given; one line for each that has units or
 * had windows. A unit that moved counts where it is; each window counts where it ended, wherever the unit went since. Pure.
 */
export function punctualityOf(histories: readonly CaseHistory[], at: Instant): DistrictPunctuality[] {
  const records = new Map<string, DistrictRecord>();
  const recordOf = (district: string): DistrictRecord => {
    const found = records.get(district) ?? { units: new Set<string>(), windows: [], madeAt: [], owedSince: [] };
    records.set(district, found);
    return found;
  };
  for (const history of histories) {
    const { unit, opensAt } = history.opening;
    if (opensAt > at) continue;
    const { district: now, windows } = windowsOf(history, at);
    recordOf(now).units.add(unit.id);
    for (const window of windows) {
      const { district, missedAt, checkedAt, checkedBy } = window;
      recordOf(district).windows.push(window);
      if (checkedAt !== undefined && checkedBy !== undefined) recordOf(checkedBy).madeAt.push(checkedAt);
      // nobody waits any more for a district that the unit has left
      else if (missedAt !== undefined && district === now) recordOf(district).owedSince.push(missedAt);
    }
  }
  return [...records.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([district, record]) => districtOf(district, record));
}
