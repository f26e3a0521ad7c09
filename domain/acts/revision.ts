import { owedBy } from '../duties/claim.js';
import { surrenderDueOn } from '../duties/confirmation.js';
import { windowFrom, type Duty } from '../duties/duty.js';
import type { Taken } from '../duties/filing.js';
import { isSettledBy } from '../duties/overtaking.js';
import { firstRecord } from '../duties/record.js';
import { isZero } from '../model/amount.js';
import { holdsAccount, type Case, type DutyRecord } from '../model/case.js';
import { addDays, closesAt, dayOf, laterOf, type Day, type Instant } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect, NewEvent } from '../model/step.js';
import { termsAfter, type DatedDuty, type Deadlines, type Terms } from '../model/terms.js';
import { outOfBounds } from './bounds.js';
import { endedAtOnce } from './ending.js';

/** An amendment may extend; one that would put a date not yet passed into the past is refused, unless it says so expressly. */
const shortens = (terms: Terms, deadlines: Deadlines, at: Instant): Refusal | undefined => {
  for (const [name, day] of Object.entries(deadlines)) {
    const before = terms.dates[name as DatedDuty];
    if (before !== undefined && closesAt(before) > at && closesAt(day) <= at)
      return refuse(
        'revision-shortens',
        `${name} 将由 ${before} 提前至已过去的 ${day}；确需如此，须在决定中写明（expressly: true）`,
        `${name} would move from ${before} to ${day}, which has passed; if that is meant, the decision must say so (expressly: true)`,
      );
  }
  return undefined;
};

/** Whether a revision may be adopted: its days near its cycle, and none taken away that somebody still has, unless expressly. */
export function mayAdopt(terms: Terms, deadlines: Deadlines, at: Instant, expressly: boolean): Refusal | undefined {
  for (const [name, day] of Object.entries(deadlines)) {
    const far = outOfBounds(terms, day, at, ['deadlines', name]);
    if (far) return far;
  }
  return expressly ? undefined : shortens(terms, deadlines, at);
}

/** The windows of the checks, by the duty that hangs on a filing. */
const windowOf = (duty: Duty, terms: Terms): number =>
  duty.name === 'general-check' ? terms.windows.generalCheck : terms.windows.firstCheck;

/** A check whose window already runs keeps it; one that does not yet run moves with the date it hangs on. */
const movedCheck = (c: Case, duty: Duty, record: DutyRecord, terms: Terms, at: Instant): Day => {
  const filing = duty.checks ? c.duties[duty.checks.name] : undefined;
  const nominal = duty.nominal(terms) ?? record.dueOn;
  if (filing?.doneAt === undefined) return nominal;
  if (record.state === 'overdue' || dayOf(at) > filing.dueOn) return record.dueOn;
  const before = filing.dueOn;
  const after = filing.state === 'done' ? before : addDays(nominal, -windowOf(duty, terms));
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
  return duty.nominal(terms, c.unit) ?? record.dueOn;
};

/** The collection never runs at an instant that has passed: after an express decision it runs with the next midnight. */
const movedTo = (c: Case, duty: Duty, record: DutyRecord, terms: Terms, at: Instant): Day => {
  const day = laterOf(movedByTerms(c, duty, record, terms, at), extendedTo(c, duty, record));
  return duty.atItsEnd === 'collection' && duty.runs?.(c) === true ? laterOf(day, addDays(dayOf(at), 1)) : day;
};

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

/** What an amendment does to one duty of a case: its new date, and the state that it turns to. */
interface Moved {
  readonly duty: Duty;
  readonly from?: Day;
  readonly dueOn: Day;
  readonly state: DutyRecord['state'];
  readonly turns?: NewEvent['turns'];
}

/** A duty that the amendment gives a date for the first time; what a later decision has settled by then is not required. */
function dated(c: Case, duty: Duty, terms: Terms, at: Instant): Moved {
  const { dueOn, state, before } = firstRecord(duty, c.unit, terms, at);
  const over = before === true || isSettledBy(c, duty);
  return { duty, dueOn, state: over ? 'not-required' : state, ...(over && !before ? { turns: 'not-required' } : {}) };
}

