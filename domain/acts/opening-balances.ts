import { failed } from '../carry/checks.js';
import type { Taken } from '../duties/filing.js';
import { isLess } from '../model/amount.js';
import type { LotFacts } from '../model/account.js';
import type { BalanceLot } from '../model/first-day.js';
import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect, NewEvent } from '../model/step.js';

/** A lot as it is credited: where it was read stands in the event. */
const factsOf = ({ source: _source, ...facts }: BalanceLot): LotFacts => JSON.parse(JSON.stringify(facts)) as LotFacts;

/**
 * 期初持有量 (policy): what an account holds when the platform is taken into service, as one movement. A correction names the event by which
 * they stand as they do, and brings the difference alone: lots more, and less of lots that were entered.
 */
export function enterOpeningBalances(c: Case, act: Act<'enter-opening-balances'>): Taken | Refusal {
  const { lots, less = [], replaces, basis } = act.with;
  const { event: standing, lots: known = [] } = c.facts.openingBalances ?? {};
  if (standing !== replaces)
    return standing === undefined
      ? failed('no-such-movement', String(replaces))
      : refuse(
          'already-done',
          `期初持有量已由事件 ${String(standing)} 录入，更正须注明该事件`,
          `opening balances stand by event ${String(standing)} already: a correction names it (replaces)`,
        );
  for (const { lot, quantity } of less) {
    const holds = known.find((one) => one.lot === lot)?.quantity ?? '0';
    if (isLess(holds, quantity)) return failed('lot-not-held', lot, holds, quantity);
  }
  const entered: NewEvent = {
    type: 'opening-balances-entered',
    at: act.at,
    by: act.by,
    with: {
      sources: [...new Set(lots.map(({ source }) => source))],
      basis,
      approvedBy: act.approvedBy,
      ...(replaces === undefined ? {} : { replaces }),
    },
  };
  const back: NewEvent = {
    type: 'movement-reversed',
    at: act.at,
    by: 'platform',
    with: { event: replaces, of: 'credited', basis, moves: less, approvedBy: act.approvedBy },
  };
  const effects: Effect[] = [
    ...(less.length > 0 ? [{ kind: 'reverse', of: 'credited', moves: less } as const] : []),
    ...(lots.length > 0 ? [{ kind: 'credit', reason: 'opening-balance', lots: lots.map(factsOf) } as const] : []),
  ];
  return { events: [entered, ...(less.length > 0 ? [back] : [])], effects };
}
