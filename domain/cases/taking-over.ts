import { overLimit } from '../carry/offsets.js';
import { claimOf, owedBy } from '../duties/claim.js';
import { isOpen, type Duty } from '../duties/duty.js';
import { FORMER } from '../duties/every.js';
import type { Taken } from '../duties/filing.js';
import { isLess, isZero, minus, plus } from '../model/amount.js';
import type { Former } from '../model/first-day.js';
import type { Case } from '../model/case.js';
import { addDays, closesAt, dayOf, startOf, type Day, type Instant } from '../model/instant.js';
import type { Json } from '../model/json.js';
import { isRefusal, refuse, type Refusal } from '../model/refusal.js';
import { letIn, type Act, type Effect, type Event, type NewEvent, type Step } from '../model/step.js';
import { tookPlaceOn } from '../model/took-place.js';
import { runs } from './instants.js';
import { dutiesOf } from './kinds.js';

type TakesOver = Act<'take-over' | 'take-over-evidence'>;

/** How a case answers an act and folds events: what was done before is judged as it would be done. */
export interface Judging {
  readonly onAct: (c: Case, act: Act) => Step | Refusal;
  readonly fold: (c: Case, key: string, events: readonly Event[], head: string) => void;
}

/** Of what an act would do to the account, what moves nothing: lots that are set aside for an application. */
const KEPT: readonly Effect['kind'][] = ['offset-check', 'reserve', 'release', 'owe'];

/** What the act brought, as far as anybody has to know it still. */
function broughtBy({ on: _on, document, do: what, ...said }: Former): Json {
  return (FORMER.get(what)?.brings?.(said, document) ?? said) as Json;
}

const actOf = ({ id, by, approvedBy }: TakesOver, one: Former): Act =>
  letIn({ id, do: one.do, by, at: startOf(one.on), with: broughtBy(one), ...(approvedBy === undefined ? {} : { approvedBy }) });

/** What names an act that was taken over: the same is taken over once. */
export const nameOfFormer = (one: Former): string =>
  [one.do, one.month ?? one.filing ?? '', one.on].filter((word) => word !== '').join(' ');

/** What was surrendered before: the obligation is met by it, and no lot of this book moves. */
function surrenderedBefore(c: Case, act: TakesOver, one: Former): Taken | Refusal {
  if (c.facts.confirmed === undefined)
    return refuse('too-early', '碳排放量尚未核定', 'the emissions are not confirmed yet', '三(四)');
  const { allowances = '0', offsets = '0', outside = '0' } = one;
  const [owed, given] = [owedBy(c), plus(allowances, offsets)];
  if (isZero(given) || isLess(offsets, outside))
    return refuse('bad-input', '清缴量须大于零，京外量须含于抵销量', 'nothing is surrendered, or more from outside than offsets');
  const refused = overLimit({ allowances, offsets, outside }, claimOf(c, startOf(one.on)));
  if (refused) return refused;
  if (isLess(owed, given))
    return refuse('over-obligation', `尚欠 ${owed} 吨，不能清缴 ${given} 吨`, `${owed} t are owed, ${given} t are surrendered`);
  const left = minus(owed, given);
  const record = c.duties['surrender'];
  const done = isZero(left) && record && isOpen(record) ? ({ duty: 'surrender', turns: 'done', late: false } as const) : {};
  const brings = { covered: { allowances, offsets, outside }, moves: [], left };
  return { events: [{ type: 'surrendered', at: startOf(one.on), by: act.by, ...done, with: brings }], effects: [] };
}

/** What an allocation below the one in advance took back before, and what is owed of it still. */
function takenBackBefore(taken: Taken, one: Former): Taken | Refusal {
  const asked = taken.effects.find((effect) => effect.kind === 'take-back')?.quantity ?? '0';
  const { takenBack: quantity = asked } = one;
  if (isLess(asked, quantity)) return refuse('bad-input', `至多收回 ${asked} 吨`, `${asked} t at most were to be taken back`);
  if (isZero(asked)) return taken;
  const debt = minus(asked, quantity);
  const event: NewEvent = { type: 'taken-back', at: startOf(one.on), by: 'platform', with: { quantity, debt, moves: [] } };
  return { events: [...taken.events, event], effects: isZero(debt) ? [] : [{ kind: 'owe', debt }] };
}

/** What something taken over comes to; a verified report is by the verifier whom the unit had appointed, whether that is said or not. */
function answersTo(c: Case, act: TakesOver, one: Former, { onAct }: Judging): Taken | Refusal {
  if (one.do === 'surrender') return surrenderedBefore(c, act, one);
  const verifier = one.do === 'submit-verified-report' ? one.verifier : undefined;
  const step = onAct(verifier === undefined ? c : { ...c, facts: { ...c.facts, verifier } }, actOf(act, one));
  if (isRefusal(step)) return step;
  if (verifier !== undefined && c.facts.verifier !== verifier) {
    const appointed: NewEvent = { type: 'verifier-appointed', at: act.at, by: act.by, with: { verifier } };
    return { events: [appointed, ...step.events], effects: step.effects };
  }
  return one.do === 'allocate' ? takenBackBefore(step, one) : step;
}

