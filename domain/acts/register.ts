import { relisted } from '../cases/listing.js';
import { decisionMail } from '../duties/deciding.js';
import { isZero } from '../model/amount.js';
import type { Duty } from '../duties/duty.js';
import type { Taken } from '../duties/filing.js';
import { holdsAccount, type Case, type DutyRecord } from '../model/case.js';
import { dayOf, endOfMonth } from '../model/instant.js';
import { isRefusal, type Refusal } from '../model/refusal.js';
import type { Act, Effect, Mail, NewEvent } from '../model/step.js';

/** What is not due from this unit any more: it ends without having been missed. */
const released = (act: Act, duty: Duty): NewEvent => ({
  type: 'no-longer-due',
  at: act.at,
  by: 'platform',
  duty: duty.name,
  turns: 'not-required',
});

const isOver = ({ state }: DutyRecord): boolean => state === 'done' || state === 'missing';

/** The packages of the month in which the unit goes and of later ones; what had ended by then stays due (policy). */
const laterMonths = (c: Case, act: Act, duties: readonly Duty[]): NewEvent[] =>
  duties.flatMap((duty) => {
    const month = duty.name.split('/')[1];
    const record = c.duties[duty.name];
    const later = month !== undefined && endOfMonth(month) >= dayOf(act.at);
    return later && record && record.asked !== false && !isOver(record) ? [released(act, duty)] : [];
  });

/** What a unit that leaves before its emissions are confirmed owes no more; a filing that was missed by then stays due (policy). */
const unconfirmed = (c: Case, act: Act, duties: readonly Duty[]): NewEvent[] =>
  duties.flatMap((duty) => {
    const record = c.duties[duty.name];
    if (!record || record.asked === false || isOver(record)) return [];
    return duty.owedBy === 'unit' && record.state === 'overdue' ? [] : [released(act, duty)];
  });

/** The unit hears of it once, from the case that holds its account. */
const toldOnce = (c: Case, what: string, basis: string): Mail[] =>
  holdsAccount(c.kind) ? [decisionMail(c, what, { basis })] : [];

const recorded = (type: string, act: Act): NewEvent => ({
  type,
  at: act.at,
  by: act.by,
  with: { ...act.with, approvedBy: act.approvedBy },
});

/**
 * 退出名单 (policy): before the confirmation this cycle ends for the unit, and what was pre-allocated is taken back; after
 * it the emission year is settled as determined. The account stays.
 */
export function leave(c: Case, act: Act<'leave'>, duties: readonly Duty[]): Taken | Refusal {
  const after = relisted(c.unit, act);
  if (isRefusal(after)) return after;
  const settles = c.kind === 'compliance-cycle' && c.facts.confirmed !== undefined;
  const ends = c.kind === 'monthly-evidence' ? laterMonths(c, act, duties) : settles ? [] : unconfirmed(c, act, duties);
  const effects: Effect[] = [];
  if (c.kind === 'compliance-cycle' && !settles && !isZero(c.facts.preAllocated))
    effects.push({ kind: 'take-back', quantity: c.facts.preAllocated });
  const what = act.with.to === 'national-market' ? '退出名单，转入全国碳排放权交易市场' : '退出名单';
  return { events: [recorded('unit-left', act), ...ends], effects: [...effects, ...toldOnce(c, what, act.with.basis)] };
}

/**
 * 合并 (policy): what the unit owes in this cycle stays with it until it is settled; from the month of the merger on its
 * evidence is its successor's. What it holds can be moved there once nothing is owed (`move-allowances`).
 */
export function merge(c: Case, act: Act<'merge'>, duties: readonly Duty[]): Taken | Refusal {
  const after = relisted(c.unit, act);
  if (isRefusal(after)) return after;
  const ends = c.kind === 'monthly-evidence' ? laterMonths(c, act, duties) : [];
  return {
    events: [recorded('unit-merged', act), ...ends],
    effects: toldOnce(c, `并入 ${act.with.into}`, act.with.basis),
  };
}

/** 主管区变更 (policy): from this instant the new district checks and is told; both districts and the unit hear of it. */
export function moveDistrict(c: Case, act: Act<'move-district'>): Taken | Refusal {
  const after = relisted(c.unit, act);
  if (isRefusal(after)) return after;
  const [from, to] = [c.unit.district, after.district];
  const say = { name: c.unit.name, from, to, basis: act.with.basis };
  const mail = (recipient: Mail['to']): Mail => ({ kind: 'mail', to: recipient, template: 'district-moved', say });
  const mails = holdsAccount(c.kind) ? [mail('unit'), mail({ district: from }), mail({ district: to })] : [];
  const moved = recorded('district-moved', act);
  return { events: [{ ...moved, with: { ...(moved.with as object), from } }], effects: mails };
}
