import { own } from '../domain/model/own.js';
import type { Rulebook } from '../domain/model/rulebook.js';
import { isDay } from '../domain/model/instant.js';
import { DATED, datedBy, dueIn, LATER, type DatedDuty } from '../domain/model/terms.js';

/** What the program expects of one parameter: its unit, whether its value is sound, whether it must say of what it is. */
export interface Expectation {
  readonly unit: string;
  readonly of?: boolean;
  /** Every cycle must have it, be it as "not known". */
  readonly required: boolean;
  sound(value: string | readonly string[]): boolean;
  readonly example: string;
}

type Kind = Omit<Expectation, 'required'>;
const one = (value: string | readonly string[], pattern: RegExp): boolean => typeof value === 'string' && pattern.test(value);
const NUMBER = /^(0|[1-9]\d{0,17})(\.\d{1,12})?$/;
const COUNT = /^[1-9]\d{0,3}$/;

const number = (unit: string, of = false): Kind => ({ unit, of, sound: (value) => one(value, NUMBER), example: '0.604' });
const share = (): Kind => ({
  unit: 'share',
  of: true,
  sound: (value) => one(value, NUMBER) && Number(value) <= 1,
  example: '0.05, never 5 %',
});
const days = (unit: string): Kind => ({ unit, sound: (value) => one(value, COUNT), example: '20' });
const list = (unit: string): Kind => ({
  unit,
  sound: (value) => Array.isArray(value) && value.length > 0 && value.every((part: string) => COUNT.test(part)),
  example: '[30, 7, 1]',
});
const day: Kind = { unit: 'day', sound: (value) => typeof value === 'string' && isDay(value), example: '2024-06-15' };
const multiples: Kind = {
  ...list('multiples'),
  sound: (value) => Array.isArray(value) && value.every((part: string) => /^\d+$/.test(part)),
};
/** A reading that the program carries out: it knows these and no others. */
const word = (...known: string[]): Kind => ({
  unit: 'word',
  sound: (value) => typeof value === 'string' && known.includes(value),
  example: known.join(' or '),
});

const FUELS: Readonly<Record<string, string>> = {
  'natural-gas': 'GJ/10⁴Nm³',
  gasoline: 'GJ/t',
  diesel: 'GJ/t',
  lpg: 'GJ/t',
  kerosene: 'GJ/t',
  'fuel-oil': 'GJ/t',
};

const REQUIRED: Readonly<Record<string, Kind>> = {
  'emissions.formula': word('activity × ncv × carbon-content × oxidation × co2-to-carbon'),
  'emissions.co2-mass': number('g/mol'),
  'emissions.carbon-mass': number('g/mol'),
  ...Object.fromEntries(
    Object.entries(FUELS).flatMap(([fuel, unit]) => [
      [`fuel.${fuel}.ncv`, number(unit)],
      [`fuel.${fuel}.carbon-content`, number('tC/TJ')],
      [`fuel.${fuel}.oxidation`, share()],
    ]),
  ),
  'electricity.factor': number('t/MWh'),
  'heat.factor': number('t/GJ'),
  'green-electricity.factor': number('t/MWh'),
  'emissions.rounding': word('hundredths-half-up'),
  'allocation.formula': word('parts-plus-new-minus-deductions'),
  'allocation.surplus-limit': share(),
  'allocation.limit-formula': word('within-share-of-confirmed'),
  'allocation.rounding': word('whole-half-up'),
  'offsets.carbon-inclusive': word('usable-once-issued'),
  'deadline.day': word('included'),
  'deadline.roll': word('none'),
  'reminders.at': {
    unit: 'time of day',
    sound: (value) => one(value, /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/),
    example: '09:00:00',
  },
  'reminders.annual': list('days before'),
  'reminders.monthly': list('days before'),
  'reminders.authority': list('days before'),
  ...Object.fromEntries(DATED.filter((duty) => !LATER.includes(duty)).map((duty) => [dueIn(duty), day])),
  'monthly-evidence.window': days('natural days'),
  'monthly-check.window': days('natural days'),
  'check.late-filing': word('from-filing'),
  'data-quality-plan.with': { unit: 'duty', sound: (value) => DATED.some((duty) => duty === value), example: 'first-report' },
  'general-check.window': days('natural days'),
  'first-check.window': days('natural days'),
  'adjustment.amount': word('as-decided'),
  'confirmation.binding': word('spot-checked-else-verified'),
  'pre-allocation.share': share(),
  'pre-allocation.condition': word('settled-and-not-newly-listed'),
  'true-up.rule': word('issue-or-take-back'),
  'auction.clearing': word('uniform-lowest-accepted'),
  'auction.key-share': share(),
  'auction.voluntary-share': share(),
  'auction.voluntary-total-share': share(),
  'auction.floor-multiple': number('multiple', true),
  'surrender.after-confirmation': days('working days'),
  'obligation.rounding': word('whole-up'),
  'offsets.share': share(),
  'offsets.outside-share': share(),
  'offsets.rounding': word('whole-down'),
  'offsets.old-recorded-up-to': day,
  'offsets.old-usable-to': day,
  'collection.happens': word('after-surrender-due'),
  'collection.order': word('expiring-allowances-offsets'),
  'filing.seal': word('required'),
  'spot-check.tonnes': number('t'),
  'spot-check.share': share(),
  'rating.minimum-reports': days('reports'),
  'plausibility.jump-share': share(),
  'plausibility.year-jump-share': share(),
  'plausibility.annual-share': share(),
  'plausibility.slip-factors': multiples,
  'plausibility.slip-tolerance': share(),
  'rectification.window': days('working days'),
  'penalty.min-multiple': number('multiple', true),
  'penalty.max-multiple': number('multiple', true),
  'missing-report.max-fine': number('yuan'),
};

