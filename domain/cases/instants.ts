import { isOpen, recordOf, remindersOf, type Duty } from '../duties/duty.js';
import type { Taken } from '../duties/filing.js';
import type { Case, DutyRecord } from '../model/case.js';
import { closesAt, dayOf, daysBetween, startOf, type Instant } from '../model/instant.js';
import type { Due, Effect, Mail, NewEvent, Recipient } from '../model/step.js';
import { queryDue } from '../verification/queries.js';
import { dutiesOf } from './kinds.js';

/** Whether a duty's clock runs: its filing is there to be checked, its right exists, its amount is known. */
export const runs = (c: Case, duty: Duty): boolean =>
  duty.checks ? c.duties[duty.checks.name]?.doneAt !== undefined : (duty.runs?.(c) ?? true);

/** The instant at which a duty is missed, a right lapses, or the platform collects; none once it is past or settled. */
export function endOf(c: Case, duty: Duty, record: DutyRecord): Instant | undefined {
  if (duty.atItsEnd === 'collection') {
    const at = startOf(record.dueOn);
    return runs(c, duty) && at > c.playedTo ? at : undefined;
  }
  if (!isOpen(record)) return undefined;
  const at = closesAt(record.dueOn);
  if (at <= c.playedTo) return undefined;
  // a right lapses with its day whether or not it could be used by then
  return duty.atItsEnd === 'lapses' || runs(c, duty) ? at : undefined;
}

const isReminded = (c: Case, duty: Duty, record: DutyRecord): boolean =>
  duty.owedBy !== 'platform' && isOpen(record) && runs(c, duty);

/** Whether people are reminded of a duty at this very instant. */
export const remindedAt = (c: Case, duty: Duty, record: DutyRecord, at: Instant): boolean =>
  isReminded(c, duty, record) && remindersOf(duty, record.dueOn, c.terms).includes(at);

/** The next instant at which anything happens, and why; none when only an act can move the case. */
export function dueNext(c: Case): Due | undefined {
  if (c.closed) return undefined;
  let next: Due | undefined = queryDue(c);
  for (const duty of dutiesOf(c)) {
    const record = recordOf(c, duty.name);
    if (!record || record.before) continue;
    const end = endOf(c, duty, record);
    if (end !== undefined && (next === undefined || end < next.at)) next = { at: end, duty: duty.name, what: duty.atItsEnd };
    if (!isReminded(c, duty, record)) continue;
    const reminder = remindersOf(duty, record.dueOn, c.terms).find((at) => at > c.playedTo);
    if (reminder !== undefined && (next === undefined || reminder < next.at))
      next = { at: reminder, duty: duty.name, what: 'reminder' };
  }
  return next;
}

const owner = (c: Case, { owedBy }: Duty): Recipient => {
  if (owedBy === 'verifier') return { verifier: c.verifier ?? '' };
  return owedBy === 'platform' ? 'city' : owedBy;
};

export const about = (c: Case, record: DutyRecord, at: Instant): Readonly<Record<string, string>> => ({
  name: c.unit.name,
  dueOn: record.dueOn,
  daysLeft: String(daysBetween(dayOf(at), record.dueOn)),
});

export const reminded = (c: Case, duty: Duty, record: DutyRecord, at: Instant): Taken => ({
  events: [{ type: 'reminded', at, by: 'platform', duty: duty.name }],
  effects: [{ kind: 'mail', to: owner(c, duty), template: 'reminder', duty: duty.name, say: about(c, record, at) }],
});

/** 立案: the matter is open, with the most that a fine may come to, for people to decide; what is ordered, an officer orders. */
export const referralMails = (c: Case, duty: Duty, record: DutyRecord, at: Instant): Mail[] => {
  const say = { ...about(c, record, at), about: duty.zh, upTo: c.terms.missingReport.maxFine };
  return (['unit', 'city'] as const).map((to) => ({ kind: 'mail', to, template: 'referral', say }));
};

/** Who is told of a missed deadline: who owes the duty, and who watches. */
export const overdueMails = (c: Case, duty: Duty, record: DutyRecord, at: Instant): Mail[] => {
  const mail = (to: Recipient, template: Mail['template']): Mail => ({
    kind: 'mail',
    to,
    template,
    duty: duty.name,
    say: about(c, record, at),
  });
  return [
    mail(owner(c, duty), 'overdue'),
    ...(duty.owedBy === 'verifier' ? [mail('unit', 'overdue')] : []),
    ...(duty.owedBy === 'unit' ? [mail('district', 'overdue')] : []),
    ...(duty.owedBy === 'district' ? [mail('city', 'escalation')] : []),
  ];
};

/** A deadline passed: told to who owes it and to who watches; a missed report is referred; an unused right ends quietly. */
export function missed(c: Case, duty: Duty, at: Instant): Taken {
  const record = recordOf(c, duty.name);
  if (!record) throw new Error(`${c.id}: ${duty.name} has no record`);
  if (duty.atItsEnd === 'lapses')
    return { events: [{ type: 'right-lapsed', at, by: 'platform', duty: duty.name, turns: 'not-required' }], effects: [] };
  const events: NewEvent[] = [{ type: 'overdue', at, by: 'platform', duty: duty.name, turns: 'overdue' }];
  const effects: Effect[] = overdueMails(c, duty, record, at);
  const open = c.facts.matters.some((matter) => matter.duty === duty.name && matter.state === 'open');
  if (duty.referred === true && !open) {
    const { maxFine, provisional } = c.terms.missingReport;
    const proposal = { upTo: maxFine, provisional };
    events.push({ type: 'referral-opened', at, by: 'platform', with: { duty: duty.name, proposal } });
    effects.push(...referralMails(c, duty, record, at));
  }
  return { events, effects };
}
