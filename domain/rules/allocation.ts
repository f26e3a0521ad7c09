import { isLess, larger, minus, over, plus, sum, times, wholeTonnesHalfUp, ZERO, type Amount } from '../model/amount.js';
import { line, type Reasoned, type WorkingStep } from './working.js';

/** 历史总量法: mean of the base years × coefficient. */
export interface HistoricTotal {
  readonly method: 'historic-total';
  readonly baseEmissions: readonly Amount[];
  readonly coefficient: Amount;
}
/** 基准线法: Σ activity × benchmark. */
export interface Benchmark {
  readonly method: 'benchmark';
  readonly products: readonly { readonly activity: Amount; readonly benchmark: Amount }[];
}
/** 历史强度法: Σ activity × base intensity × coefficient. */
export interface HistoricIntensity {
  readonly method: 'historic-intensity';
  readonly products: readonly { readonly activity: Amount; readonly baseIntensity: Amount }[];
  readonly coefficient: Amount;
}
export type AllocationPart = HistoricTotal | Benchmark | HistoricIntensity;

export interface AllocationInput {
  readonly parts: readonly AllocationPart[];
  readonly newFacilities?: readonly Amount[];
  readonly deductions?: readonly Amount[];
  /** Confirmed emissions; without them no limit can bind. */
  readonly confirmed?: Amount;
}
export interface AllocationAnswer {
  readonly beforeLimit: Amount;
  /** Whole tonnes, half up, rounded once, after the limit. */
  readonly afterLimit: Amount;
  readonly bound: 'none' | 'upper' | 'lower';
}

export const ALLOCATION_RESTS = [
  'allocation.formula',
  'allocation.surplus-limit',
  'allocation.limit-formula',
  'allocation.rounding',
];

/** What a mean divides by. Amounts are carried times the product of all these, so that nothing is divided before the end. */
const divisorOf = (part: AllocationPart): Amount => (part.method === 'historic-total' ? String(part.baseEmissions.length) : '1');

/** A part's amount before its division. */
const undividedOf = (part: AllocationPart): Amount => {
  switch (part.method) {
    case 'historic-total':
      return times(sum(part.baseEmissions), part.coefficient);
    case 'benchmark':
      return sum(part.products.map(({ activity, benchmark }) => times(activity, benchmark)));
    case 'historic-intensity':
      return times(sum(part.products.map(({ activity, baseIntensity }) => times(activity, baseIntensity))), part.coefficient);
  }
};

const METHODS = {
  'historic-total': '历史总量法 / historic total: mean of the base years × coefficient',
  benchmark: '基准线法 / benchmark: Σ activity × benchmark',
  'historic-intensity': '历史强度法 / historic intensity: Σ activity × base intensity × coefficient',
};

/** The sum of parts, new facilities less deductions, times `scale`. */
const scaledTotal = (input: AllocationInput, scale: Amount): Amount => {
  const parts = sum(input.parts.map((part) => times(undividedOf(part), over(scale, divisorOf(part)))));
  const others = minus(sum(input.newFacilities ?? []), sum(input.deductions ?? []));
  return plus(parts, times(others, scale));
};

const stepsOf = (input: AllocationInput): WorkingStep[] => [
  ...input.parts.map((part) =>
    line(METHODS[part.method], wholeTonnesHalfUp(over(undividedOf(part), divisorOf(part))), 't', 'allocation.formula'),
  ),
  line('新增设施 / new facilities', sum(input.newFacilities ?? []), 't', 'allocation.formula'),
  line('扣减 / deductions', sum(input.deductions ?? []), 't', 'allocation.formula'),
];

/**
 * 二(二) 免费发放配额按照行业核算方法核定，设置配额富余和亏缺20%上限: the amount by the three methods, kept within the share of the
 * confirmed emissions on both sides. Never below zero, whatever is deducted.
 */
export function allocation(input: AllocationInput, values: { readonly limit: Amount }): Reasoned<AllocationAnswer> {
  const scale = input.parts.map(divisorOf).reduce(times, '1');
  const total = scaledTotal(input, scale);
  const beforeLimit = wholeTonnesHalfUp(over(total, scale));
  const working = [
    ...stepsOf(input),
    line('限额前 / before the limit', beforeLimit, 't', 'allocation.formula', 'allocation.rounding'),
  ];
  const answer = (kept: Amount, bound: AllocationAnswer['bound'], ...rests: string[]): Reasoned<AllocationAnswer> => {
    const afterLimit = wholeTonnesHalfUp(over(kept, scale));
    const step = line(`限额后 / after the limit (${bound})`, afterLimit, 't', ...rests, 'allocation.rounding');
    return { answer: { beforeLimit, afterLimit, bound }, working: [...working, step] };
  };
  if (input.confirmed === undefined) return answer(larger(total, ZERO), 'none', 'allocation.formula');
  const upper = times(times(input.confirmed, plus('1', values.limit)), scale);
  const lower = times(times(input.confirmed, minus('1', values.limit)), scale);
  const limit = ['allocation.surplus-limit', 'allocation.limit-formula'];
  if (isLess(upper, total)) return answer(upper, 'upper', ...limit);
  if (isLess(total, lower)) return answer(lower, 'lower', ...limit);
  return answer(total, 'none', ...limit);
}
