import type { Unit } from '../domain/model/case.js';
import { yearOf, type Day, type WorkingCalendar } from '../domain/model/instant.js';
import { isProvisional, rulebookName, type Rulebook } from '../domain/model/rulebook.js';
import { DATED, datedBy, dueIn, termsAfter, type DatedDuty, type Deadlines, type Terms } from '../domain/model/terms.js';
import { digestOf } from './digest.js';
import { RegulationError } from './errors.js';

const fileOf = (rulebook: Rulebook): string => `regulation/cycles/${rulebookName(rulebook)}.yaml`;

/** What nobody knows, with why: as the rulebook says it. */
const notKnown = (rulebook: Rulebook, names: readonly string[]): RegulationError =>
  new RegulationError(
    'not-known',
    { file: fileOf(rulebook) },
    `规则中尚无 ${names.join('、')}`,
    names.map((name) => `${name}: ${rulebook.unknown[name] ?? 'the rulebook has no such value'}`).join('; '),
  );

/** The value of a parameter. Throws `not-known` when the rulebook says that nobody knows it. */
export function valueOf(rulebook: Rulebook, name: string): string | readonly string[] {
  const parameter = rulebook.parameters[name];
  if (parameter) return parameter.value;
  throw notKnown(rulebook, [name]);
}

const textOf = (rulebook: Rulebook, name: string): string => {
  const value = valueOf(rulebook, name);
  if (typeof value === 'string') return value;
  throw new RegulationError(
    'bad-value',
    { file: fileOf(rulebook) },
    `${name} 应为一个值，不是多个`,
    `${name} must be one value, not a list`,
  );
};
const countOf = (rulebook: Rulebook, name: string): number => Number(textOf(rulebook, name));
const countsOf = (rulebook: Rulebook, name: string): number[] => {
  const value = valueOf(rulebook, name);
  return (typeof value === 'string' ? [value] : value).map(Number).sort((a, b) => b - a);
};

/** Where each value of the terms comes from; the keys are what `Terms.provisional` lists. */
const SOURCES: Readonly<Record<string, string>> = {
  'windows.monthlyEvidence': 'monthly-evidence.window',
  'windows.monthlyCheck': 'monthly-check.window',
  'windows.firstCheck': 'first-check.window',
  'windows.generalCheck': 'general-check.window',
  'windows.surrenderAfterConfirmation': 'surrender.after-confirmation',
  'windows.rectification': 'rectification.window',
  'reminders.at': 'reminders.at',
  'reminders.annual': 'reminders.annual',
  'reminders.monthly': 'reminders.monthly',
  'reminders.authority': 'reminders.authority',
  'offsets.share': 'offsets.share',
  'offsets.outsideShare': 'offsets.outside-share',
  'offsets.oldRecordedUpTo': 'offsets.old-recorded-up-to',
  'offsets.oldUsableTo': 'offsets.old-usable-to',
  preAllocationShare: 'pre-allocation.share',
  surplusLimit: 'allocation.surplus-limit',
  'spotCheck.tonnes': 'spot-check.tonnes',
  'spotCheck.share': 'spot-check.share',
  // Readings that amounts rest on without a number of their own.
  binding: 'confirmation.binding',
  allocation: 'allocation.limit-formula',
  adjustment: 'adjustment.amount',
};

/** Every duty that a rulebook may date: those that the program knows, then what its notice asks besides. */
const dutiesIn = ({ parameters }: Rulebook): readonly DatedDuty[] => [
  ...new Set([
    ...DATED,
    ...Object.keys(parameters)
      .sort()
      .flatMap((name) => datedBy(name) ?? []),
  ]),
];

const provisionalOf = (rulebook: Rulebook): string[] =>
  Object.entries({
    ...SOURCES,
    ...Object.fromEntries(dutiesIn(rulebook).map((duty) => [`dates.${duty}`, dueIn(duty)])),
  }).flatMap(([field, name]) => {
    const parameter = rulebook.parameters[name];
    return parameter && isProvisional(parameter.status) ? [field] : [];
  });

/** The dates that the rulebook knows. */
const datesOf = (rulebook: Rulebook): Terms['dates'] => {
  const dates = Object.fromEntries(
    dutiesIn(rulebook).flatMap((duty) => (rulebook.parameters[dueIn(duty)] ? [[duty, textOf(rulebook, dueIn(duty))]] : [])),
  ) as Deadlines;
  return { ...dates, surrender: textOf(rulebook, 'surrender.due') };
};

