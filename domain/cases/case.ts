import { collect } from '../duties/collection.js';
import { recordOf } from '../duties/duty.js';
import type { CaseAnswers } from '../duties/every.js';
import type { Taken } from '../duties/filing.js';
import { answerTo } from '../model/answers.js';
import type { LotFacts } from '../model/account.js';
import { holdsAccount, type Case, type CaseKind, type DutyRecord, type Unit } from '../model/case.js';
import { foldEvents } from '../model/fold.js';
import { dayOf, type Day, type Instant } from '../model/instant.js';
import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import type { Act, Effect, Event, NewEvent, Step } from '../model/step.js';
import { tookPlaceAt, tookPlaceOn } from '../model/took-place.js';
import { termsAfter, type Change, type Terms } from '../model/terms.js';
import { closeCycle, refusedByClosing, reopened } from '../acts/closing.js';
import { extendDeadline } from '../acts/extension.js';
import { leave, merge, moveDistrict } from '../acts/register.js';
import { resendMail } from '../acts/resending.js';
import { adoptRevision } from '../acts/revision.js';
import { notAsked } from '../duties/asked.js';
import { firstRecord } from '../duties/record.js';
import { unanswered } from '../verification/queries.js';
import { emissionsConfirmed, reportDateMoved, unitLeft, unitMerged, verifierStruckOff } from '../verification/hearing.js';
import { notEngaged, verificationReport } from '../verification/verification.js';
import { noFacts, tell } from './facts.js';
import { endOf, missed, reminded, remindedAt } from './instants.js';
import { ACTS, dutiesOf, dutyNamed } from './kinds.js';
import { entryAfter } from './listing.js';
import { takeOver } from './taking-over.js';

export { holdsAccount } from '../model/case.js';
export { dueNext } from './instants.js';

/** What a case is opened with. */
export interface Opening {
  readonly id: string;
  readonly kind: CaseKind;
  readonly unit: Unit;
  readonly terms: Terms;
  readonly opensAt: Instant;
  readonly allowProvisional: boolean;
  /** Opening holdings; on the one case of the unit that opens its account. */
  readonly holdings: readonly LotFacts[];
  /** Of a verification: whose it is, and the unit's report date where it was moved for this unit alone. */
  readonly verification?: { readonly verifier: string; readonly extendedTo?: Day };
  /** Verifiers struck off before the case opened. */
  readonly struckOff?: readonly string[];
  /** The last event of the city's cycle when the case was opened: what the city decided up to it is in the terms. */
  readonly cityEvent?: number;
  /** A rehearsal's case beside those in service: it has a clock of its own, and what the city decides for all does not concern it. */
  readonly rehearsal?: true;
}

/** Acts that a case of any kind answers. */
const OF_ANY_KIND: CaseAnswers = {
  'adopt-revision': (c, act) => adoptRevision(c, act, (terms) => dutiesOf({ ...c, terms })),
  leave,
  merge,
  'move-district': moveDistrict,
  'take-over': (c, act) => takeOver(c, act, { onAct, fold }),
  'take-over-evidence': (c, act) => takeOver(c, act, { onAct, fold }),
  'extend-deadline': extendDeadline,
  'resend-mail': resendMail,
  'close-cycle': closeCycle,
  'close-case': closeCycle,
};

/** What a verification hears of what was decided of the unit, or by the city for all. */
const OF_A_VERIFICATION: CaseAnswers = {
  ...OF_ANY_KIND,
  'strike-off-verifier': verifierStruckOff,
  'confirm-emissions': emissionsConfirmed,
  'extend-deadline': reportDateMoved,
  leave: unitLeft,
  merge: unitMerged,
};
const beside = (kind: CaseKind): CaseAnswers => (kind === 'verification' ? OF_A_VERIFICATION : OF_ANY_KIND);

/** Whether a case of this kind has an answer to an act of that name. */
export const answers = (kind: CaseKind, name: string): boolean =>
  Object.hasOwn(beside(kind), name) || Object.hasOwn(ACTS[kind], name);

/** How many of the last steps a case remembers by key. */
const RECENT = 24;

/** A case before its first event. */
export function blank(opening: Opening): Case {
  const { id, kind, unit, terms, opensAt, allowProvisional, verification } = opening;
  const records = dutiesOf(opening).map((duty): [string, DutyRecord] => [duty.name, firstRecord(duty, unit, terms, opensAt)]);
  return {
    id,
    kind,
    unit,
    opensAt,
    allowProvisional,
    terms,
    seq: 0,
    head: '',
    playedTo: opensAt,
    duties: Object.fromEntries(records),
    facts: noFacts(),
    recent: {},
    ...(verification ? begun(opening, verification) : {}),
  };
}

/** What a verification starts from besides: whose it is, what it owes, and the report's date as it was moved for this unit alone. */
function begun(opening: Opening, { verifier, extendedTo }: NonNullable<Opening['verification']>): Partial<Case> {
  const { terms, opensAt } = opening;
  const { name } = verificationReport;
  const facts = { ...noFacts(), verification: notEngaged(opensAt) };
  const owed = dutiesOf(opening).flatMap((duty): [string, DutyRecord][] => {
    const dueOn = (duty.name === name ? extendedTo : undefined) ?? duty.nominal(terms);
    return dueOn === undefined ? [] : [[duty.name, { state: 'pending', dueOn }]];
  });
  const extended = extendedTo === undefined ? {} : { extended: { [name]: extendedTo } };
  return { verifier, facts: { ...facts, ...extended }, duties: Object.fromEntries(owed) };
}

