import {
  addDays,
  addWorkingDays,
  closesAt,
  endOfMonth,
  isoOf,
  laterOf,
  type Day,
  type Month,
  type WorkingCalendar,
  yearsWithoutCalendar,
} from '../model/instant.js';
import { DATED, dueIn, type DatedDuty, type FurtherDuty } from '../model/terms.js';
import { line, QuestionError, type Reasoned, type WorkingStep } from './working.js';

export const MONTHLY = ['monthly-evidence', 'monthly-check'] as const;
const WINDOWS = ['monthly-check', 'general-check', 'first-check'] as const;
/** Every duty that has a date. */
export const DEADLINE_DUTIES = [
  ...DATED,
  'monthly-evidence',
  'monthly-check',
  'general-check',
  'first-check',
  'data-quality-plan',
  'collection',
  'rectification',
] as const;
export type DeadlineDuty = (typeof DEADLINE_DUTIES)[number] | FurtherDuty;

export interface DeadlineInput {
  readonly duty: DeadlineDuty;
  /** Of the monthly duties. */
  readonly month?: Month;
  /** When the filing came, for the windows of authorities: they start there if it is later than the nominal start. */
  readonly filedOn?: Day;
  /** When the emissions were confirmed, for the surrender. */
  readonly confirmedOn?: Day;
  /** When the shortfall was found, for the rectification. */
  readonly shortOn?: Day;
}
/** As in the terms; a sketch of a cycle may lack some. */
export interface DeadlineValues {
  readonly dates: Partial<Readonly<Record<DatedDuty, Day>>>;
  readonly windows: {
    readonly monthlyEvidence?: number;
    readonly monthlyCheck?: number;
    readonly firstCheck?: number;
    readonly generalCheck?: number;
    readonly surrenderAfterConfirmation?: number;
    readonly rectification?: number;
  };
  readonly dataQualityPlanWith?: DatedDuty;
  /** What the cycle asks no more, by the names of their values. */
  readonly dropped?: readonly string[];
  readonly calendar: WorkingCalendar;
}
export interface DeadlineAnswer {
  readonly dueOn: Day;
  /** The first instant that is too late. */
  readonly closesAt: string;
}

export const DEADLINE_RESTS = [
  ...DATED.map(dueIn),
  'monthly-evidence.window',
  'monthly-check.window',
  'first-check.window',
  'general-check.window',
  'surrender.after-confirmation',
  'rectification.window',
  'check.late-filing',
  'data-quality-plan.with',
  'collection.happens',
  'deadline.day',
  'deadline.roll',
];

interface Found {
  readonly day: Day;
  readonly working: readonly WorkingStep[];
  readonly because?: readonly string[];
}

const known = <T>(value: T | undefined, name: string): T => {
  if (value !== undefined) return value;
  throw new QuestionError(
    'not-known',
    ['duty'],
    `本周期的 ${name} 未知：尚未取得其文本`,
    `${name} is not known for this cycle: its text is not in hand`,
  );
};

const dated = (duty: DatedDuty, values: DeadlineValues): Found => {
  if (values.dropped?.includes(dueIn(duty)) === true)
    throw new QuestionError('not-required', ['duty'], `本周期不要求 ${duty}`, `this cycle asks no ${duty}`);
  const day = known(values.dates[duty], dueIn(duty));
  return { day, working: [line(`${duty}: 规定日期 / the date of the text`, day, 'day', dueIn(duty))] };
};

const after = (start: Found, days: number, parameter: string): Found => {
  const day = addDays(start.day, days);
  const step = `${start.day} + ${String(days)}个自然日 / natural days`;
  return { day, working: [...start.working, line(step, day, 'day', parameter, 'deadline.roll')] };
};

const evidence = (input: DeadlineInput, values: DeadlineValues): Found => {
  if (input.month === undefined)
    throw new QuestionError(
      'bad-input',
      ['month'],
      `${input.duty} 按月办理：请以 YYYY-MM 写明月份`,
      `${input.duty} is monthly: state month as YYYY-MM`,
    );
  const day = endOfMonth(input.month);
  const end = { day, working: [line(`${input.month}: 月末 / end of the month`, day, 'day')] };
  return after(end, known(values.windows.monthlyEvidence, 'monthly-evidence.window'), 'monthly-evidence.window');
};

/** A window of an authority: from the deadline of what it checks, or from the filing where that came later (policy). */
const window = (nominal: Found, input: DeadlineInput, days: number | undefined, parameter: string): Found => {
  const { filedOn } = input;
  const later = filedOn !== undefined && filedOn > nominal.day;
  const start = later
    ? {
        day: filedOn,
        working: [
          ...nominal.working,
          line('逾期报送，自报送日起 / filed later: from the filing', filedOn, 'day', 'check.late-filing'),
        ],
      }
    : nominal;
  return after(start, known(days, parameter), parameter);
};

