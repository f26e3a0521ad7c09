import type { Case } from '../model/case.js';
import { dayOf } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect, NewEvent } from '../model/step.js';
import { dateOf, isLate, windowFrom, type Duty } from './duty.js';

/** What an act does to a case, before its account is asked. */
export interface Taken {
  readonly events: readonly NewEvent[];
  readonly effects: readonly Effect[];
}

/** 四(一)「均须加盖本单位公章后正式提交」: a formal submission without the unit's seal is no submission. */
export const unsealed = (act: { readonly with: { readonly sealed: boolean } }, what: string): Refusal | undefined =>
  act.with.sealed
    ? undefined
    : refuse('not-sealed', `${what}未加盖本单位公章`, `the submission does not carry the unit's seal`, '四(一)');

/**
 * The events of a filing that is accepted, in time or late: the duty is done, a referral that waited for it is closed,
 * the check's window starts, anew where a check was made before. `late` is judged by the first accepted filing.
 */
export function filed(c: Case, act: Act, duty: Duty, type: string, check?: { duty: Duty; days: number }): NewEvent[] {
  const record = c.duties[duty.name];
  const dueOn = dateOf(c, duty);
  const first = record?.late === undefined;
  const events: NewEvent[] = [
    {
      type,
      at: act.at,
      by: act.by,
      duty: duty.name,
      turns: 'done',
      ...(first ? { late: isLate(act.at, dueOn) } : {}),
      with: act.with,
    },
  ];
  if (c.facts.matters.some((matter) => matter.kind === 'referral' && matter.duty === duty.name && matter.state === 'open'))
    events.push({ type: 'referral-closed', at: act.at, by: 'platform', with: { duty: duty.name } });
  const before = check && c.duties[check.duty.name];
  if (before && before.asked !== false) {
    const window = windowFrom(dueOn, check.days, act.at);
    if (before.state !== 'pending' || before.dueOn !== window)
      events.push({
        type: 'check-window-opened',
        at: act.at,
        by: 'platform',
        duty: check.duty.name,
        turns: 'pending',
        dueOn: window,
        with: { from: dayOf(act.at) },
      });
  }
  return events;
}

/** Reports are closed by the confirmation (三(三)1): what comes later finds the amount settled. */
export const overtakenByConfirmation = (c: Case): Refusal | undefined =>
  c.facts.confirmed === undefined
    ? undefined
    : refuse('overtaken', '碳排放量已核定，不再受理', 'the emissions are confirmed already', '三(三)1');
