import { isLess, isZero, rest, sum } from '../model/amount.js';
import { addDays, addWorkingDays, dayOf, type Day } from '../model/instant.js';
import type { Case } from '../model/case.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, AccountEffect, NewEvent } from '../model/step.js';
import { owedBy, tonnesOf } from '../duties/claim.js';
import { countedBlind, obligationOf } from '../duties/confirmation.js';
import { decisionMail } from '../duties/deciding.js';
import { isOpen } from '../duties/duty.js';
import type { Taken } from '../duties/filing.js';
import { coveredOf, excess, excessBefore, withoutGiven } from '../duties/given.js';
import { offsetLimit } from '../rules/offset-limit.js';
import { trueUp } from '../rules/true-up.js';

/** What a correction does to the surrender and to the collection that follows it. */
export function surrenderAfter(c: Case, act: Act, before: string, after: string): NewEvent[] {
  const record = c.duties['surrender'];
  if (!record) return [];
  const collected = c.facts.collectedAt !== undefined;
  const by = { at: act.at, by: 'platform' };
  if (isZero(after))
    return isOpen(record) ? [{ type: 'surrender-covered', ...by, duty: 'surrender', turns: 'done', late: false }] : [];
  if (!isLess(before, after)) return [];
  const window = addWorkingDays(dayOf(act.at), c.terms.windows.surrenderAfterConfirmation, c.terms.calendar);
  const dueOn: Day = window > record.dueOn ? window : record.dueOn;
  return [
    { type: 'surrender-due', ...by, duty: 'surrender', turns: 'pending', dueOn, ...countedBlind(act.at, window, c.terms) },
    {
      type: collected ? 'collection-reopened' : 'collection-due',
      ...by,
      duty: 'collection',
      turns: 'pending',
      dueOn: addDays(dueOn, 1),
    },
  ];
}

/**
 * A confirmed amount that proves wrong later, at any stage: the obligation and the caps follow it; what was given beyond
 * them goes back, what is owed anew gets its own window and, if need be, its own collection (policy). The earlier figure
 * stays readable: every answer as of an earlier moment is what it was.
 */
export function correctEmissions(c: Case, act: Act<'correct-emissions'>): Taken | Refusal {
  if (c.facts.confirmed === undefined)
    return refuse('too-early', '碳排放量尚未核定', 'the emissions are not confirmed yet', '三(三)1');
  const { emissions, basis } = act.with;
  const obligation = obligationOf(c, emissions);
  const { all, outsideBeijing } = offsetLimit({ confirmed: emissions }, c.terms.offsets).answer;
  const { given, surrenderedBefore } = c.facts;
  const back = excess(given, obligation, all, outsideBeijing, surrenderedBefore);
  const here = withoutGiven(given, back);
  const fromBefore = surrenderedBefore && excessBefore(here, surrenderedBefore, obligation, all, outsideBeijing);
  const still = sum([coveredOf(here), ...(surrenderedBefore ? [surrenderedBefore] : [])].map(tonnesOf));
  const after = rest(obligation, fromBefore ? rest(still, tonnesOf(fromBefore)) : still);
  const before = owedBy(c);
  const what = { emissions, obligation, basis };
  const events: NewEvent[] = [
    {
      type: 'emissions-corrected',
      at: act.at,
      by: act.by,
      with: { ...what, before: c.facts.confirmed, approvedBy: act.approvedBy },
    },
  ];
  const givenBefore = fromBefore && !isZero(tonnesOf(fromBefore)) ? { before: { ...fromBefore } } : undefined;
  if (back.length > 0 || givenBefore)
    events.push({ type: 'given-back', at: act.at, by: 'platform', with: { moves: back, ...givenBefore } });
  events.push(...surrenderAfter(c, act, before, after));
  // what is owed anew has its own window; what stays short after a collection is still claimed from every credit
  const shortfall = c.facts.collectedAt === undefined || isLess(before, after) ? '0' : after;
  const wasShort = c.facts.matters.some((matter) => matter.kind === 'rectification' && matter.state === 'open');
  if (wasShort && isZero(shortfall)) events.push({ type: 'rectification-closed', at: act.at, by: 'platform' });
  const effects: AccountEffect[] = [{ kind: 'give-back', moves: back, shortfall }];
  if (c.facts.collectedAt !== undefined) effects.push({ kind: 'expire', on: c.terms.dates.surrender });
  return { events, effects: [...effects, decisionMail(c, '碳排放量更正', what)] };
}

/** A final allocation that proves wrong later: the difference is issued or taken back, what is missing becomes a debt. */
export function correctAllocation(c: Case, act: Act<'correct-allocation'>): Taken | Refusal {
  const before = c.facts.final;
  if (before === undefined) return refuse('too-early', '配额尚未核发', 'there is no final allocation yet', '三(三)2');
  const { amount: quantity, basis } = act.with;
  const { issue, takeBack } = trueUp({ preAllocated: before, final: quantity }).answer;
  const what = { quantity, basis };
  const effects: AccountEffect[] = [];
  if (!isZero(issue))
    effects.push({
      kind: 'credit',
      reason: 'final-allocation',
      lots: [{ product: 'allowance', vintage: c.terms.emissionYear, quantity: issue }],
    });
  if (!isZero(takeBack)) effects.push({ kind: 'take-back', quantity: takeBack });
  const events: NewEvent[] = [
    { type: 'allocation-corrected', at: act.at, by: act.by, with: { ...what, before, approvedBy: act.approvedBy } },
  ];
  return { events, effects: [...effects, decisionMail(c, '配额更正', what)] };
}