/** Which platforms something holds on, or none of them. */
const platforms: Kind = {
  unit: 'platforms',
  sound: (value) =>
    value === 'none' ||
    (Array.isArray(value) && value.every((one: string) => ['embedded', 'rehearsal', 'service'].includes(one))),
  example: '[embedded, rehearsal]',
};

/** Policies of the platform that hold in every cycle: `policies.yaml`. */
const STANDING: Readonly<Record<string, Kind>> = {
  'collection.borrowing': word('none'),
  'bounds.years-ahead': days('years'),
  'approval.reminders': list('working days'),
  'approval.lapse': days('working days'),
  'seal.witness': platforms,
  'verification.reminders': list('days'),
  'verification.answer-window': days('natural days'),
  'verification.same-verifier': days('years'),
  'plausibility.heat-slip-factors': multiples,
  'adjustment.facility-share': share(),
  'adjustment.facility-tonnes': number('t'),
  'adjustment.base-year-swing': share(),
};

/** Families of values: those that annex 4 brings, one per product or sector, whatever the authority calls them; one per act. */
const FAMILIES: readonly (readonly [RegExp, Kind])[] = [
  [
    /^benchmark\.[a-z0-9-]+$/,
    { unit: 't per unit of activity', of: true, sound: (value) => one(value, NUMBER), example: '0.0631' },
  ],
  [
    /^base-intensity\.[a-z0-9-]+$/,
    { unit: 't per unit of activity', of: true, sound: (value) => one(value, NUMBER), example: '0.5' },
  ],
  [/^seal\.witness\.[a-z-]+$/, platforms],
  [/^coefficient\.(historic-total|historic-intensity)\.[a-z0-9-]+$/, number('multiple', true)],
];

/** Without these no cycle can be settled; every other duty a notice may drop. */
const NEVER_DROPPED: readonly DatedDuty[] = ['confirmation', 'final-allocation', 'surrender'];
export const isDroppable = (name: string): boolean => {
  const duty = datedBy(name);
  return duty !== undefined && REQUIRED_NAMES.includes(name) && !NEVER_DROPPED.includes(duty);
};

/** The names that every rulebook must give a value, call not known, or, where they date a duty, call dropped. */
export const REQUIRED_NAMES: readonly string[] = Object.keys(REQUIRED);

/** The names that every rulebook has, and those that only this one has. */
export const namesIn = ({ parameters }: Pick<Rulebook, 'parameters'>): readonly string[] => [
  ...new Set([...REQUIRED_NAMES, ...Object.keys(parameters)]),
];

/** What is expected of a parameter of this name; nothing for a name that no rule reads. */
export const expectationOf = (name: string): Expectation | undefined => {
  const fixed = own(REQUIRED, name);
  if (fixed) return { ...fixed, required: true };
  const standing = own(STANDING, name);
  if (standing) return { ...standing, required: false };
  // a further filing, whatever the notice calls it, or a duty that a later notice added
  if (datedBy(name)) return { ...day, required: false };
  const family = FAMILIES.find(([pattern]) => pattern.test(name));
  return family && { ...family[1], required: false };
};
