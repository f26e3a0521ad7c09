import type { Account } from '../model/account.js';
import { isLess, isZero, minus, plus } from '../model/amount.js';
import { isRefusal, type Refusal } from '../model/refusal.js';
import type { LotQuantity } from '../model/case.js';
import type { AccountEffect, Step } from '../model/step.js';
import { carryCancel, carryReversal } from './cancel.js';
import type { Carried, Carrying } from './carrying.js';
import { failed } from './checks.js';
import { settleClaims } from './claims.js';
import { carryCollection } from './collect.js';
import { newestFirst } from './orders.js';
import { carrySurrender, checkOffsets } from './surrender.js';
import { carryTransfer } from './transfer.js';
import { begin, claimBy, credit, finish, move, quantityOf, reserve, restore, setClaim, take } from './working-account.js';

export type { Carried } from './carrying.js';

/** Whether carrying a step out needs the unit's account under lock. */
export const touchesAccount = (step: Step): boolean => step.effects.some((effect) => effect.kind !== 'mail');

/** Whether a step collects by force: not while an alarm of the checker that concerns the unit, or the whole ledger, is open. */
export const collects = (step: Step): boolean => step.effects.some((effect) => effect.kind === 'collect');

/** The unit whose account a step needs beside its own, if any: the other side of a trade. */
export const otherUnitOf = (step: Step): string | undefined => {
  for (const effect of step.effects) if (effect.kind === 'transfer') return effect.to;
  return undefined;
};

/** What a frozen account does not do: give of its own will. What the law takes or brings still moves. */
const OF_OWN_WILL: readonly AccountEffect['kind'][] = ['surrender', 'transfer', 'offset-check', 'cancel'];

/** Decides what a step does to the accounts it meets. Pure: serves the book's transaction and the simulator alike. */
export function carry(step: Step, own: Account | undefined, other?: Account): Carried | Refusal {
  const mails = step.effects.filter((effect) => effect.kind === 'mail');
  if (!touchesAccount(step)) return { events: step.events, mails, postings: [], accounts: [] };
  if (!own) throw new Error(`${step.key}: the step needs an account and found none`);
  const doing: Carrying = {
    step,
    mails,
    postings: [],
    events: [...step.events],
    elsewhere: [],
    own: begin(own, step.of),
    other: other && begin(other, step.of),
  };
  for (const effect of step.effects) {
    if (effect.kind === 'mail') continue;
    if (own.frozen && OF_OWN_WILL.includes(effect.kind)) return failed('account-frozen');
    const refusal = carryOne(doing, effect);
    if (refusal) return refusal;
  }
  const { told, elsewhere } = doing;
  return {
    events: doing.events,
    mails: doing.mails,
    postings: doing.postings,
    accounts: [doing.own, ...(doing.other ? [doing.other] : [])].map(finish),
    ...(told ? { told } : {}),
    ...(elsewhere.length > 0 ? { elsewhere } : {}),
  };
}

function carryOne(doing: Carrying, effect: AccountEffect): Refusal | undefined {
  const { step, own } = doing;
  switch (effect.kind) {
    case 'credit':
      return carryCredit(doing, effect);
    case 'take-back':
      return takeBack(doing, effect.quantity);
    case 'owe': {
      const claim = claimBy(own, step.of);
      setClaim(own, { ...claim, debt: plus(claim.debt, effect.debt) });
      return undefined;
    }
    case 'offset-check':
      return checkOffsets(effect, own.lots);
    case 'reserve':
    case 'release':
      reserve(own, effect.lots, effect.kind);
      return undefined;
    case 'surrender':
    case 'collect':
      return carryUse(doing, effect);
    case 'give-back':
      return giveBack(doing, effect);
    case 'expire':
      return expire(doing, effect.on);
    case 'move-expiry':
      own.lots = own.lots.map((lot) => (lot.expiresOn === effect.from ? { ...lot, expiresOn: effect.to } : lot));
      return undefined;
    case 'transfer':
      return carryTransfer(doing, effect);
    case 'cancel':
      return carryCancel(doing, effect);
    case 'reverse':
      return carryReversal(doing, effect);
    case 'freeze':
      if (own.frozen === effect.frozen) return failed(effect.frozen ? 'account-frozen-already' : 'account-not-frozen');
      own.frozen = effect.frozen;
      return undefined;
  }
}

/** 三(四)「清缴」: by the unit, or by the platform. */
function carryUse(doing: Carrying, effect: Extract<AccountEffect, { kind: 'surrender' | 'collect' }>): Refusal | undefined {
  const { step, own, events, mails, postings } = doing;
  if (effect.kind === 'surrender') {
    const made = carrySurrender(effect, step, own, postings);
    if (isRefusal(made)) return made;
    events.push(...made);
    return undefined;
  }
  const made = carryCollection(effect, step, own, postings);
  events.push(...made.events);
  mails.push(...made.mails);
  return undefined;
}

function carryCredit(doing: Carrying, effect: Extract<AccountEffect, { kind: 'credit' }>): undefined {
  const lots = effect.lots.map((facts) => credit(doing.own, facts, doing.postings, 'issuance'));
  const named = lots.map((lot) => ({ lot: lot.lot, product: lot.product, quantity: lot.quantity }));
  doing.events.push({ type: 'credited', at: doing.step.at, by: 'platform', with: { reason: effect.reason, lots: named } });
  settleClaims(doing, doing.own, lots);
}

/** 更正: what was given beyond a corrected obligation goes back to the lots it came from; a debt is settled from it first. */
function giveBack(doing: Carrying, effect: { readonly moves: readonly LotQuantity[]; readonly shortfall: string }): undefined {
  const { own, postings, step } = doing;
  for (const each of effect.moves) restore(own, each, `surrendered/${step.of.cycle}`, postings);
  setClaim(own, { ...claimBy(own, step.of), shortfall: '0' });
  settleClaims(doing, own, effect.moves);
  setClaim(own, { ...claimBy(own, step.of), shortfall: effect.shortfall });
}

function expire({ own, step, events, postings }: Carrying, on: string): undefined {
  const moves = own.lots
    .filter((lot) => lot.expiresOn !== undefined && lot.expiresOn <= on && !isZero(lot.quantity))
    .map((lot) => ({ lot: lot.lot, quantity: lot.quantity }));
  if (moves.length === 0) return;
  move(own, moves, 'expired', postings);
  events.push({ type: 'lots-expired', at: step.at, by: 'platform', with: { moves } });
}

/** 核发量低于预发量: the difference at once; what is not there any more is a debt. */
function takeBack(doing: Carrying, quantity: string): undefined {
  const { own, step, postings } = doing;
  const moves = take(newestFirst(own.lots), quantity);
  const taken = quantityOf(moves);
  move(own, moves, 'taken-back', postings);
  const claim = claimBy(own, step.of);
  const debt = isLess(taken, quantity) ? plus(claim.debt, minus(quantity, taken)) : claim.debt;
  setClaim(own, { ...claim, debt });
  doing.events.push({ type: 'taken-back', at: step.at, by: 'platform', with: { quantity: taken, debt, moves } });
}
