import assert from 'node:assert/strict';
import { blank, dueNext, fold, onAct, type Opening } from '../../domain/cases/case.js';
import { tonnesOf } from '../../domain/duties/claim.js';
import { isOpen } from '../../domain/duties/duty.js';
import { isLess, plus, times, wholeTonnesDown } from '../../domain/model/amount.js';
import type { Case } from '../../domain/model/case.js';
import { closesAt } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal } from '../../domain/model/refusal.js';
import { letIn, type Event } from '../../domain/model/step.js';
import { readMatrix } from '../../scripts/docs/duty-matrix.js';
import { baseOf } from '../../scripts/docs/glossary.js';
import { outcomesOf } from '../../scripts/docs/histories.js';
import type { Played, PlayedCase } from '../../simulator/outcome.js';

/** 三(四)「使用比例不得高于当年核定碳排放量的5%」: what was given, by the facts of a case as they stand between two events. */
function withinCaps(c: Case): void {
  const { confirmed, obligation, surrendered, collected } = c.facts;
  const covered = plus(tonnesOf(surrendered), tonnesOf(collected));
  if (confirmed === undefined || obligation === undefined) return assert.equal(covered, '0');
  const { share, outsideShare } = c.terms.offsets;
  assert.ok(!isLess(wholeTonnesDown(times(confirmed, share)), plus(surrendered.offsets, collected.offsets)));
  assert.ok(!isLess(wholeTonnesDown(times(confirmed, outsideShare)), plus(surrendered.outside, collected.outside)));
  assert.ok(!isLess(obligation, covered));
}

/** What a closed case does not do by itself, nor any case about what is not asked. */
const BY_THE_CLOCK: readonly string[] = ['reminded', 'overdue', 'collection-run', 'right-lapsed'];
/** What happens once to a case; again only where something named has opened it again. */
const ONCE: Readonly<Record<string, string | undefined>> = {
  'case-opened': undefined,
  'emissions-confirmed': undefined,
  'pre-allocated': undefined,
  allocated: undefined,
  'unit-left': undefined,
  'unit-merged': undefined,
  'collection-run': 'collection-reopened',
  'nothing-to-collect': 'collection-reopened',
  'case-closed': 'case-reopened',
};

/** 三 — late or not is judged by the first filing that is accepted, against the day that held then. */
function inTimeOrNot(c: Case, event: Event): void {
  const record = event.duty === undefined ? undefined : c.duties[event.duty];
  if (!record || !event.type.endsWith('-filed')) return;
  if (record.late === undefined) assert.equal(event.late ?? false, event.at >= closesAt(record.dueOn), event.type);
  else assert.equal(event.late ?? record.late, record.late, `${event.type} was late and is not any more, or the other way round`);
}

/** 五(二) — a matter is opened once, and closed only while it is open. */
function mattersInTurn(c: Case, event: Event): void {
  const about = (event.with as { readonly duty?: string } | undefined)?.duty;
  const openMatter = (kind: string): boolean =>
    c.facts.matters.some(
      (one) => one.kind === kind && one.duty === (kind === 'referral' ? about : undefined) && one.state === 'open',
    );
  if (event.type === 'referral-opened') assert.ok(!openMatter('referral'), event.type);
  if (event.type === 'rectification-opened') assert.ok(!openMatter('rectification'), event.type);
  if (event.type === 'referral-closed') assert.ok(openMatter('referral'), event.type);
  if (event.type === 'rectification-closed') assert.ok(openMatter('rectification'), event.type);
}

/** One event after another: each instant in order, each duty open when it is reminded of or missed, nothing twice. */
function inOrder(c: Case, event: Event, happened: Set<string>): void {
  assert.ok(event.at >= c.playedTo);
  const record = event.duty === undefined ? undefined : c.duties[event.duty];
  // what comes to the account of a closed case from others is told to it; it does nothing by itself
  if (c.closed === true || record?.asked === false) assert.ok(!BY_THE_CLOCK.includes(event.type), event.type);
  if (['reminded', 'overdue', 'right-lapsed'].includes(event.type)) {
    assert.ok(record && isOpen(record), `${event.type} ${event.duty ?? ''}`);
    const key = `${event.type} ${event.duty ?? ''} ${String(event.at)}`;
    assert.ok(!happened.has(key), `${key} twice`);
    happened.add(key);
  }
  if (event.type in ONCE) {
    assert.ok(!happened.has(event.type), `${event.type} twice`);
    happened.add(event.type);
  }
  inTimeOrNot(c, event);
  for (const [type, opener] of Object.entries(ONCE)) if (opener === event.type) happened.delete(type);
  mattersInTurn(c, event);
  // what the city owes is decided before it closes a case; what was due before the case began it does not owe
  if (event.type === 'case-closed')
    for (const duty of ['confirmation', 'final-allocation'])
      assert.ok(c.duties[duty]?.before || c.duties[duty]?.state !== 'missing', `closed over ${duty}`);
}

