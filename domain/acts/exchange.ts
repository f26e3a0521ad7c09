import { isZero } from '../model/amount.js';
import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect } from '../model/step.js';
import { owedBy } from '../duties/claim.js';
import type { Taken } from '../duties/filing.js';

/** A trade settled by the exchange: one transaction for both accounts, an event for each of the two cases. */
export const settleTrade = (_c: Case, act: Act<'settle-trade'>): Taken => ({
  events: [],
  effects: [{ kind: 'transfer', to: act.with.to, quantity: act.with.quantity, price: act.with.price }],
});

/**
 * 三(三)2「不定期开展有偿配额发放」: what an auction delivers, as a lot that expires at this cycle's surrender deadline. After
 * the unit's collection only what is still owed can use it; the rest expires at once.
 */
export function creditAuction(c: Case, act: Act<'credit-auction'>): Taken | Refusal {
  const collected = c.facts.collectedAt !== undefined;
  if (collected && isZero(owedBy(c)) && isZero(c.facts.debt))
    return refuse(
      'overtaken',
      '本周期清缴已结束，有偿配额已失效',
      'this cycle is settled: a lot that expires with it is of no use',
      '三(四)',
    );
  const { quantity, price } = act.with;
  const effects: Effect[] = [
    {
      kind: 'credit',
      reason: 'auction',
      lots: [{ product: 'allowance', vintage: c.terms.emissionYear, expiresOn: c.terms.dates.surrender, quantity }],
    },
  ];
  if (collected) effects.push({ kind: 'expire', on: c.terms.dates.surrender });
  return {
    events: [{ type: 'auction-credited', at: act.at, by: act.by, with: { quantity, price } }],
    effects,
  };
}
