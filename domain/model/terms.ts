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

/** Of these, what the notices did not ask from the first: a cycle that does not name one of them has it not. */
export const LATER: readonly (typeof DATED)[number][] = [];

/**
 * What a notice asks to be filed by a day and the program has no file for: by key units, their verifiers, general units; with the notice's
 * own name of it.
 */
export const FURTHER = ['further-filing', 'verifier-filing', 'general-filing'] as const;
export type FurtherDuty = `${(typeof FURTHER)[number]}/${string}`;
const FURTHER_DUTY = new RegExp(`^(${FURTHER.join('|')})/[\\p{Script=Han}A-Za-z0-9]{2,40}$`, 'u');
export const isFurther = (name: string): name is FurtherDuty => FURTHER_DUTY.test(name);

export type DatedDuty = (typeof DATED)[number] | FurtherDuty;

/** The value of a rulebook that gives a duty its date. */
export const dueIn = (duty: DatedDuty): string => `${duty.replace('/', '.')}.due`;
/** The duty to which a value of a rulebook gives its date; none for another value. */
export function datedBy(name: string): DatedDuty | undefined {
  const duty = name.endsWith('.due') ? name.slice(0, -'.due'.length) : '';
  const further = duty.replace('.', '/');
  return isFurther(further) ? further : DATED.find((one) => one === duty);
}

/** 排放年度: the year that a cycle settles. */
export const emissionYearOf = (cycle: number): number => cycle - 1;

type Dates = Deadlines & { readonly surrender: Day };

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
  /**
   * The dates that the cycle's texts give. A duty without its date does not exist in the case, be it that the text is not in hand
   * or that another year's notice added the duty. The surrender's is always there: claims and expiries hang on it.
   */
  readonly dates: Dates;
  /** With which duty the data quality plan is due. */
  readonly dataQualityPlanWith?: DatedDuty;
  /** Names of the parameters that the rulebook calls not known; left out where it knows all. */
  readonly unknown?: readonly string[];
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
    /** Natural days to answer what a verifier asks, where it names none itself; in a verification. */
    readonly queryAnswer?: number;
  };
  readonly reminders: {
    /** Time of day, `HH:MM:SS`. */
    readonly at: string;
    /** Days before the date, longest first. */
    readonly annual: readonly number[];
    readonly monthly: readonly number[];
    readonly authority: readonly number[];
    /** In a verification. */
    readonly verifier?: readonly number[];
  };
  readonly offsets: {
    /** Share of confirmed emissions that all offsets together may cover. */
    readonly share: Amount;
    /** The same for CCER from outside Beijing, inside the above. */
    readonly outsideShare: Amount;
    /** A CCER recorded up to this day … */
    readonly oldRecordedUpTo?: Day;
    /** … is usable up to this one. Both left out where they are not known. */
    readonly oldUsableTo?: Day;
  };
  readonly preAllocationShare: Amount;
  /** 富余 / 亏缺上限, a share of confirmed emissions. */
  readonly surplusLimit: Amount;
  readonly spotCheck: { readonly tonnes: Amount; readonly share: Amount };
  /** 逾期未报送: the most that a fine for a missing report may come to, in yuan; provisional while its text is not in hand. */
  readonly missingReport: { readonly maxFine: Amount; readonly provisional: boolean };
  readonly calendar: WorkingCalendar;
  /** How many years ahead of the one in which it is decided a day may lie that an act brings; one, where terms of before say nothing. */
  readonly yearsAhead?: number;
  /** Names of the values above that are neither decided nor policy: results that rest on them are provisional. */
  readonly provisional: readonly string[];
}

export type Deadlines = Readonly<Partial<Record<(typeof DATED)[number], Day>> & Record<FurtherDuty, Day>>;
/** Values other than dates by which acts are judged from an adoption on. Windows and reminder days of a running cycle stay. */
export const JUDGED_BY = [
  'provisional',
  'dataQualityPlanWith',
  'offsets',
  'preAllocationShare',
  'surplusLimit',
  'spotCheck',
  'missingReport',
  'calendar',
] as const;
export type Values = Partial<Pick<Terms, (typeof JUDGED_BY)[number]>>;

/** What an amendment changes. */
export type Change = {
  readonly revision: number;
  readonly digest: string;
  readonly deadlines: Deadlines;
  readonly values?: Values | undefined;
};

/** The terms after an amendment: for the case, the city's cycle and the simulator alike. What it tells is not unknown any more. */
export function termsAfter(terms: Terms, { revision, digest, deadlines, values }: Change): Terms {
  const { unknown = [], ...known } = { ...terms, ...values, revision, digest, dates: { ...terms.dates, ...deadlines } };
  const left = unknown.filter((name) => {
    const duty = datedBy(name);
    return duty === undefined ? !tells(known.offsets, name) : deadlines[duty] === undefined;
  });
  return { ...known, ...(left.length > 0 ? { unknown: left } : {}) };
}

const tells = ({ oldRecordedUpTo, oldUsableTo }: Terms['offsets'], name: string): boolean =>
  (name === 'offsets.old-recorded-up-to' && oldRecordedUpTo !== undefined) ||
  (name === 'offsets.old-usable-to' && oldUsableTo !== undefined);
