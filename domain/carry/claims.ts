import type { OpenClaim } from '../model/account.js';
import { isZero, minus, rest } from '../model/amount.js';
import type { LotQuantity } from '../model/case.js';
import type { Mail, NewEvent } from '../model/step.js';
import { emissionYearOf } from '../model/terms.js';
import type { Carrying } from './carrying.js';
import { asGiven } from './offsets.js';
import { newestFirst, towardsShortfall } from './orders.js';
import { claimBy, move, quantityOf, setClaim, take, type Working } from './working-account.js';

/**
 * What a credit meets that brings `came`: first the debts of earlier take-backs, then what collections found short, each the oldest cycle's
 * first (policy). Needs no act by the unit; told to the case whose claim it was, whichever case the credit came by.
 */
export function settleClaims(doing: Carrying, working: Working, came: readonly LotQuantity[]): void {
  const claims = [...working.claims];
  const settled = [
    ...claims.map((claim) => [claim, settleDebt(doing, working, claim)] as const),
    ...claims.map((claim) => [claim, settleShortfall(doing, working, claim, came)] as const),
  ];
  for (const claim of claims) {
    const parts = settled.filter(([of]) => of === claim).map(([, part]) => part);
    const events = parts.flatMap((part) => part.events);
    const mails = parts.flatMap((part) => part.mails);
    if (events.length === 0) continue;
    if (working === doing.own && claim.case === doing.step.of.case) {
      doing.events.push(...events);
      doing.mails.push(...mails);
    } else doing.elsewhere.push({ unit: working.before.unit, case: claim.case, events, mails });
  }
}

interface Settled {
  readonly events: NewEvent[];
  readonly mails: Mail[];
}

function settleDebt({ step, postings }: Carrying, working: Working, claim: OpenClaim): Settled {
  const moves = isZero(claim.debt) ? [] : take(newestFirst(working.lots), claim.debt);
  const quantity = quantityOf(moves);
  if (isZero(quantity)) return { events: [], mails: [] };
  move(working, moves, 'taken-back', postings);
  const debt = minus(claim.debt, quantity);
  setClaim(working, { ...claim, debt });
  return { events: [{ type: 'taken-back', at: step.at, by: 'platform', with: { quantity, debt, moves } }], mails: [] };
}

function settleShortfall(
  { step, postings }: Carrying,
  working: Working,
  claim: OpenClaim,
  came: readonly LotQuantity[],
): Settled {
  const usable = towardsShortfall(working.lots, came, emissionYearOf(claim.cycle));
  const moves = isZero(claim.shortfall) ? [] : take(usable, claim.shortfall);
  const allowances = quantityOf(moves);
  if (isZero(allowances)) return { events: [], mails: [] };
  move(working, moves, `surrendered/${claim.cycle}`, postings);
  const shortfall = rest(claim.shortfall, allowances);
  setClaim(working, { ...claimBy(working, claim), shortfall });
  const covered = { allowances, offsets: '0', outside: '0' };
  const collected: NewEvent = {
    type: 'collected',
    at: step.at,
    by: 'platform',
    with: { covered, moves: asGiven(moves, working.lots, 'platform'), shortfall },
  };
  const closed: NewEvent[] = isZero(shortfall) ? [{ type: 'rectification-closed', at: step.at, by: 'platform' }] : [];
  const mail: Mail = { kind: 'mail', to: 'unit', template: 'collection', say: { collected: allowances, shortfall } };
  return { events: [collected, ...closed], mails: [mail] };
}
