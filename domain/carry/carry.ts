import type { Account } from '../model/account.js';
import { isLess, isZero, minus, plus } from '../model/amount.js';
import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { LotQuantity } from '../model/case.js';
import type { AccountEffect, Step } from '../model/step.js';
import type { Carried, Carrying } from './carrying.js';
import { settleClaims } from './claims.js';
import { carryCollection } from './collect.js';
import { newestFirst } from './orders.js';
import { carrySurrender, checkOffsets } from './surrender.js';
import { carryTransfer } from './transfer.js';
import { begin, credit, finish, move, quantityOf, restore, take } from './working-account.js';

export type { Carried } from './carrying.js';

/** Whether carrying a step out needs the unit's account under lock. */
export const touchesAccount = (step: Step): boolean => step.effects.some((effect) => effect.kind !== 'mail');

/** The unit whose account a step needs beside its own, if any: the other side of a trade. */
export const otherUnitOf = (step: Step): string | undefined => {
  for (const effect of step.effects) if (effect.kind === 'transfer') return effect.to;
  return undefined;
};

/** Decides what a step does to the accounts it meets. Pure: serves the book's transaction and the simulator alike. */
export function carry(step: Step, own: Account | undefined, other?: Account): Carried | Refusal {
  const mails = step.effects.filter((effect) => effect.kind === 'mail');
  if (!touchesAccount(step)) return { events: step.events, mails, postings: [], accounts: [] };
  if (!own) throw new Error(`${step.key}: the step needs an account and found none`);
  const doing: Carrying = {
    ...{ step, mails, postings: [], events: [...step.events] },
    own: begin(own),
    other: other && begin(other),
  };
  for (const effect of step.effects) {
    if (effect.kind === 'mail') continue;
    if (own.frozen && (effect.kind === 'surrender' || effect.kind === 'transfer' || effect.kind === 'offset-check'))
      return refuse('account-frozen', '账户已冻结', 'the account is frozen', '三(四)');
    const refusal = carryOne(doing, effect);
    if (refusal) return refusal;
  }
  const { told } = doing;
  return {
    ...{ events: doing.events, mails: doing.mails, postings: doing.postings },
    accounts: [doing.own, ...(doing.other ? [doing.other] : [])].map(finish),
    ...(told ? { told } : {}),
  };
}

function carryOne(doing: Carrying, effect: AccountEffect): Refusal | undefined {
  const { step, own, events, mails, postings } = doing;
  switch (effect.kind) {
    case 'credit':
      return carryCredit(doing, effect);
    case 'take-back':
      takeBack(doing, effect.quantity);
      return undefined;
    case 'offset-check':
      return checkOffsets(effect, own.lots);
    case 'surrender': {
      const made = carrySurrender(effect, step, own, postings);
      if (isRefusal(made)) return made;
      events.push(...made);
      return undefined;
    }
    case 'collect': {
      const made = carryCollection(effect, step, own, postings);
      events.push(...made.events);
      mails.push(...made.mails);
      return undefined;
    }
    case 'give-back':
      giveBack(doing, effect.moves);
      own.shortfall = effect.shortfall;
      return undefined;
    case 'expire': {
      const moves = own.lots
        .filter((lot) => lot.expiresOn !== undefined && lot.expiresOn <= effect.on && !isZero(lot.quantity))
        .map((lot) => ({ lot: lot.lot, quantity: lot.quantity }));
      if (moves.length === 0) return undefined;
      move(own, moves, 'expired', postings);
      events.push({ type: 'lots-expired', at: step.at, by: 'platform', with: { moves } });
      return undefined;
    }
    case 'move-expiry':
      own.lots = own.lots.map((lot) => (lot.expiresOn === effect.from ? { ...lot, expiresOn: effect.to } : lot));
      return undefined;
    case 'transfer':
      return carryTransfer(doing, effect);
  }
}

function carryCredit(doing: Carrying, effect: Extract<AccountEffect, { kind: 'credit' }>): undefined {
  const lots = effect.lots.map((facts) => credit(doing.own, facts, doing.postings, 'issuance'));
  const named = lots.map((lot) => ({ lot: lot.lot, product: lot.product, quantity: lot.quantity }));
  doing.events.push({ type: 'credited', at: doing.step.at, by: 'platform', with: { reason: effect.reason, lots: named } });
  const claimed = settleClaims(doing.own, doing.step.at, doing.postings);
  doing.events.push(...claimed.events);
  doing.mails.push(...claimed.mails);
}

/** 更正: what was given beyond a corrected obligation goes back to the lots it came from; a debt is settled from it first. */
function giveBack(doing: Carrying, moves: readonly LotQuantity[]): void {
  const { own, postings, step } = doing;
  for (const each of moves) restore(own, each, 'surrendered', postings);
  own.shortfall = '0';
  const claimed = settleClaims(own, step.at, postings);
  doing.events.push(...claimed.events);
  doing.mails.push(...claimed.mails);
}

/** 核发量低于预发量: the difference at once; what is not there any more is a debt. */
function takeBack(doing: Carrying, quantity: string): void {
  const { own, step, postings } = doing;
  const moves = take(newestFirst(own.lots), quantity);
  const taken = quantityOf(moves);
  move(own, moves, 'taken-back', postings);
  if (isLess(taken, quantity)) own.debt = plus(own.debt, minus(quantity, taken));
  doing.events.push({ type: 'taken-back', at: step.at, by: 'platform', with: { quantity: taken, debt: own.debt, moves } });
}
