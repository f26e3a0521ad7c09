import type { Lot, Posting } from '../model/account.js';
import { isLess, isZero, minus, rest, sum } from '../model/amount.js';
import type { LotQuantity } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import type { AccountEffect, NewEvent, Step } from '../model/step.js';
import { emissionYearOf } from '../model/terms.js';
import { isOfLaterYear } from '../rules/collection-order.js';
import { failed } from './checks.js';
import { asGiven, coveredBy, notEligible, notHeld, overLimit } from './offsets.js';
import { inCollectionOrder } from './orders.js';
import { claimBy, held, move, quantityOf, setClaim, take, type Working } from './working-account.js';

type Effect<K extends AccountEffect['kind']> = Extract<AccountEffect, { kind: K }>;

/** An application for offsets: the lots are looked at, none moves. */
export function checkOffsets(effect: Effect<'offset-check'>, lots: readonly Lot[]): Refusal | undefined {
  for (const each of effect.lots) {
    const lot = lots.find((one) => one.lot === each.lot);
    const refusal = lot && notEligible(lot, effect.claim);
    if (refusal) return refusal;
  }
  return overLimit(coveredBy(effect.lots, lots), effect.claim) ?? notHeld(effect.lots, lots);
}

/** No allowance of a later year goes; offsets only as far as they were accepted, and only while they are eligible. */
function notUsable(effect: Effect<'surrender'>, lots: readonly Lot[], emissionYear: number): Refusal | undefined {
  for (const each of effect.lots ?? []) {
    const lot = lots.find((one) => one.lot === each.lot);
    if (lot && isOfLaterYear(lot, emissionYear))
      return failed('lot-of-later-year', each.lot, String(lot.vintage), String(emissionYear));
    if (!lot || lot.product === 'allowance') continue;
    const accepted = effect.accepted.find((one) => one.lot === each.lot)?.quantity ?? '0';
    if (isLess(accepted, each.quantity)) return failed('offset-not-accepted', each.lot, accepted);
    const refusal = notEligible(lot, effect.claim);
    if (refusal) return refusal;
  }
  return undefined;
}

const asked = (effect: Effect<'surrender'>, lots: readonly Lot[], emissionYear: number): readonly LotQuantity[] | Refusal => {
  const usable = inCollectionOrder(lots, effect.claim.deadline, emissionYear);
  if (effect.lots) {
    const inUse = lots.filter((lot) => lot.product !== 'allowance' || usable.includes(lot));
    return (
      notUsable(effect, lots, emissionYear) ??
      overLimit(coveredBy(effect.lots, lots), effect.claim) ??
      notHeld(effect.lots, inUse) ??
      effect.lots
    );
  }
  const quantity = effect.quantity ?? '0';
  const holds = held(usable);
  if (isLess(holds, quantity)) return failed('allowances-not-held', holds, quantity);
  return take(usable, quantity);
};

/** 清缴: what the unit itself gives towards its obligation; checked in the order eligible, capped, held, owed. */
export function carrySurrender(
  effect: Effect<'surrender'>,
  step: Step,
  working: Working,
  postings: Posting[],
): NewEvent[] | Refusal {
  const lots = working.lots;
  const moves = asked(effect, lots, emissionYearOf(step.of.cycle));
  if ('refused' in moves) return moves;
  const quantity = quantityOf(moves);
  if (isLess(effect.owed, quantity)) return failed('over-obligation', effect.owed, quantity);
  const covered = coveredBy(moves, lots);
  move(working, moves, `surrendered/${step.of.cycle}`, postings);
  const left = minus(effect.owed, sum([covered.allowances, covered.offsets]));
  const fulfilled = isZero(left) && effect.fulfils;
  const events: NewEvent[] = [
    {
      type: 'surrendered',
      at: step.at,
      by: step.by,
      ...(fulfilled ? { duty: 'surrender', turns: 'done', late: false } : {}),
      with: { covered: { ...covered }, moves: asGiven(moves, lots, 'unit'), left },
    },
  ];
  const claim = claimBy(working, step.of);
  if (!isZero(claim.shortfall)) {
    const shortfall = rest(claim.shortfall, quantity);
    setClaim(working, { ...claim, shortfall });
    if (isZero(shortfall)) events.push({ type: 'rectification-closed', at: step.at, by: 'platform' });
  }
  return events;
}
