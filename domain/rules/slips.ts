import { distance, isLess, isZero, minus, smaller, times, type Amount } from '../model/amount.js';
import type { Fuel } from '../model/fuel.js';
import type { FuelFactors, FuelUse } from './emissions.js';
import type { Finding } from './finding.js';

/** By which one figure is taken for another one in the wrong unit. */
export interface SlipValues {
  readonly slipFactors: readonly Amount[];
  /** Of heat besides: how many kWh a GJ has. */
  readonly heatSlipFactors: readonly Amount[];
  readonly slipTolerance: Amount;
  /** The rulebook's factors of each fuel, to know a slipped one by. */
  readonly factors: Readonly<Record<Fuel, FuelFactors>>;
}

/** The units that are mistaken for each other. */
export const UNITS = 'kWh/MWh, m³/10⁴m³, kWh/GJ';

const nearest = new WeakMap<SlipValues, Amount>();
/** The least multiple that counts as about the least factor. */
const leastSlip = (values: SlipValues): Amount => {
  const known = nearest.get(values);
  if (known !== undefined) return known;
  const least = values.slipFactors.reduce((a, b) => smaller(a, b));
  const found = minus(least, times(least, values.slipTolerance));
  nearest.set(values, found);
  return found;
};

/** Whether two figures are too near to each other to be a multiple and a part: most are, and nothing more is asked of them. */
const isAlike = (now: Amount, then: Amount, values: SlipValues): boolean => {
  if (values.slipFactors.length === 0) return true;
  const least = leastSlip(values);
  return isLess(now, times(then, least)) && isLess(then, times(now, least));
};

/** The factor by which one figure is about a multiple or a part of another, where that looks like a slip of the unit. */
export const slipOf = (now: Amount, then: Amount, values: SlipValues, name = ''): Amount | undefined => {
  const about = (a: Amount, b: Amount, factor: Amount): boolean => {
    const multiple = times(b, factor);
    return !isLess(times(multiple, values.slipTolerance), distance(a, multiple));
  };
  if (isZero(now) || isAlike(now, then, values)) return undefined;
  const factors = name === 'heat' ? [...values.slipFactors, ...values.heatSlipFactors] : values.slipFactors;
  return factors.find((factor) => about(now, then, factor) || about(then, now, factor));
};

/** What the factors of a fuel are called. */
export const FACTOR_WORDS: Readonly<Record<keyof FuelFactors, readonly [zh: string, en: string]>> = {
  ncv: ['低位发热量', 'NCV'],
  carbonContent: ['单位热值含碳量', 'carbon content'],
  oxidation: ['碳氧化率', 'oxidation'],
};

/** Factors that are brought with a fuel and are about a multiple or a part of the default one. */
export const factorSlips = (fuels: readonly FuelUse[], values: SlipValues): Finding[] =>
  fuels.flatMap((use) =>
    (['ncv', 'carbonContent', 'oxidation'] as const).flatMap((name): Finding[] => {
      const [its, usual] = [use[name], values.factors[use.fuel][name]];
      const slip = its === undefined ? undefined : slipOf(its, usual, values);
      if (its === undefined || slip === undefined) return [];
      const [zh, en] = FACTOR_WORDS[name];
      return [
        {
          code: 'factor-slip',
          severity: 'error',
          about: use.fuel,
          zh: `${use.fuel} 的${zh}与缺省值相差约${slip}倍`,
          en: `the ${en} of ${use.fuel} is about ${slip} times off the default`,
          numbers: { [name]: its, default: usual, factor: slip },
        },
      ];
    }),
  );
