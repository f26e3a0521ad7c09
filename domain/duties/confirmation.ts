import { wholeTonnesUp, ZERO, type Amount } from '../model/amount.js';
import type { Case } from '../model/case.js';
import { addDays, addWorkingDays, dayOf, laterOf, yearsWithoutCalendar, type Day, type Instant } from '../model/instant.js';
import { refuse, type Refusal } from '../model/refusal.js';
import type { Act, NewEvent } from '../model/step.js';
import type { Terms } from '../model/terms.js';
import { byDocument } from './before.js';
import { decidesDuty, mayNotRestOn } from './deciding.js';
import type { Duty } from './duty.js';
import type { Taken } from './filing.js';
import { firstCheck } from './first-check.js';
import { firstReport } from './first-report.js';
import { overtake } from './overtaking.js';
import { verifiedReport } from './verified-report.js';

/** 三(三)1「市生态环境部门根据2023年度碳排放报告及核查、抽查结果，于2024年9月15日前完成重点碳排放单位碳排放量核定工作」. */
export const confirmation: Duty = {
  name: 'confirmation',
  zh: '碳排放量核定',
  clause: '三(三)1',
  owedBy: 'city',
  rhythm: 'authority',
  nominal: (terms) => terms.dates.confirmation,
  atItsEnd: 'overdue',
  askedBy: ['mustReport', 'mustSettle'],
  acts: ['record-spot-check', 'record-expert-meeting', 'confirm-emissions'],
  before: {
    'record-spot-check': { zh: '抽查', says: ['emissions'] },
    'confirm-emissions': { zh: '核定', says: ['emissions'], brings: byDocument },
  },
};

/** What an event says of a date that hangs on the holidays of a year without a calendar: it may still change. */
export const countedBlind = (from: Instant, to: Day, { calendar }: Terms): { with?: { calendarNotKnown: number[] } } => {
  const years = yearsWithoutCalendar(dayOf(from), to, calendar);
  return years.length > 0 ? { with: { calendarNotKnown: years } } : {};
};

/** Some working days after the confirmation, which the unit has at least. */
const surrenderWindow = (terms: Terms, confirmedAt: Instant): Day =>
  addWorkingDays(dayOf(confirmedAt), terms.windows.surrenderAfterConfirmation, terms.calendar);

/** The surrender is due at the deadline, or some working days after the confirmation where that is later (policy). */
export const surrenderDueOn = (terms: Terms, confirmedAt: Instant): Day =>
  laterOf(surrenderWindow(terms, confirmedAt), terms.dates.surrender);

/** 应清缴量: whole tonnes, rounded up; nothing where the unit need not settle. */
export const obligationOf = (c: Case, emissions: Amount): Amount =>
  c.duties['surrender']?.asked === false ? ZERO : wholeTonnesUp(emissions);

export function confirmEmissions(c: Case, act: Act<'confirm-emissions'>): Taken | Refusal {
  if (c.facts.confirmed !== undefined)
    return refuse('already-done', '碳排放量已核定', 'the emissions are confirmed already', '三(三)1');
  const { emissions: stated, basis = '' } = act.with;
  const binding = c.facts.expertMeeting?.emissions ?? c.facts.spotChecked ?? c.facts.verified?.emissions;
  if (stated === undefined && binding === undefined)
    return refuse(
      'too-early',
      '尚无经核查的报告，须写明核定量及依据',
      'there is no verified report: state the amount and its basis',
      '三(三)1',
    );
  if (stated === undefined && mayNotRestOn(c, 'binding'))
    return refuse(
      'provisional',
      '核定规则尚未明确，须写明核定量及依据',
      'who binds is not decided: state the amount and its basis',
      '三(三)1',
    );
  const emissions = stated ?? binding ?? '';
  const obligation = obligationOf(c, emissions);
  const made = decidesDuty(
    c,
    act,
    confirmation,
    { type: 'emissions-confirmed', with: { emissions, obligation, basis }, what: '碳排放量核定' },
    [],
  );
  const due = {
    type: 'surrender-due',
    at: act.at,
    by: 'platform',
    duty: 'surrender',
    turns: obligation === '0' ? 'not-required' : 'pending',
    dueOn: laterOf(surrenderWindow(c.terms, act.at), c.duties['surrender']?.dueOn ?? c.terms.dates.surrender),
    ...countedBlind(act.at, surrenderWindow(c.terms, act.at), c.terms),
  } satisfies NewEvent;
  const collected: NewEvent = {
    type: 'collection-due',
    at: act.at,
    by: 'platform',
    duty: 'collection',
    dueOn: addDays(due.dueOn, 1),
  };
  const moved = c.duties['collection']?.dueOn === collected.dueOn ? [] : [collected];
  return {
    events: [...made.events, ...overtake(c, act, [firstReport, verifiedReport, firstCheck]), due, ...moved],
    effects: made.effects,
  };
}
