import { isLess, isZero, minus, plus, rest, smaller, sum, type Amount } from '../model/amount.js';
import type { Covered, Given } from '../model/case.js';
import { addCovered } from './claim.js';

const tonnes = (given: readonly Given[]): Amount => sum(given.map((one) => one.quantity));

/** What moves cover, by kind. */
export const coveredOf = (given: readonly Given[]): Covered => {
  const of = (...kinds: Given['kind'][]): Amount => tonnes(given.filter((one) => kinds.includes(one.kind)));
  return { allowances: of('allowance'), offsets: of('offset', 'outside'), outside: of('outside') };
};

/** What was given less what went back, each taken off the last move of its lot and giver. */
export function withoutGiven(given: readonly Given[], back: readonly Given[]): Given[] {
  const left = given.map((one) => ({ ...one }));
  for (const one of back) {
    let quantity = one.quantity;
    for (let at = left.length - 1; at >= 0 && !isZero(quantity); at -= 1) {
      const move = left[at];
      if (move?.lot !== one.lot || move.by !== one.by) continue;
      const taken = smaller(move.quantity, quantity);
      left[at] = { ...move, quantity: minus(move.quantity, taken) };
      quantity = minus(quantity, taken);
    }
  }
  return left.filter((one) => !isZero(one.quantity));
}

/** The last tonnes given of some kinds, collected before surrendered, as far as `quantity` goes. */
function lastGiven(given: readonly Given[], quantity: Amount, kinds: readonly Given['kind'][]): Given[] {
  const back: Given[] = [];
  let left = quantity;
  for (const by of ['platform', 'unit'] as const)
    for (const one of [...given].reverse()) {
      if (one.by !== by || !kinds.includes(one.kind) || isZero(left)) continue;
      const taken = smaller(one.quantity, left);
      back.push({ ...one, quantity: taken });
      left = minus(left, taken);
    }
  return back;
}

/**
 * What goes back to the unit when its obligation becomes `obligation` and the caps of offsets `all` and `outside`: first
 * offsets beyond a cap, then whatever exceeds the obligation, the last given first (policy).
 */
export function excess(given: readonly Given[], obligation: Amount, all: Amount, outside: Amount, before?: Covered): Given[] {
  const back: Given[] = [];
  const giveBack = (quantity: Amount, kinds: readonly Given['kind'][]): void => {
    back.push(...lastGiven(withoutGiven(given, back), quantity, kinds));
  };
  const covered = (): Covered => {
    const here = coveredOf(withoutGiven(given, back));
    return before ? addCovered(here, before) : here;
  };
  giveBack(rest(covered().outside, outside), ['outside']);
  giveBack(rest(covered().offsets, all), ['outside', 'offset']);
  const now = covered();
  const total = plus(now.allowances, now.offsets);
  if (isLess(obligation, total)) giveBack(minus(total, obligation), ['allowance', 'offset', 'outside']);
  return back;
}

/**
 * What of tonnes given before the platform was taken into service exceeds a corrected obligation and its caps, once all that was given here
 * has gone back: no lot of this book is known for them, so officers credit them by hand (policy).
 */
export function excessBefore(
  given: readonly Given[],
  before: Covered,
  obligation: Amount,
  all: Amount,
  outside: Amount,
): Covered {
  const here = coveredOf(given);
  const beyond = (has: Amount, most: Amount, of: Amount): Amount => smaller(rest(has, most), of);
  const fromOutside = beyond(plus(here.outside, before.outside), outside, before.outside);
  const inside = rest(before.offsets, before.outside);
  const offsetsBeyond = rest(plus(here.offsets, rest(before.offsets, fromOutside)), all);
  const offsets = plus(fromOutside, smaller(offsetsBeyond, plus(inside, rest(before.outside, fromOutside))));
  const left = sum([here.allowances, here.offsets, before.allowances, rest(before.offsets, offsets)]);
  const allowances = smaller(rest(left, obligation), before.allowances);
  return { allowances, offsets, outside: fromOutside };
}
