import { runs } from '../cases/instants.js';
import { decisionMail } from '../duties/deciding.js';
import { isOpen, type Duty } from '../duties/duty.js';
import type { Taken } from '../duties/filing.js';
import { overtake } from '../duties/overtaking.js';
import { dutyCalled } from '../letters/names.js';
import { holdsAccount, type Case } from '../model/case.js';
import { closesAt, type Day, type Instant } from '../model/instant.js';
import { own } from '../model/own.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, NewEvent } from '../model/step.js';

/** Figures that prove wrong open a closed case again: what follows from them has its own time. */
const REOPENS: readonly string[] = ['correct-emissions', 'correct-allocation', 'reverse-movement'];
/** What a closed case takes in besides and stays closed: orders and penalties, which people often decide late. */
const STAYS_CLOSED: readonly string[] = ['issue-order', 'decide-penalty', 'close-cycle', 'close-case'];

/** Something that must not be cut off, in both languages. */
interface Running {
  readonly zh: string;
  readonly en: string;
}

/** What holds a case open: a duty by its name, or what else people still have; until its day is over, or until it is decided. */
export type Hold = { readonly what: string; readonly dueOn?: Day; readonly until?: Day };

/** A window that people still have; a date of the city's own that others hang on, passed or not. */
function heldByDuties(c: Case, duties: readonly Duty[]): Hold[] {
  const found: Hold[] = [];
  for (const duty of duties) {
    const record = c.duties[duty.name];
    if (!record || record.before || record.asked === false || duty.atItsEnd === 'collection') continue;
    const { dueOn } = record;
    if (duty.owedBy === 'city' && (isOpen(record) || record.state === 'overdue')) found.push({ what: duty.name, dueOn });
    else if (isOpen(record) && runs(c, duty)) found.push({ what: duty.name, dueOn, until: dueOn });
  }
  return found;
}

/** What holds a case open, now or later: open windows, decisions that the city owes, the collection, a time to put things right. */
export function holdsOpen(c: Case, duties: readonly Duty[]): Hold[] {
  const { confirmed, collectedAt, adjustment, offsets, matters } = c.facts;
  const found = heldByDuties(c, duties);
  const collection = c.duties['collection'];
  if (collection && confirmed !== undefined && collectedAt === undefined)
    found.push({ what: 'collection', dueOn: collection.dueOn });
  if (adjustment?.state === 'applied') found.push({ what: 'decide-adjustment' });
  if (offsets?.state === 'applied') found.push({ what: 'decide-offsets' });
  for (const { kind, state, dueOn } of matters)
    if (kind === 'rectification' && state === 'open' && dueOn !== undefined)
      found.push({ what: 'rectification', dueOn, until: dueOn });
  return found;
}

const SAID: Readonly<Record<string, Running>> = {
  'decide-adjustment': { zh: '待决定的配额调整申请', en: 'an adjustment application to decide' },
  'decide-offsets': { zh: '待决定的抵销申请', en: 'an offset application to decide' },
};

function sayHold({ what, dueOn = '' }: Hold): Running {
  const said = own(SAID, what);
  if (said) return said;
  const zh = what === 'rectification' ? '补足期限' : (dutyCalled(what)?.zh ?? what);
  return { zh: `${zh}（${dueOn}）`, en: `${what} (${dueOn})` };
}

/** Of what holds a case open, what still does at an instant. */
export const runningAt = (holds: readonly Hold[], at: Instant): Running[] =>
  holds.filter(({ until }) => until === undefined || closesAt(until) > at).map(sayHold);

/** What must not be cut off at an instant. */
const stillRunning = (c: Case, at: Instant, duties: readonly Duty[]): Running[] => runningAt(holdsOpen(c, duties), at);

/**
 * 周期结束 (policy): the case ends. What was never done by then is missing; a debt or a shortfall stays claimed from the
 * account, whatever cycle the next credit comes in; a referral stays with those who enforce.
 */
export function closeCycle(c: Case, act: Act<'close-cycle' | 'close-case'>, duties: readonly Duty[]): Taken | Refusal {
  if (c.closed) return refuse('already-done', `${c.id} 已结束`, `${c.id} is closed already`);
  const running = stillRunning(c, act.at, duties);
  const named = (language: keyof Running): string => running.map((one) => one[language]).join('; ');
  if (running.length > 0)
    return refuse('still-running', `${c.id} 尚有未了事项：${named('zh')}`, `${c.id} cannot be closed yet: ${named('en')}`);
  const { basis } = act.with;
  const closed: NewEvent = { type: 'case-closed', at: act.at, by: act.by, with: { basis, approvedBy: act.approvedBy } };
  return {
    events: [...overtake(c, act, duties), closed],
    effects: holdsAccount(c.kind) ? [decisionMail(c, `${String(c.terms.cycle)} 年度履约周期结束`, { basis })] : [],
  };
}

/** Why a closed case does not take an act in. */
export const refusedByClosing = (c: Case, act: Act): Refusal | undefined =>
  !c.closed || REOPENS.includes(act.do) || STAYS_CLOSED.includes(act.do)
    ? undefined
    : refuse(
        'cycle-closed',
        `${c.id} 已结束，只受理更正、责令和处罚决定`,
        `${c.id} is closed: it takes in corrections, orders and penalties, and nothing else`,
      );

/** A closed case that takes a correction in is open again, until the city closes it once more. */
export const reopened = (c: Case, act: Act): NewEvent[] =>
  c.closed && REOPENS.includes(act.do) ? [{ type: 'case-reopened', at: act.at, by: 'platform', with: { because: act.do } }] : [];
