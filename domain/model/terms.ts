import type { Amount } from './amount.js';
import type { Day, WorkingCalendar } from './instant.js';

/** The duties whose date the rulebook names. The others hang on these by windows. */
export const DATED = [
  'first-report',
  'general-report',
  'verified-report',
  'adjustment-application',
  'pre-allocation',
  'confirmation',
  'final-allocation',
  'offset-application',
  'surrender',
] as const;
export type DatedDuty = (typeof DATED)[number];

/** 排放年度: the year that a cycle settles. */
export const emissionYearOf = (cycle: number): number => cycle - 1;

/**
 * What a case needs of its rulebook, small enough to travel with it: dates, windows, reminder days, the
 * values its acts are judged by. Made by the regulation layer from a cycle's file; the digest names the file.
 */
export interface Terms {
  readonly cycle: number;
  readonly revision: number;
  readonly digest: string;
  /** 排放年度: the year that is settled, one before the cycle. */
  readonly emissionYear: number;
  /** The year whose months are evidenced while this cycle runs. */
  readonly evidenceYear: number;
  readonly dates: Readonly<Record<DatedDuty, Day>>;
  readonly windows: {
    /** Natural days after the month's end. */
    readonly monthlyEvidence: number;
    /** Natural days from the deadline, or from a later filing. */
    readonly monthlyCheck: number;
    readonly firstCheck: number;
    readonly generalCheck: number;
    /** Working days from the day after the confirmation. */
    readonly surrenderAfterConfirmation: number;
    /** Working days from the day after the shortfall. */
    readonly rectification: number;
  };
  readonly reminders: {
    /** Time of day, `HH:MM:SS`. */
    readonly at: string;
    /** Days before the date, longest first. */
    readonly annual: readonly number[];
    readonly monthly: readonly number[];
    readonly authority: readonly number[];
  };
  readonly offsets: {
    /** Share of confirmed emissions that all offsets together may cover. */
    readonly share: Amount;
    /** The same for CCER from outside Beijing, inside the above. */
    readonly outsideShare: Amount;
    /** A CCER recorded up to this day … */
    readonly oldRecordedUpTo: Day;
    /** … is usable up to this one. */
    readonly oldUsableTo: Day;
  };
  readonly preAllocationShare: Amount;
  /** 富余 / 亏缺上限, a share of confirmed emissions. */
  readonly surplusLimit: Amount;
  readonly spotCheck: { readonly tonnes: Amount; readonly share: Amount };
  /** 逾期未报送: the most that a fine for a missing report may come to, in yuan; provisional while its text is not in hand. */
  readonly missingReport: { readonly maxFine: Amount; readonly provisional: boolean };
  readonly calendar: WorkingCalendar;
  /** Names of the values above that are neither decided nor policy: results that rest on them are provisional. */
  readonly provisional: readonly string[];
}
