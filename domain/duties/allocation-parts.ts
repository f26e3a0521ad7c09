import type { Amount } from '../model/amount.js';
import type { BroughtPart } from '../model/brings.js';
import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { AllocationPart } from '../rules/allocation.js';

type Product = Extract<BroughtPart, { method: 'benchmark' }>['products'][number];

const missing = (...place: readonly (string | number)[]): Refusal => {
  const path = ['with', 'parts', ...place];
  return {
    ...refuse(
      'bad-input',
      `${path.join('.')}：缺少，附件4未到，须写明`,
      `${path.join('.')} is missing: Annex 4 is not in hand, state the number`,
      '二(二)',
    ),
    path,
  };
};

const stated = ({ activity, benchmark }: Product): { activity: Amount; benchmark: Amount }[] =>
  benchmark === undefined ? [] : [{ activity, benchmark }];

/** A part as the rule takes it, with every number stated. */
function whole(part: BroughtPart, n: number): AllocationPart | Refusal {
  if (part.method === 'benchmark') {
    const without = part.products.findIndex(({ benchmark }) => benchmark === undefined);
    if (without >= 0) return missing(n, 'products', without, 'benchmark');
    return { method: part.method, products: part.products.flatMap(stated) };
  }
  const { coefficient } = part;
  return coefficient === undefined ? missing(n, 'coefficient') : { ...part, coefficient };
}

/** The parts as the rule takes them. A case has no numbers by sector or product: one that is left out is asked for. */
export function wholeParts(parts: readonly BroughtPart[]): readonly AllocationPart[] | Refusal {
  const all = parts.map(whole);
  return all.find(isRefusal) ?? all.flatMap((part) => (isRefusal(part) ? [] : [part]));
}