const ofCase = ({ id, terms }: Pick<Case, 'id' | 'terms'>): Step['of'] => ({ case: id, cycle: terms.cycle });

/** The first step of every case, key `open`: it records the opening, credits the opening holdings, tells the unit. */
export function openingStep(opening: Opening): Step {
  const { kind, unit, terms, opensAt } = opening;
  const events: NewEvent[] = [
    {
      type: 'case-opened',
      at: opensAt,
      by: 'platform',
      with: { kind, cycle: terms.cycle, revision: terms.revision, digest: terms.digest },
    },
  ];
  for (const verifier of kind === 'compliance-cycle' ? (opening.struckOff ?? []) : [])
    events.push({ type: 'verifier-struck-off', at: opensAt, by: 'platform', with: { verifier } });
  const effects: Effect[] = [];
  if (holdsAccount(kind)) {
    if (opening.holdings.length > 0) effects.push({ kind: 'credit', reason: 'opening', lots: opening.holdings });
    effects.push({ kind: 'mail', to: 'unit', template: 'cycle-opened', say: { name: unit.name, cycle: String(terms.cycle) } });
  }
  return { key: 'open', of: ofCase(opening), at: opensAt, by: 'platform', events, effects };
}

/** Plays one instant: all that is due at it, in the notice's order. Key `at:INSTANT`. */
export function onInstant(c: Case, at: Instant): Step {
  const events: NewEvent[] = [];
  const effects: Effect[] = [];
  const add = (taken: Taken): void => {
    events.push(...taken.events);
    effects.push(...taken.effects);
  };
  for (const duty of dutiesOf(c)) {
    const record = recordOf(c, duty.name);
    if (!record || record.before) continue;
    if (endOf(c, duty, record) === at) add(duty.atItsEnd === 'collection' ? collect(c, at) : missed(c, duty, at));
    else if (remindedAt(c, duty, record, at)) add(reminded(c, duty, record, at));
  }
  add(unanswered(c, at));
  return { key: `at:${String(at)}`, of: ofCase(c), at, by: 'platform', events, effects };
}

/**
 * Plays one act, parsed and authorised at the door. Key `act:ID`. Also the validators' check, its step thrown away;
 * what depends on the account is refused only when the step is carried out.
 */
export function onAct(c: Case, act: Act): Step | Refusal {
  const answer = answerTo(beside(c.kind), act) ?? answerTo(ACTS[c.kind], act);
  if (!answer) return refuse('not-allowed', `${c.unit.id} 不适用该操作`, `${act.do} does not concern a case of this kind`);
  const refused = refusedByClosing(c, act) ?? notAsked(c, act);
  if (refused) return refused;
  const taken = answer(c, dutiesOf(c));
  if (isRefusal(taken)) return taken;
  const events = [...reopened(c, act), ...taken.events];
  return { key: `act:${act.id}`, of: ofCase(c), at: act.at, by: act.by, events, effects: taken.effects };
}

/** Folds the events of one step into the case, in place; `head` is the hash of the last one. The keys of recent steps are left as they are. */
export function foldUnkeyed(c: Case, events: readonly Event[], head: string): void {
  foldEvents(c, c.id, { events, head }, (event) => {
    if (event.duty !== undefined) foldDuty(c, event, event.duty);
    if (event.type === 'revision-adopted') c.terms = termsAfter(c.terms, event.with as Change);
    if (event.type === 'case-closed') c.closed = true;
    if (event.type === 'case-reopened') delete c.closed;
    c.unit = entryAfter(c.unit, event);
    tell(c.facts, event);
  });
}

/** The same, with its key among those of recent steps: one taken twice is known by it. */
export function fold(c: Case, key: string, events: readonly Event[], head: string): void {
  foldUnkeyed(c, events, head);
  c.recent[key] = c.seq;
  forgetOldest(c.recent);
}

/** Keys stand in the order in which they came. */
function forgetOldest(recent: Case['recent']): void {
  const keys = Object.keys(recent);
  for (const key of keys.slice(0, -RECENT)) delete recent[key];
}

function foldDuty(c: Case, event: Event, name: string): void {
  const duty = dutyNamed(c, name);
  const first = (): DutyRecord =>
    duty ? firstRecord(duty, c.unit, c.terms, event.at) : { state: 'pending', dueOn: event.dueOn ?? dayOf(event.at) };
  const record = (c.duties[name] ??= first());
  if (event.turns !== undefined) record.state = event.turns;
  if (event.dueOn !== undefined) {
    record.dueOn = event.dueOn;
    if (event.dueOn >= dayOf(event.at)) delete record.before;
  }
  // what was taken over is among the duties, though it was due before the case began
  if (event.type !== 'overtaken' && event.turns !== undefined && tookPlaceOn(event) !== undefined) delete record.before;
  if (event.late !== undefined) record.late = event.late;
  if (event.type === 'no-longer-due') record.asked = false;
  if (event.turns === 'done') record.doneAt = tookPlaceAt(event);
}
