import { isZero } from '../model/amount.js';
import type { Case } from '../model/case.js';
import { addDays, addWorkingDays, dayOf, type Instant } from '../model/instant.js';
import type { Effect, NewEvent } from '../model/step.js';
import { claimOf, owedBy, releases } from './claim.js';
import { countedBlind } from './confirmation.js';
import type { Duty } from './duty.js';
import type { Taken } from './filing.js';

/**
 * 三(四)「逾期未完成的，管理平台将自动收缴其账户内的配额及抵销产品，用于清缴」: the platform's own duty, at the end of the day
 * on which the surrender is due, needing no application by the unit. After it, lots that expire with the cycle expire.
 */
export const collection: Duty = {
  name: 'collection',
  zh: '自动收缴',
  clause: '三(四)',
  owedBy: 'platform',
  rhythm: 'authority',
  nominal: (terms) => addDays(terms.dates.surrender, 1),
  atItsEnd: 'collection',
  askedBy: ['mustSettle'],
  runs: (c) => c.facts.confirmed !== undefined && c.facts.collectedAt === undefined,
};

export function collect(c: Case, at: Instant): Taken {
  const expire: Effect = { kind: 'expire', on: c.terms.dates.surrender };
  const done = (type: string, turns: 'done' | 'not-required'): NewEvent => ({
    type,
    at,
    by: 'platform',
    duty: collection.name,
    turns,
  });
  // what was set aside for offsets has served its time: the collection may take it, and what it leaves is free
  if (isZero(owedBy(c))) return { events: [done('nothing-to-collect', 'not-required')], effects: [...releases(c), expire] };
  const events: NewEvent[] = [
    { type: 'overtaken', at, by: 'platform', duty: 'surrender', turns: 'missing' },
    done('collection-run', 'done'),
  ];
  const rectificationDueOn = addWorkingDays(dayOf(at), c.terms.windows.rectification, c.terms.calendar);
  const blind = countedBlind(at, rectificationDueOn, c.terms).with;
  const taking: Effect = { kind: 'collect', claim: claimOf(c, at), rectificationDueOn, ...blind, name: c.unit.name };
  return { events, effects: [...releases(c), taking, expire] };
}