/** What a kind of unit cannot have a case without: the date of its report, and that with which whatever it holds is settled. */
const NEEDED: Readonly<Record<Unit['kind'], readonly string[]>> = {
  key: ['surrender.due'],
  general: ['general-report.due', 'surrender.due'],
};

const MAY_BE_UNKNOWN = [...DATED.map(dueIn), 'offsets.old-recorded-up-to', 'offsets.old-usable-to'];

/** The calendars that a case may count through: of its emission year, and of every year after it that is on file. */
const calendarSince = ({ calendar, emissionYear }: Rulebook): WorkingCalendar => {
  const since = (days: readonly Day[]): readonly Day[] => days.filter((day) => yearOf(day) >= emissionYear);
  return { free: since(calendar.free), worked: since(calendar.worked) };
};

/**
 * What a case needs of its rulebook. A date that is not known leaves its duty out, and stands under `unknown`. Throws
 * `not-known` where what the units of these kinds cannot do without is missing, and names all of it.
 */
export function termsOf(rulebook: Rulebook, kinds: readonly Unit['kind'][] = ['key']): Terms {
  const missing = [...new Set(kinds.flatMap((kind) => NEEDED[kind]))].filter((name) => !rulebook.parameters[name]);
  if (missing.length > 0) throw notKnown(rulebook, missing);
  const text = (name: string): string => textOf(rulebook, name);
  const count = (name: string): number => countOf(rulebook, name);
  const maybe = (name: string): string | undefined => (rulebook.parameters[name] ? text(name) : undefined);
  const unknown = MAY_BE_UNKNOWN.filter((name) => !rulebook.parameters[name] && rulebook.dropped?.[name] === undefined);
  const [oldRecordedUpTo, oldUsableTo] = [maybe('offsets.old-recorded-up-to'), maybe('offsets.old-usable-to')];
  return {
    cycle: rulebook.cycle,
    revision: rulebook.revision,
    digest: rulebook.digest,
    emissionYear: rulebook.emissionYear,
    evidenceYear: rulebook.evidenceYear,
    dates: datesOf(rulebook),
    dataQualityPlanWith: text('data-quality-plan.with') as DatedDuty,
    ...(unknown.length > 0 ? { unknown } : {}),
    windows: {
      monthlyEvidence: count('monthly-evidence.window'),
      monthlyCheck: count('monthly-check.window'),
      firstCheck: count('first-check.window'),
      generalCheck: count('general-check.window'),
      surrenderAfterConfirmation: count('surrender.after-confirmation'),
      rectification: count('rectification.window'),
    },
    reminders: {
      at: text('reminders.at'),
      annual: countsOf(rulebook, 'reminders.annual'),
      monthly: countsOf(rulebook, 'reminders.monthly'),
      authority: countsOf(rulebook, 'reminders.authority'),
    },
    offsets: {
      share: text('offsets.share'),
      outsideShare: text('offsets.outside-share'),
      ...(oldRecordedUpTo === undefined || oldUsableTo === undefined ? {} : { oldRecordedUpTo, oldUsableTo }),
    },
    preAllocationShare: text('pre-allocation.share'),
    surplusLimit: text('allocation.surplus-limit'),
    spotCheck: { tonnes: text('spot-check.tonnes'), share: text('spot-check.share') },
    missingReport: {
      maxFine: text('missing-report.max-fine'),
      provisional: isProvisional(rulebook.parameters['missing-report.max-fine']?.status ?? 'placeholder'),
    },
    calendar: calendarSince(rulebook),
    ...(rulebook.parameters['bounds.years-ahead'] ? { yearsAhead: count('bounds.years-ahead') } : {}),
    provisional: provisionalOf(rulebook),
  };
}

/** What a rehearsal's own amendment changes. */
export interface Amendment {
  readonly revision: number;
  readonly basis: string;
  readonly deadlines: Deadlines;
}

/** Terms after an amendment: the dates it names are decided by it; the digest names the old terms and the change. */
export function amendTerms(terms: Terms, { revision, deadlines, ...amendment }: Amendment): Terms {
  const named = Object.keys(deadlines).map((duty) => `dates.${duty}`);
  const provisional = terms.provisional.filter((field) => !named.includes(field));
  const digest = digestOf([terms.digest, { revision, ...amendment, deadlines }]);
  return termsAfter(terms, { revision, digest, deadlines, values: { provisional } });
}
