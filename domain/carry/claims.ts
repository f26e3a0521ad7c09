import type { Posting } from '../model/account.js';
import { isZero, minus, rest } from '../model/amount.js';
import type { Instant } from '../model/instant.js';
import type { Mail, NewEvent } from '../model/step.js';
import { asGiven } from './offsets.js';
import { newestFirst, towardsShortfall } from './orders.js';
import { move, quantityOf, take, type Working } from './working-account.js';

/** What a credit set off: told to the case whose account it is. */
export interface Claimed {
  readonly events: NewEvent[];
  readonly mails: Mail[];
}

/**
 * What a credit meets: first the debt of an earlier take-back, then what a collection found short (policy). Both need no
 * act by the unit.
 */
export function settleClaims(working: Working, at: Instant, postings: Posting[]): Claimed {
  const events: NewEvent[] = [];
  const mails: Mail[] = [];
  if (!isZero(working.debt)) {
    const moves = take(newestFirst(working.lots), working.debt);
    const quantity = quantityOf(moves);
    if (!isZero(quantity)) {
      move(working, moves, 'taken-back', postings);
      working.debt = minus(working.debt, quantity);
      events.push({ type: 'taken-back', at, by: 'platform', with: { quantity, debt: working.debt, moves } });
    }
  }
  if (!isZero(working.shortfall)) {
    const moves = take(towardsShortfall(working.lots), working.shortfall);
    const allowances = quantityOf(moves);
    if (!isZero(allowances)) {
      move(working, moves, 'surrendered', postings);
      working.shortfall = rest(working.shortfall, allowances);
      const covered = { allowances, offsets: '0', outside: '0' };
      events.push({
        type: 'collected',
        at,
        by: 'platform',
        with: { covered, moves: asGiven(moves, working.lots, 'platform'), shortfall: working.shortfall },
      });
      mails.push({
        kind: 'mail',
        to: 'unit',
        template: 'collection',
        say: { collected: allowances, shortfall: working.shortfall },
      });
      if (isZero(working.shortfall)) events.push({ type: 'rectification-closed', at, by: 'platform' });
    }
  }
  return { events, mails };
}
