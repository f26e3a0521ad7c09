import type { Posting } from '../model/account.js';
import { isZero } from '../model/amount.js';
import type { AccountEffect, Mail, NewEvent, Recipient, Step } from '../model/step.js';
import { emissionYearOf } from '../model/terms.js';
import { collection } from '../rules/collection.js';
import { asGiven, coveredBy } from './offsets.js';
import { claimBy, move, setClaim, type Working } from './working-account.js';

/**
 * 三(四)「管理平台将自动收缴其账户内的配额及抵销产品，用于清缴」: takes what the rule says of what is there now; what stays short
 * opens a matter, with working days to put it right; an officer orders it.
 */
export function carryCollection(
  effect: Extract<AccountEffect, { kind: 'collect' }>,
  step: Step,
  working: Working,
  postings: Posting[],
): { events: NewEvent[]; mails: Mail[] } {
  const { claim, name } = effect;
  const { allowances, offsets, outside } = claim.surrendered;
  const { answer } = collection(
    {
      confirmed: claim.confirmed,
      surrendered: { allowances, offsets, offsetsOutside: outside },
      on: claim.on,
      holdings: working.lots,
    },
    { ...claim, emissionYear: emissionYearOf(step.of.cycle) },
  );
  const covered = coveredBy(answer.moves, working.lots);
  move(working, answer.moves, `surrendered/${step.of.cycle}`, postings);
  setClaim(working, { ...claimBy(working, step.of), shortfall: answer.shortfall });
  const at = step.at;
  const events: NewEvent[] = [
    {
      type: 'collected',
      at,
      by: 'platform',
      with: { covered: { ...covered }, moves: asGiven(answer.moves, working.lots, 'platform'), shortfall: answer.shortfall },
    },
  ];
  const say = { name, collected: answer.allowances, offsets: answer.offsets, shortfall: answer.shortfall };
  const mails: Mail[] = [{ kind: 'mail', to: 'unit', template: 'collection', say }];
  if (!isZero(answer.shortfall)) {
    const { rectificationDueOn: dueOn, calendarNotKnown } = effect;
    const blind = calendarNotKnown ? { calendarNotKnown: [...calendarNotKnown] } : {};
    events.push({ type: 'rectification-opened', at, by: 'platform', with: { dueOn, shortfall: answer.shortfall, ...blind } });
    const opened = (to: Recipient): Mail => ({
      kind: 'mail',
      to,
      template: 'rectification',
      say: { name, dueOn, shortfall: answer.shortfall },
    });
    mails.push(opened('unit'), opened('city'));
  }
  return { events, mails };
}