const marked = (
  event: NewEvent,
  { at, by }: TakesOver,
  { on, document }: { readonly on: Day; readonly document: string },
): NewEvent => ({
  ...event,
  at,
  by: event.by === 'platform' ? 'platform' : by,
  with: { ...(event.with as Readonly<Record<string, Json>> | undefined), tookPlaceOn: on, document },
});

/** A case to try things on: nothing that is done to it is done to the other. A workflow has no other way of copying. */
const copyOf = (c: Case): Case => {
  const { duties, facts } = JSON.parse(JSON.stringify({ duties: c.duties, facts: c.facts })) as Pick<Case, 'duties' | 'facts'>;
  return { ...c, duties, facts, recent: {} };
};

/** What the taking-over has touched so far: duties by name, with the day on which each was last returned, if it was. */
type Touched = Map<string, Day | undefined>;

/** Of what was touched, what was missed by an instant: as it would have been missed then; nobody is told. A late return sets no new date. */
const missedBy = (c: Case, touched: Touched, until: Instant, by: TakesOver): NewEvent[] =>
  dutiesOf(c).flatMap((duty: Duty): NewEvent[] => {
    const record = c.duties[duty.name];
    if (!record || duty.atItsEnd !== 'overdue' || !isOpen(record) || closesAt(record.dueOn) > until || !runs(c, duty)) return [];
    if (!touched.has(duty.name) && !touched.has(duty.checks?.name ?? '')) return [];
    if (record.state === 'returned' && (touched.get(duty.name) ?? '') > record.dueOn) return [];
    const event: NewEvent = { type: 'overdue', at: until, by: 'platform', duty: duty.name, turns: 'overdue' };
    return [marked(event, by, { on: addDays(record.dueOn, 1), document: by.with.basis })];
  });

/** Why something cannot be taken over as it stands in the list, whatever the law says of it. */
function outOfPlace(c: Case, act: TakesOver, one: Former, before: Day): Refusal | undefined {
  if (one.on > dayOf(act.at)) return refuse('too-early', `${one.on} 尚未到来`, `${one.on} is still to come`);
  if (one.on < before) return refuse('bad-input', '须按日期先后排列', 'must stand in the order of days');
  return c.facts.takenOver?.includes(nameOfFormer(one))
    ? refuse('already-done', `${nameOfFormer(one)} 已接收`, `${nameOfFormer(one)} is taken over already`)
    : undefined;
}

const tooLate = refuse(
  'overtaken',
  '收缴时点已过，不再接收',
  'the instant of the collection has passed: nothing is taken over any more',
  '三(四)',
);

/**
 * 接收 (policy): each is judged on its day by the answers that the act itself would have had, and recorded at the stamp of the taking-over
 * with that day and its document. Nothing moves on the account, nobody is told; what is still to come has its own time from now on.
 */
export function takeOver(c: Case, act: TakesOver, judging: Judging): Taken | Refusal {
  if (c.facts.collectedAt !== undefined) return tooLate;
  const trial = copyOf(c);
  const { basis } = act.with;
  const took: readonly Former[] = act.with.took;
  const events: NewEvent[] = [];
  const effects: Effect[] = [];
  const touched: Touched = new Map();
  const add = (made: readonly NewEvent[]): void => {
    const told = made.map((event, k): Event => ({ ...event, seq: trial.seq + 1 + k }));
    judging.fold(trial, act.id, told, '');
    events.push(...made);
    for (const event of made)
      if (event.duty !== undefined && event.type !== 'overtaken')
        touched.set(event.duty, event.turns === 'returned' ? tookPlaceOn(event) : touched.get(event.duty));
  };
  add([
    { type: 'taken-over', at: act.at, by: act.by, with: { took: took.map(nameOfFormer), basis, approvedBy: act.approvedBy } },
  ]);
  let before = '';
  for (const [n, one] of took.entries()) {
    add(missedBy(trial, touched, startOf(one.on), act));
    const taken = outOfPlace(c, act, one, before) ?? answersTo(trial, act, one, judging);
    if (isRefusal(taken)) return { ...taken, path: ['with', 'took', n] };
    add(taken.events.map((event) => marked(event, act, one)));
    effects.push(...taken.effects.filter(({ kind }) => KEPT.includes(kind)));
    before = one.on;
  }
  add(missedBy(trial, touched, act.at, act));
  const collection = trial.duties['collection'];
  return trial.facts.confirmed !== undefined && collection && startOf(collection.dueOn) <= act.at ? tooLate : { events, effects };
}