/** Some working days after a day, and why that day may still change: a year whose holidays it hangs on has no calendar. */
const workingDays = (from: Day, days: number, values: DeadlineValues, parameter: string): Found => {
  const day = addWorkingDays(from, days, values.calendar);
  const because = yearsWithoutCalendar(from, day, values.calendar).map(
    (year) => `calendar.${String(year)} is not known: there is none on file, Monday to Friday are counted as its working days`,
  );
  const working = [line(`${from} + ${String(days)}个工作日 / working days`, day, 'day', parameter)];
  return { day, working, ...(because.length > 0 ? { because } : {}) };
};

const surrender = (input: DeadlineInput, values: DeadlineValues): Found => {
  const nominal = dated('surrender', values);
  if (input.confirmedOn === undefined) return nominal;
  const days = known(values.windows.surrenderAfterConfirmation, 'surrender.after-confirmation');
  const reached = workingDays(input.confirmedOn, days, values, 'surrender.after-confirmation');
  return { ...reached, day: laterOf(reached.day, nominal.day), working: [...nominal.working, ...reached.working] };
};

const rectification = (input: DeadlineInput, values: DeadlineValues): Found => {
  if (input.shortOn === undefined)
    throw new QuestionError(
      'bad-input',
      ['shortOn'],
      '整改自欠缴之日起算：请写明 shortOn',
      'rectification counts from a shortfall: state shortOn',
    );
  const days = known(values.windows.rectification, 'rectification.window');
  return workingDays(input.shortOn, days, values, 'rectification.window');
};

/** The day after the surrender deadline, at whose first instant collection runs. */
const collectionDay = (values: DeadlineValues): Found => {
  const nominal = dated('surrender', values);
  const day = addDays(nominal.day, 1);
  return {
    day,
    working: [...nominal.working, line('次日零时起收缴 / collection from the next midnight', day, 'day', 'collection.happens')],
  };
};

const find = (input: DeadlineInput, values: DeadlineValues): Found => {
  const { windows } = values;
  switch (input.duty) {
    case 'monthly-evidence':
      return evidence(input, values);
    case 'monthly-check':
      return window(evidence(input, values), input, windows.monthlyCheck, 'monthly-check.window');
    case 'general-check':
      return window(dated('general-report', values), input, windows.generalCheck, 'general-check.window');
    case 'first-check':
      return window(dated('verified-report', values), input, windows.firstCheck, 'first-check.window');
    case 'data-quality-plan': {
      const found = dated(known(values.dataQualityPlanWith, 'data-quality-plan.with'), values);
      return {
        day: found.day,
        working: [...found.working, line('与之同日 / on the same day', found.day, 'day', 'data-quality-plan.with')],
      };
    }
    case 'surrender':
      return surrender(input, values);
    case 'collection':
      return collectionDay(values);
    case 'rectification':
      return rectification(input, values);
    default:
      return dated(input.duty, values);
  }
};

/** What belongs to which duty; anything else in a question is a mistake that must not pass in silence. */
const BELONGS: readonly (readonly [keyof DeadlineInput, readonly string[]])[] = [
  ['month', MONTHLY],
  ['filedOn', WINDOWS],
  ['confirmedOn', ['surrender']],
  ['shortOn', ['rectification']],
];

/**
 * 三 时间安排: the day on which a duty is due and the first instant that is too late. 前 / 内 / 截止 include the day named, to its
 * last instant in Beijing; natural days, no roll over weekends or holidays.
 */
export function deadline(input: DeadlineInput, values: DeadlineValues): Reasoned<DeadlineAnswer> {
  for (const [key, duties] of BELONGS)
    if (input[key] !== undefined && !duties.includes(input.duty))
      throw new QuestionError(
        'bad-input',
        [key],
        `${key} 属于 ${duties.join(', ')}，不属于 ${input.duty}；请去掉`,
        `${key} belongs to ${duties.join(', ')}, not to ${input.duty}; leave it out`,
      );
  const { day, working, because } = find(input, values);
  const closes = isoOf(closesAt(day));
  return {
    answer: { dueOn: day, closesAt: closes },
    working: [
      ...working,
      line('含当日 / the day named is included; too late from', closes, 'instant', 'deadline.day', 'deadline.roll'),
    ],
    ...(because ? { because } : {}),
  };
}
