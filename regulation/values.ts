import type { Day } from '../domain/model/instant.js';
import { isProvisional, type Parameter, type Rulebook } from '../domain/model/rulebook.js';
import { datedBy, type DatedDuty } from '../domain/model/terms.js';
import type { DeadlineValues } from '../domain/rules/deadline.js';
import { FUELS, type Fuel } from '../domain/model/fuel.js';
import type { EmissionsValues, FuelFactors } from '../domain/rules/emissions.js';
import type { PlausibilityValues } from '../domain/rules/plausibility.js';
import { QuestionError } from '../domain/rules/working.js';

/** Why a rulebook cannot say a value: the reason that it gives itself is written in English. */
function notKnown({ cycle, unknown }: Rulebook, name: string): QuestionError {
  const because = unknown[name];
  return new QuestionError(
    'not-known',
    [],
    `${String(cycle)} 年度的 ${name} 未知：${because === undefined ? '规则中没有此值' : '其文本尚未取得'}`,
    `${name} is not known in cycle ${String(cycle)}: ${because ?? 'no such value is in this rulebook'}`,
  );
}

/** The one text a parameter stands for. Throws a QuestionError `not-known` where the rulebook has none. */
export function textIn(rulebook: Rulebook, name: string): string {
  const value = rulebook.parameters[name]?.value;
  if (typeof value === 'string') return value;
  throw notKnown(rulebook, name);
}

/** The list a parameter stands for. */
export function listIn(rulebook: Rulebook, name: string): readonly string[] {
  const value = rulebook.parameters[name]?.value;
  if (Array.isArray(value)) return value as readonly string[];
  throw notKnown(rulebook, name);
}

const maybe = (rulebook: Rulebook, name: string): string | undefined => {
  const value = rulebook.parameters[name]?.value;
  return typeof value === 'string' ? value : undefined;
};

const present = <T extends object>(entries: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Partial<T>;

type Windows = { -readonly [K in keyof DeadlineValues['windows']]-?: number };

/** Dates and windows as far as the rulebook knows them. */
export function deadlineValues(rulebook: Rulebook): DeadlineValues {
  const days = (name: string): number | undefined => {
    const text = maybe(rulebook, name);
    return text === undefined ? undefined : Number(text);
  };
  const dates: Partial<Record<DatedDuty, Day>> = {};
  for (const name of Object.keys(rulebook.parameters)) {
    const [duty, day] = [datedBy(name), maybe(rulebook, name)];
    if (duty !== undefined && day !== undefined) dates[duty] = day;
  }
  const plan = maybe(rulebook, 'data-quality-plan.with') as DatedDuty | undefined;
  return {
    dates,
    windows: present<Windows>({
      monthlyEvidence: days('monthly-evidence.window'),
      monthlyCheck: days('monthly-check.window'),
      firstCheck: days('first-check.window'),
      generalCheck: days('general-check.window'),
      surrenderAfterConfirmation: days('surrender.after-confirmation'),
      rectification: days('rectification.window'),
    }),
    ...(plan === undefined ? {} : { dataQualityPlanWith: plan }),
    ...(rulebook.dropped ? { dropped: Object.keys(rulebook.dropped) } : {}),
    calendar: rulebook.calendar,
  };
}

/** The factors of all fuels, of electricity and of heat. */
export function emissionsValues(rulebook: Rulebook): EmissionsValues {
  const factors = (fuel: Fuel): FuelFactors => ({
    ncv: textIn(rulebook, `fuel.${fuel}.ncv`),
    carbonContent: textIn(rulebook, `fuel.${fuel}.carbon-content`),
    oxidation: textIn(rulebook, `fuel.${fuel}.oxidation`),
  });
  return {
    fuels: Object.fromEntries(FUELS.map((fuel) => [fuel, factors(fuel)])) as Record<Fuel, FuelFactors>,
    co2Mass: textIn(rulebook, 'emissions.co2-mass'),
    carbonMass: textIn(rulebook, 'emissions.carbon-mass'),
    electricityFactor: textIn(rulebook, 'electricity.factor'),
    greenElectricityFactor: textIn(rulebook, 'green-electricity.factor'),
    heatFactor: textIn(rulebook, 'heat.factor'),
  };
}

/** By which a month's data are called plausible. */
export function plausibilityValues(rulebook: Rulebook): PlausibilityValues {
  const { fuels } = emissionsValues(rulebook);
  return {
    jumpShare: textIn(rulebook, 'plausibility.jump-share'),
    yearJumpShare: textIn(rulebook, 'plausibility.year-jump-share'),
    slipFactors: listIn(rulebook, 'plausibility.slip-factors'),
    slipTolerance: textIn(rulebook, 'plausibility.slip-tolerance'),
    heatSlipFactors: listIn(rulebook, 'plausibility.heat-slip-factors'),
    factors: fuels,
  };
}

/** Why an answer that rests on these parameters is provisional, one line for each that is not decided. */
export const provisionalBecause = (rulebook: Rulebook, names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const parameter: Parameter | undefined = rulebook.parameters[name];
    if (!parameter || !isProvisional(parameter.status)) return [];
    const why = parameter.takenFrom === undefined ? (parameter.reading ?? '') : `taken over from cycle ${parameter.takenFrom}`;
    return [`${name} = ${String(parameter.value)} is ${parameter.status}${why ? `: ${why}` : ''}`];
  });
