import type { Case, DutyRecord } from '../model/case.js';
import { addDays, closesAt, dayOf, instantOf, type Day, type Instant } from '../model/instant.js';
import type { Terms } from '../model/terms.js';

/** Something somebody owes by an instant, or may do up to one. One file a duty, in the notice's order. */
export interface Duty {
  /** As in the rules: `first-report`; with the month where there are twelve: `monthly-evidence/2024-05`. */
  readonly name: string;
  readonly zh: string;
  readonly clause: string;
  readonly owedBy: 'unit' | 'district' | 'city' | 'platform';
  /** Which of the rulebook's reminder days apply. */
  readonly rhythm: 'annual' | 'monthly' | 'authority';
  /** Its date before anything has happened. */
  readonly nominal: (terms: Terms) => Day;
  /** What its instant brings: overdue, the end of a right, or nothing by itself. */
  readonly atItsEnd: 'overdue' | 'lapses' | 'collection';
  /** Whether a missed report is referred for enforcement. */
  readonly referred?: boolean;
  /** Whether its clock runs now: whether anybody is reminded of it, and can miss it. Always, unless it says otherwise. */
  readonly runs?: (c: Case) => boolean;
  /** The duty whose filing it checks: it waits for that filing. */
  readonly checks?: { readonly name: string; readonly zh: string };
}

/** A record of a duty of this case, or none where the case began after its date. */
export const recordOf = (c: Case, name: string): DutyRecord | undefined => c.duties[name];

/** Still to be done, and in time. */
export const isOpen = (record: DutyRecord): boolean => record.state === 'pending' || record.state === 'returned';

const reminderDays = (duty: Duty, terms: Terms): readonly number[] => terms.reminders[duty.rhythm];

/** The reminder instants of a date, earliest first. The same few dates are asked for again and again. */
const reminders = new Map<string, readonly Instant[]>();
export const remindersOf = (duty: Duty, dueOn: Day, terms: Terms): readonly Instant[] => {
  const days = reminderDays(duty, terms);
  const key = `${dueOn} ${terms.reminders.at} ${days.join()}`;
  const known = reminders.get(key);
  if (known) return known;
  const made = days.map((n) => instantOf(addDays(dueOn, -n), terms.reminders.at)).sort((a, b) => a - b);
  if (reminders.size > 2_000) reminders.clear();
  reminders.set(key, made);
  return made;
};

/** A window that runs from a deadline, or from the filing where that came later (policy). */
export const windowFrom = (deadline: Day, days: number, filedAt?: Instant): Day => {
  const filedOn = filedAt === undefined ? deadline : dayOf(filedAt);
  return addDays(filedOn > deadline ? filedOn : deadline, days);
};

/** Whether an instant comes after the last one that is in time. */
export const isLate = (at: Instant, dueOn: Day): boolean => at >= closesAt(dueOn);
