import type { Duty } from '../duties/duty.js';
import { decisionMail } from '../duties/deciding.js';
import type { Taken } from '../duties/filing.js';
import type { Case, DutyRecord } from '../model/case.js';
import { addDays, closesAt, dayOf, daysBetween, laterOf, type Day } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Mail, NewEvent } from '../model/step.js';
import { outOfBounds } from './bounds.js';
import { endedAtOnce } from './ending.js';
import { turnsTo } from './revision.js';

/** Why the date of a duty cannot be extended: done, overtaken, not asked of the unit. */
function settled(c: Case, duty: Duty, record: DutyRecord): Refusal | undefined {
  if (record.asked === false)
    return refuse('not-required', `名单不要求 ${c.unit.id} 办理 ${duty.name}`, `${duty.name} is not asked of ${c.unit.id}`);
  const lapsed = record.state === 'not-required' && duty.atItsEnd === 'lapses';
  if (record.state === 'missing' || (record.state === 'not-required' && !lapsed))
    return refuse('overtaken', `${duty.zh}已由其后的决定了结`, `${duty.name} is settled by something later in the cycle`);
  return record.state === 'done'
    ? refuse('already-done', `${duty.zh}已完成`, `${duty.name} is done: there is nothing to extend`, duty.clause)
    : undefined;
}

/** What hangs on an extended date: the window of a check that does not run yet, the collection after the surrender. */
function hanging(c: Case, act: Act, duty: Duty, from: Day, to: Day, duties: readonly Duty[]): NewEvent[] {
  const moved = (name: string, dueOn: Day): NewEvent => ({ type: 'date-moved', at: act.at, by: 'platform', duty: name, dueOn });
  // the collection never runs at an instant that has passed: then it runs with the next midnight
  if (duty.name === 'surrender') return [moved('collection', addDays(laterOf(to, dayOf(act.at)), 1))];
  const check = duties.find((one) => one.checks?.name === duty.name);
  const record = check && c.duties[check.name];
  if (!record || record.asked === false || c.duties[duty.name]?.doneAt !== undefined || record.state !== 'pending') return [];
  return [moved(check.name, addDays(to, daysBetween(from, record.dueOn)))];
}

/** Why a new date is none: no other one, or less time where the decision does not say so expressly. */
function notADate(act: Act<'extend-deadline'>, duty: Duty, from: Day, dueOn: Day): Refusal | undefined {
  if (dueOn === from) return refuse('already-done', `${duty.zh}本已于 ${from} 截止`, `${duty.name} is due on ${from} already`);
  if (act.with.expressly === true || (dueOn > from && closesAt(dueOn) > act.at)) return undefined;
  return refuse(
    'revision-shortens',
    `${duty.zh}不能由 ${from} 提前或延至已过去的 ${dueOn}；确需如此，须在决定中写明（expressly: true）`,
    `${duty.name} cannot move from ${from} to ${dueOn}: only to a later day that has not passed, or expressly (expressly: true)`,
  );
}

/**
 * 延期 (policy): two officers give one unit, or its district for one of its checks, more time for one duty. What was missed or
 * had lapsed opens again. Less time only expressly: so a date set by mistake is put right; one put into the past ends at once.
 * The city's own dates move by an amendment only.
 */
export function extendDeadline(c: Case, act: Act<'extend-deadline'>, duties: readonly Duty[]): Taken | Refusal {
  const { duty: name, dueOn, basis } = act.with;
  const duty = duties.find((one) => one.name === name);
  const record = c.duties[name];
  if (!duty || !record) return refuse('bad-input', `${c.unit.id} 没有事项 ${name}`, `${c.unit.id} has no duty ${name}`);
  const far = outOfBounds(c.terms, dueOn, act.at, ['with', 'dueOn']);
  if (far) return far;
  if (duty.owedBy === 'city' || duty.owedBy === 'platform')
    return refuse(
      'not-allowed',
      `${duty.zh}的日期只能以修订调整`,
      `${name} is not the unit's nor its district's: its date moves by an amendment only`,
    );
  const refusal = settled(c, duty, record);
  if (refusal) return refusal;
  const from = record.dueOn;
  const wrong = notADate(act, duty, from, dueOn);
  if (wrong) return wrong;
  const turns = turnsTo(duty, record, dueOn, act.at);
  const ended = endedAtOnce(c, duty, dueOn, act.at);
  const events: NewEvent[] = [
    {
      type: `deadline-${dueOn > from ? 'extended' : 'shortened'}`,
      at: act.at,
      by: act.by,
      duty: name,
      dueOn,
      ...(turns ? { turns } : {}),
      with: { from, basis, approvedBy: act.approvedBy, ...(act.with.expressly === true ? { expressly: true } : {}) },
    },
    ...hanging(c, act, duty, from, dueOn, duties),
    ...ended.events,
  ];
  const told = decisionMail(c, `${duty.zh}${dueOn > from ? '延期' : '期限调整'}：${from} → ${dueOn}`, { basis });
  const mails: Mail[] = duty.owedBy === 'district' ? [told, { ...told, to: 'district' }] : [told];
  return { events, effects: [...mails, ...ended.effects] };
}
