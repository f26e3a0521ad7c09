import type { Lot } from '../model/account.js';
import { isLess, isZero, minus, plus, type Amount } from '../model/amount.js';
import type { Covered, Given, LotQuantity } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import type { Claim } from '../model/step.js';
import { offsetEligibility } from '../rules/offset-eligibility.js';
import { offsetLimit } from '../rules/offset-limit.js';
import { failed } from './checks.js';
import { free } from './working-account.js';

const isOffset = (lot: Lot): boolean => lot.product !== 'allowance';
/** The narrower cap concerns CCER from outside Beijing, not carbon-inclusive credits. */
const isOutside = (lot: Lot): boolean => lot.product === 'ccer' && lot.origin === 'outside';

/** Whether an offset lot may be used on the claim's day. */
export function notEligible(lot: Lot, claim: Claim): Refusal | undefined {
  if (!isOffset(lot)) return failed('no-offset', lot.lot);
  const { eligible, because } = offsetEligibility(
    {
      product: lot.product as 'ccer' | 'carbon-inclusive',
      origin: lot.origin ?? 'beijing',
      recordedOn: lot.recordedOn ?? claim.on,
      usedOn: claim.on,
    },
    claim,
  ).answer;
  return eligible ? undefined : failed('offset-not-usable', lot.lot, because);
}

/** The moves with what each counts as, for the record of what was given. */
export const asGiven = (moves: readonly LotQuantity[], lots: readonly Lot[], by: Given['by']): Given[] =>
  moves.map((each) => {
    const lot = lots.find((one) => one.lot === each.lot);
    const kind = !lot || !isOffset(lot) ? 'allowance' : isOutside(lot) ? 'outside' : 'offset';
    return { lot: each.lot, quantity: each.quantity, kind, by };
  });

/** What a set of moves covers, by kind. */
export function coveredBy(moves: readonly LotQuantity[], lots: readonly Lot[]): Covered {
  const covered = { allowances: '0', offsets: '0', outside: '0' };
  for (const each of moves) {
    const lot = lots.find((one) => one.lot === each.lot);
    if (!lot || !isOffset(lot)) covered.allowances = plus(covered.allowances, each.quantity);
    else covered.offsets = plus(covered.offsets, each.quantity);
    if (lot && isOutside(lot)) covered.outside = plus(covered.outside, each.quantity);
  }
  return covered;
}

/** 三(四)「使用比例不得高于当年核定碳排放量的5%」, and the narrower cap inside it. */
export function overLimit(covered: Covered, claim: Claim): Refusal | undefined {
  const limit = offsetLimit({ confirmed: claim.confirmed }, claim).answer;
  const all = minus(limit.all, claim.surrendered.offsets);
  const outside = minus(limit.outsideBeijing, claim.surrendered.outside);
  if (!isZero(covered.offsets) && isLess(all, covered.offsets)) return failed('over-offset-cap', covered.offsets, all);
  if (!isZero(covered.outside) && isLess(outside, covered.outside)) return failed('over-outside-cap', covered.outside, outside);
  return undefined;
}

/** Whether every lot holds what is asked of it, beside what is set aside for an application. */
export function notHeld(moves: readonly LotQuantity[], lots: readonly Lot[]): Refusal | undefined {
  for (const each of moves) {
    const lot = lots.find((one) => one.lot === each.lot);
    const holds: Amount = lot?.quantity ?? '0';
    if (isLess(holds, each.quantity)) return failed('lot-not-held', each.lot, holds, each.quantity);
    if (lot && isLess(free(lot), each.quantity)) return failed('lot-reserved', each.lot, free(lot), each.quantity);
  }
  return undefined;
}