/** A case folded again event by event: what must hold holds after every one of them. */
export function holdsAfterEveryEvent(opening: Opening, { events, case: end }: PlayedCase): void {
  const c = blank(opening);
  const happened = new Set<string>();
  events.forEach((event, at) => {
    inOrder(c, event, happened);
    fold(c, `seq:${String(event.seq)}`, [event], '');
    // a figure and what goes back because of it are one step of two events
    const goesBack = event.type === 'emissions-corrected' && events[at + 1]?.type === 'given-back';
    if (!goesBack) withinCaps(c);
  });
  assert.deepEqual(c.duties, end.duties);
  assert.deepEqual(c.facts, end.facts);
}

const TEMPLATES: readonly string[] = ['reminder', 'overdue', 'escalation', 'cycle-opened', 'referral', 'rectification'];

/** Each mail about a date has its cause in the events, and one only; a mail sent again was sent by two officers. */
export function nothingSentTwice({ units, mails }: Played): void {
  const resent = new Set(
    units.flatMap(({ unit, cases }) =>
      cases.flatMap(({ events }) =>
        events.filter(({ type }) => type === 'mail-resent').map(({ at }) => `${unit.id} ${String(at)}`),
      ),
    ),
  );
  const seen = new Set<string>();
  const reminded = new Set(
    units.flatMap(({ unit, cases }) =>
      cases.flatMap(({ events }) =>
        events.flatMap((event) => (event.type === 'reminded' ? [`${unit.id} ${event.duty ?? ''} ${String(event.at)}`] : [])),
      ),
    ),
  );
  for (const { at, party, unit, template, duty = '', say } of mails) {
    if (!TEMPLATES.includes(template) || resent.has(`${unit} ${String(at)}`)) continue;
    const key = JSON.stringify([at, party, unit, template, duty, say?.['about']]);
    assert.ok(!seen.has(key), `${key} twice`);
    seen.add(key);
    if (template === 'reminder') assert.ok(reminded.has(`${unit} ${duty} ${String(at)}`), key);
  }
}

/** What people may do to move a case that waits: the unit what it still owes, the city what it has to decide, or the end. */
const MOVES: Readonly<Record<string, object>> = {
  surrender: { quantity: '1' },
  'confirm-emissions': { emissions: '1', basis: '依据' },
  allocate: { amount: '1', basis: '依据' },
  'pre-allocate': { amount: '1', basis: '依据' },
  'decide-adjustment': { result: 'reject', basis: '依据' },
  'decide-offsets': { result: 'reject', basis: '依据' },
  'close-case': { basis: '依据' },
};

/** A case that is not closed has a next instant, or somebody can move it at once. */
export function isNotStuck({ case: c }: PlayedCase): void {
  if (c.closed === true || dueNext(c) !== undefined) return;
  const moves = Object.entries(MOVES).filter(([name, brings]) => {
    const act = { id: 'move', do: name, by: 'somebody', approvedBy: 'another', at: c.playedTo + 1, with: brings as Json };
    return !isRefusal(onAct(c, letIn(act)));
  });
  assert.notEqual(moves.length, 0, `${c.id} waits for nobody`);
}

const { duties: declared } = readMatrix();

/** What docs/duty-matrix.md says cannot become of a duty does not. */
export function comesOutAsDeclared(one: PlayedCase): void {
  for (const [name, outcome] of outcomesOf(one))
    assert.equal(declared[baseOf(name)]?.cannot[outcome], undefined, `${one.case.id}: ${name} ${outcome}`);
}