function moved(c: Case, duty: Duty, terms: Terms, at: Instant): Moved | undefined {
  const record = c.duties[duty.name];
  if (!record) return dated(c, duty, terms, at);
  if (stays(c, duty, record) || duty.nominal(terms, c.unit) === duty.nominal(c.terms, c.unit)) return undefined;
  const dueOn = movedTo(c, duty, record, terms, at);
  const turns = turnsTo(duty, record, dueOn, at);
  if (dueOn === record.dueOn && turns === undefined) return undefined;
  return { duty, from: record.dueOn, dueOn, state: turns ?? record.state, ...(turns ? { turns } : {}) };
}

const isLive = ({ state }: { readonly state: DutyRecord['state'] }): boolean =>
  state === 'pending' || state === 'returned' || state === 'overdue';

/**
 * Whether the unit has still something to do about a date that moved: not about what is over, not about a collection that finds
 * nothing, nor a right that serves to settle what is settled, and not about what others do for it once nothing is left for itself.
 */
function concerns(c: Case, one: Moved, all: readonly Duty[]): boolean {
  if (!isLive(one)) return false;
  const owes = c.facts.confirmed === undefined || !isZero(owedBy(c));
  if (one.duty.atItsEnd === 'collection' || one.duty.forSettling) return owes;
  const record = (duty: Duty): DutyRecord | undefined => c.duties[duty.name];
  const isLeft = (duty: Duty): boolean => duty.owedBy === 'unit' && (owes || !duty.forSettling);
  const left = all.some((duty) => isLeft(duty) && record(duty) !== undefined && isLive(record(duty) as DutyRecord));
  return one.duty.owedBy === 'unit' || one.duty.owedBy === 'verifier' || left;
}

const dateEvent = (act: Act, { duty, from, dueOn, turns }: Moved): NewEvent => ({
  type: from === undefined ? 'date-set' : 'date-moved',
  at: act.at,
  by: 'platform',
  duty: duty.name,
  dueOn,
  ...(turns ? { turns } : {}),
  ...(from === undefined ? {} : { with: { from } }),
});

/** What is told of a date: where it stood, and where it stands. */
const sayMove = ({ duty, from, dueOn }: Moved): string => `${duty.zh}：${from === undefined ? '' : `${from} → `}${dueOn}`;

/**
 * Brings an adopted amendment to one case: new dates, duties that have their date now, states that open again; the unit is told
 * where it has still something to do. A date that an express decision puts into the past ends at once.
 */
export function adoptRevision(
  c: Case,
  act: Act<'adopt-revision'>,
  dutiesUnder: (terms: Terms) => readonly Duty[],
): Taken | Refusal {
  const { revision, digest, deadlines, values, basis = '', expressly } = act.with;
  if (c.terms.revision === revision)
    return refuse('already-done', '该修订已采纳', `revision ${String(revision)} is in force already`);
  const refusal = mayAdopt(c.terms, deadlines, act.at, expressly === true);
  if (refusal) return refusal;
  const terms = termsAfter(c.terms, { revision, digest, deadlines, values });
  const duties = dutiesUnder(terms);
  const adopted = {
    revision,
    digest,
    before: c.terms.digest,
    basis,
    deadlines: { ...deadlines },
    ...(values === undefined ? {} : { values }),
    ...(expressly === true ? { expressly } : {}),
  };
  const events: NewEvent[] = [
    { type: 'revision-adopted', at: act.at, by: act.by, with: { ...adopted, approvedBy: act.approvedBy } },
  ];
  const effects: Effect[] = [];
  const moves = duties.flatMap((duty) => moved(c, duty, terms, act.at) ?? []);
  for (const one of moves) {
    const ended = endedAtOnce({ ...c, terms }, one.duty, one.dueOn, act.at);
    events.push(dateEvent(act, one), ...ended.events);
    effects.push(...ended.effects);
  }
  const told = moves.filter((one) => one.from !== undefined || isLive(one));
  if (told.some((one) => concerns(c, one, duties)))
    effects.push({
      kind: 'mail',
      to: c.verifier === undefined ? 'unit' : { verifier: c.verifier },
      template: 'revision-adopted',
      say: { name: c.unit.name, basis, changed: told.map(sayMove).join('；') },
    });
  if (holdsAccount(c.kind) && c.facts.collectedAt === undefined && terms.dates.surrender !== c.terms.dates.surrender)
    effects.push({ kind: 'move-expiry', from: c.terms.dates.surrender, to: terms.dates.surrender });
  return { events, effects };
}
