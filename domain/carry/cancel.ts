import { isLess } from '../model/amount.js';
import type { LotQuantity } from '../model/case.js';
import type { Refusal } from '../model/refusal.js';
import type { AccountEffect } from '../model/step.js';
import { failed } from './checks.js';
import type { Carrying } from './carrying.js';
import { notHeld } from './offsets.js';
import { tradable } from './orders.js';
import { free, held, move, restore, take } from './working-account.js';
import { settleClaims } from './claims.js';

type Effect<K extends AccountEffect['kind']> = Extract<AccountEffect, { kind: K }>;

/** 自愿注销: a unit gives tonnes up for good. A quantity is taken as for a trade; lots by name, offsets too. */
export function carryCancel(doing: Carrying, effect: Effect<'cancel'>): Refusal | undefined {
  const { own, step, postings } = doing;
  const moves = effect.lots ?? asked(effect.quantity ?? '0', doing);
  if ('refused' in moves) return moves;
  const refusal = effect.lots && notHeld(effect.lots, own.lots);
  if (refusal) return refusal;
  move(own, moves, 'cancelled', postings);
  doing.events.push({ type: 'cancelled', at: step.at, by: step.by, with: { moves, reason: effect.reason } });
  return undefined;
}

function asked(quantity: string, { own }: Carrying): readonly LotQuantity[] | Refusal {
  const lots = tradable(own.lots);
  const holds = held(lots);
  return isLess(holds, quantity) ? failed('not-cancellable', holds, quantity) : take(lots, quantity);
}

/** 撤销: a new posting the other way. What was cancelled comes back and meets what is claimed; a credit goes back whole or not at all. */
export function carryReversal(doing: Carrying, effect: Effect<'reverse'>): Refusal | undefined {
  const { own, postings } = doing;
  if (effect.of === 'cancelled') {
    for (const each of effect.moves) restore(own, each, 'cancelled', postings);
    settleClaims(doing, own, effect.moves);
    return undefined;
  }
  for (const { lot, quantity } of effect.moves) {
    const found = own.lots.find((one) => one.lot === lot);
    const holds = found ? free(found) : '0';
    if (isLess(holds, quantity)) return failed('credit-used', lot, holds, quantity);
  }
  move(own, effect.moves, 'issuance', postings);
  return undefined;
}
