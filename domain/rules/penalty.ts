import { times, yuan, type Amount } from '../model/amount.js';
import { line, type Reasoned } from './working.js';

export const PENALTY_RESTS = ['penalty.min-multiple', 'penalty.max-multiple'];

/** 五(二) 逾期未清缴的碳排放单位，将依法处理: the range of a penalty in yuan, for people to decide within. */
export function penalty(
  input: { readonly shortfall: Amount; readonly averagePrice: Amount },
  values: { readonly minMultiple: Amount; readonly maxMultiple: Amount },
): Reasoned<{ readonly min: Amount; readonly max: Amount }> {
  const worth = times(input.shortfall, input.averagePrice);
  const min = yuan(times(worth, values.minMultiple));
  const max = yuan(times(worth, values.maxMultiple));
  return {
    answer: { min, max },
    working: [
      line(`缺口市值 / market value of the shortfall: ${input.shortfall} × ${input.averagePrice}`, worth, 'yuan'),
      line(`下限 / least: × ${values.minMultiple}`, min, 'yuan', 'penalty.min-multiple'),
      line(`上限 / most: × ${values.maxMultiple}`, max, 'yuan', 'penalty.max-multiple'),
    ],
  };
}
