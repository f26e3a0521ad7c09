import { isLess } from '../model/amount.js';
import type { Refusal } from '../model/refusal.js';
import type { AccountEffect } from '../model/step.js';
import type { Carrying } from './carrying.js';
import { failed } from './checks.js';
import { settleClaims } from './claims.js';
import { tradable } from './orders.js';
import { credit, debit, held, take } from './working-account.js';

/** A settled trade: newest vintage first, no lots that expire; it arrives as one lot for each it came from. */
export function carryTransfer(doing: Carrying, effect: Extract<AccountEffect, { kind: 'transfer' }>): Refusal | undefined {
  const { own, other, step, postings } = doing;
  if (!other) throw new Error(`${step.key}: the trade's other account is missing`);
  const lots = tradable(own.lots);
  const holds = held(lots);
  if (isLess(holds, effect.quantity)) return failed('not-tradable', holds, effect.quantity);
  const moves = take(lots, effect.quantity);
  const arrived = moves.map((each) => {
    const from = lots.find((lot) => lot.lot === each.lot);
    const vintage = from?.vintage === undefined ? {} : { vintage: from.vintage };
    const lot = credit(other, { product: 'allowance', ...vintage, quantity: each.quantity }, postings, debit(own, each));
    return { lot: lot.lot, from: each.lot, quantity: each.quantity };
  });
  const { at, by } = step;
  const { quantity, price } = effect;
  doing.events.push({ type: 'allowances-sold', at, by, with: { to: effect.to, quantity, price, moves } });
  const bought = { type: 'allowances-bought', at, by, with: { from: own.before.unit, quantity, price, lots: arrived } };
  doing.told = { unit: other.before.unit, events: [bought], mails: [] };
  settleClaims(doing, other, arrived);
  return undefined;
}
