import type { Case, DutyRecord, Unit } from '../model/case.js';
import { addDays, closesAt, dayOf, instantOf, type Day, type Instant } from '../model/instant.js';
import type { Terms } from '../model/terms.js';
import type { ActName } from '../model/brings.js';
import { own } from '../model/own.js';
import type { Act } from '../model/step.js';
import type { Before } from './before.js';

/** Something somebody owes by an instant, or may do up to one. One file a duty, in the notice's order. */
export interface Duty {
  /** As in the rules: `first-report`; with the month where there are twelve: `monthly-evidence/2024-05`. */
  readonly name: string;
  readonly zh: string;
  readonly clause: string;
  readonly owedBy: 'unit' | 'district' | 'city' | 'platform' | 'verifier';
  /** Which of the rulebook's reminder days apply. */
  readonly rhythm: 'annual' | 'monthly' | 'authority' | 'verifier';
  /**
   * Its date before anything has happened; for one unit, where it differs for a unit listed in mid-year. None where the terms
   * lack what it hangs on: then the duty does not exist.
   */
  readonly nominal: (terms: Terms, unit?: Unit) => Day | undefined;
  /** What its instant brings: overdue, the end of a right, or nothing by itself. */
  readonly atItsEnd: 'overdue' | 'lapses' | 'collection';
  /** Of use only to a unit that still owes. */
  readonly forSettling?: true;
  /** Which of the register's flags ask it of a unit: any of them does. */
  readonly askedBy: readonly ('mustReport' | 'mustBeVerified' | 'mustSettle')[];
  /** The acts about it, which a unit of which it is not asked cannot do either; of a month or a further filing the act itself says which. */
  readonly acts?: readonly Act['do'][];
  /** What of it can be taken over in mid-year: acts of before, by name. */
  readonly before?: Readonly<Partial<Record<ActName, Before>>>;
  /** Whether a missed report is referred for enforcement. */
  readonly referred?: boolean;
  /** Whether its clock runs now: whether anybody is reminded of it, and can miss it. Always, unless it says otherwise. */
  readonly runs?: (c: Case) => boolean;
  /** The duty whose filing it checks: it waits for that filing. */
  readonly checks?: { readonly name: string; readonly zh: string };
}

/** A record of a duty of this case, or none where the case began after its date. */
export const recordOf = (c: Case, name: string): DutyRecord | undefined => own(c.duties, name);

/** The date of a duty of this case. Throws for one that the case has not: what asks has looked before. */
export function dateOf(c: Case, duty: Duty): Day {
  const dueOn = c.duties[duty.name]?.dueOn ?? duty.nominal(c.terms, c.unit);
  if (dueOn === undefined) throw new Error(`${c.id}: ${duty.name} is no duty of this case`);
  return dueOn;
}

/** Still to be done, and in time. */
export const isOpen = (record: DutyRecord): boolean => record.state === 'pending' || record.state === 'returned';

/** The reminder instants already worked out: the same few dates are asked for again and again. */
const known = new WeakMap<Terms['reminders'], Map<string, readonly Instant[]>>();

/** The reminder instants of a date, earliest first. */
export function remindersOf(duty: Duty, dueOn: Day, terms: Terms): readonly Instant[] {
  let dates = known.get(terms.reminders);
  if (!dates) known.set(terms.reminders, (dates = new Map<string, readonly Instant[]>()));
  const key = duty.rhythm + dueOn;
  let instants = dates.get(key);
  if (!instants) {
    const { [duty.rhythm]: days = [], at } = terms.reminders;
    instants = days.map((n) => instantOf(addDays(dueOn, -n), at)).sort((a, b) => a - b);
    dates.set(key, instants);
  }
  return instants;
}

/** A day some natural days after another, where there is one. */
export const daysAfter = (day: Day | undefined, days: number): Day | undefined => day && addDays(day, days);

/** A window that runs from a deadline, or from the filing where that came later (policy). */
export const windowFrom = (deadline: Day, days: number, filedAt?: Instant): Day => {
  const filedOn = filedAt === undefined ? deadline : dayOf(filedAt);
  return addDays(filedOn > deadline ? filedOn : deadline, days);
};

/** Whether an instant comes after the last one that is in time. */
export const isLate = (at: Instant, dueOn: Day): boolean => at >= closesAt(dueOn);
