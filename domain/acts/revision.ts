import type { Case, DutyRecord } from '../model/case.js';
import { addDays, closesAt, dayOf, laterOf, type Day, type Instant } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect, NewEvent } from '../model/step.js';
import type { DatedDuty, Terms } from '../model/terms.js';
import { surrenderDueOn } from '../duties/confirmation.js';
import { windowFrom, type Duty } from '../duties/duty.js';
import { field, text, type Taken } from '../duties/filing.js';

export type Deadlines = Partial<Record<DatedDuty, Day>>;
/** Values other than dates by which acts are judged from the adoption on. Windows and reminder days of a running cycle stay. */
export type Values = Partial<
  Pick<Terms, 'provisional' | 'offsets' | 'preAllocationShare' | 'surplusLimit' | 'spotCheck' | 'missingReport' | 'calendar'>
>;

/** An amendment may extend; one that would put a date not yet passed into the past is refused. */
export function shortens(terms: Terms, deadlines: Deadlines, at: Instant): Refusal | undefined {
  for (const [name, day] of Object.entries(deadlines)) {
    const before = terms.dates[name as DatedDuty];
    if (closesAt(before) > at && closesAt(day) <= at)
      return refuse(
        'revision-shortens',
        `${name} 将由 ${before} 提前至已过去的 ${day}`,
        `${name} would move from ${before} to ${day}, which has passed`,
      );
  }
  return undefined;
}

/** The terms with some dates replaced. */
export const withDeadlines = (terms: Terms, deadlines: Deadlines, revision: number, digest: string): Terms => ({
  ...terms,
  revision,
  digest,
  dates: { ...terms.dates, ...deadlines },
});

/** The windows of the checks, by the duty that hangs on a filing. */
const windowOf = (duty: Duty, terms: Terms): number =>
  duty.name === 'general-check' ? terms.windows.generalCheck : terms.windows.firstCheck;

/** A check whose window already runs keeps it; one that does not yet run moves with the date it hangs on. */
const movedCheck = (c: Case, duty: Duty, record: DutyRecord, terms: Terms, at: Instant): Day => {
  const filing = duty.checks ? c.duties[duty.checks.name] : undefined;
  if (filing?.doneAt === undefined) return duty.nominal(terms);
  if (record.state === 'overdue' || dayOf(at) > filing.dueOn) return record.dueOn;
  const before = filing.dueOn;
  const after = filing.state === 'done' ? before : addDays(duty.nominal(terms), -windowOf(duty, terms));
  return windowFrom(after, windowOf(duty, terms), filing.doneAt);
};

/** A date that was extended for this unit alone is never brought forward by an amendment for all. */
const extendedTo = (c: Case, duty: Duty, record: DutyRecord): Day => {
  const extended = c.facts.extended ?? {};
  if (duty.checks) return extended[duty.checks.name] === undefined ? '' : record.dueOn;
  const surrender = extended['surrender'];
  return (duty.name === 'collection' ? surrender && addDays(surrender, 1) : extended[duty.name]) ?? '';
};

/** A window of its own, which a correction gave the unit for what it owes anew, is not brought forward by an amendment for all. */
const surrenderMovedTo = (c: Case, dueOn: Day, terms: Terms, confirmedAt: Instant): Day => {
  const moved = surrenderDueOn(terms, confirmedAt);
  return dueOn > surrenderDueOn(c.terms, confirmedAt) ? laterOf(dueOn, moved) : moved;
};

const movedByTerms = (c: Case, duty: Duty, record: DutyRecord, terms: Terms, at: Instant): Day => {
  if (duty.checks) return movedCheck(c, duty, record, terms, at);
  const confirmedAt = c.facts.confirmedAt;
  if (confirmedAt !== undefined && duty.name === 'surrender') return surrenderMovedTo(c, record.dueOn, terms, confirmedAt);
  if (confirmedAt !== undefined && duty.name === 'collection')
    return addDays(surrenderMovedTo(c, addDays(record.dueOn, -1), terms, confirmedAt), 1);
  return duty.nominal(terms, c.unit);
};

const movedTo = (c: Case, duty: Duty, record: DutyRecord, terms: Terms, at: Instant): Day =>
  laterOf(movedByTerms(c, duty, record, terms, at), extendedTo(c, duty, record));

/** The state of a duty whose date moves: what was missed or lapsed opens again if its new date has not passed. */
export const turnsTo = (duty: Duty, record: DutyRecord, dueOn: Day, at: Instant): NewEvent['turns'] => {
  if (dueOn < dayOf(at)) return undefined;
  if (record.state === 'overdue') return record.doneAt === undefined ? 'pending' : 'returned';
  return record.state === 'not-required' && duty.atItsEnd === 'lapses' ? 'pending' : undefined;
};

const stays = (c: Case, duty: Duty, record: DutyRecord): boolean =>
  record.asked === false ||
  record.state === 'done' ||
  record.state === 'missing' ||
  (record.state === 'returned' && duty.runs?.(c) === false) ||
  (record.state === 'not-required' && duty.atItsEnd !== 'lapses');

/** Brings an adopted amendment to one case: new dates, states that open again, the unit told if anything changed for it. */
export function adoptRevision(c: Case, act: Act, duties: readonly Duty[]): Taken | Refusal {
  const revision = field(act, 'revision') as number;
  if (c.terms.revision === revision)
    return refuse('already-done', '该修订已采纳', `revision ${String(revision)} is in force already`);
  const deadlines = field(act, 'deadlines') as unknown as Deadlines;
  const refusal = shortens(c.terms, deadlines, act.at);
  if (refusal) return refusal;
  const digest = text(act, 'digest');
  const terms = withDeadlines(c.terms, deadlines, revision, digest);
  const basis = field(act, 'basis') === undefined ? '' : text(act, 'basis');
  const values = field(act, 'values');
  const adopted = {
    revision,
    digest,
    before: c.terms.digest,
    basis,
    deadlines: { ...deadlines },
    ...(values === undefined ? {} : { values }),
  };
  const events: NewEvent[] = [
    { type: 'revision-adopted', at: act.at, by: act.by, with: { ...adopted, approvedBy: act.approvedBy } },
  ];
  const changed: string[] = [];
  for (const duty of duties) {
    const record = c.duties[duty.name];
    if (!record || stays(c, duty, record) || duty.nominal(terms, c.unit) === duty.nominal(c.terms, c.unit)) continue;
    const dueOn = movedTo(c, duty, record, terms, act.at);
    const turns = turnsTo(duty, record, dueOn, act.at);
    if (dueOn === record.dueOn && turns === undefined) continue;
    changed.push(`${duty.zh}：${record.dueOn} → ${dueOn}`);
    events.push({
      type: 'date-moved',
      at: act.at,
      by: 'platform',
      duty: duty.name,
      dueOn,
      ...(turns ? { turns } : {}),
      with: { from: record.dueOn },
    });
  }
  const effects: Effect[] = [];
  if (changed.length > 0)
    effects.push({
      kind: 'mail',
      to: 'unit',
      template: 'revision-adopted',
      say: { name: c.unit.name, basis, changed: changed.join('；') },
    });
  if (c.kind !== 'monthly-evidence' && c.facts.collectedAt === undefined && terms.dates.surrender !== c.terms.dates.surrender)
    effects.push({ kind: 'move-expiry', from: c.terms.dates.surrender, to: terms.dates.surrender });
  return { events, effects };
}
