import type { Lot, Posting } from '../model/account.js';
import { isLess, isZero, minus, rest, sum } from '../model/amount.js';
import type { LotQuantity } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { AccountEffect, NewEvent, Step } from '../model/step.js';
import { asGiven, coveredBy, notEligible, notHeld, overLimit } from './offsets.js';
import { inCollectionOrder } from './orders.js';
import { held, move, quantityOf, take, type Working } from './working-account.js';

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

/** Offsets go only as far as they were accepted, and only while they are eligible. */
function notAccepted(effect: Effect<'surrender'>, lots: readonly Lot[]): Refusal | undefined {
  for (const each of effect.lots ?? []) {
    const lot = lots.find((one) => one.lot === each.lot);
    if (!lot || lot.product === 'allowance') continue;
    const accepted = effect.accepted.find((one) => one.lot === each.lot)?.quantity ?? '0';
    if (isLess(accepted, each.quantity))
      return refuse(
        'not-eligible',
        `${each.lot} 获准抵销 ${accepted} 吨`,
        `of ${each.lot} ${accepted} t are accepted as offsets`,
        '三(四)',
      );
    const refusal = notEligible(lot, effect.claim);
    if (refusal) return refusal;
  }
  return undefined;
}

const asked = (effect: Effect<'surrender'>, usable: readonly Lot[], lots: readonly Lot[]): readonly LotQuantity[] | Refusal => {
  if (effect.lots) {
    const inUse = lots.filter((lot) => lot.product !== 'allowance' || usable.includes(lot));
    return (
      notAccepted(effect, lots) ??
      overLimit(coveredBy(effect.lots, lots), effect.claim) ??
      notHeld(effect.lots, inUse) ??
      effect.lots
    );
  }
  const quantity = effect.quantity ?? '0';
  const holds = held(usable);
  if (isLess(holds, quantity))
    return refuse(
      'insufficient-holdings',
      `持有配额 ${holds} 吨，不足 ${quantity} 吨`,
      `${holds} t of allowances are held, ${quantity} t are asked`,
      '三(四)',
    );
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
  const moves = asked(effect, inCollectionOrder(lots, effect.claim.deadline), lots);
  if ('refused' in moves) return moves;
  const quantity = quantityOf(moves);
  if (isLess(effect.owed, quantity))
    return refuse(
      'over-obligation',
      `尚欠 ${effect.owed} 吨，不能清缴 ${quantity} 吨`,
      `${effect.owed} t are owed, ${quantity} t are offered`,
      '三(四)',
    );
  const covered = coveredBy(moves, lots);
  move(working, moves, 'surrendered', postings);
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
  if (!isZero(working.shortfall)) {
    working.shortfall = rest(working.shortfall, quantity);
    if (isZero(working.shortfall)) events.push({ type: 'rectification-closed', at: step.at, by: 'platform' });
  }
  return events;
}
