import { dueNext } from '../domain/cases/case.js';
import { runs } from '../domain/cases/instants.js';
import { dutiesOf, dutyNamed } from '../domain/cases/kinds.js';
import type { UnitStatus } from '../domain/cases/unit-status.js';
import { owedBy } from '../domain/duties/claim.js';
import type { Duty } from '../domain/duties/duty.js';
import { isZero } from '../domain/model/amount.js';
import type { Case, DutyRecord, Matter, Unit } from '../domain/model/case.js';
import { closesAt, dayOf, daysBetween, isoOf, type Day, type Instant } from '../domain/model/instant.js';
import { openDuties, PHASES, phaseOf } from '../domain/cases/standing.js';
import { BEFALLS, KINDS, MATTERS, OWNERS, STATES } from '../workflows/words.js';
import { padTo } from './width.js';

const STATUSES: Record<UnitStatus, string> = {
  open: '未结 open',
  settled: '已履约 settled',
  'settled-by-collection': '经收缴履约 settled by collection',
  short: '未足额清缴 short',
  'not-required': '无须清缴 not required',
};
const LISTED: Record<Unit['kind'], string> = { key: '重点碳排放单位 key unit', general: '一般报告单位 general reporting unit' };

export const clockOf = (at: Instant): string => isoOf(at).slice(0, 19).replace('T', ' ');

/** 余几天 or 逾期几天, seen from a moment. */
const distance = (dueOn: Day, at: Instant): string => {
  const days = daysBetween(dayOf(at), dueOn);
  return closesAt(dueOn) <= at ? `逾期 overdue ${String(-days)}d` : `余 left ${String(days)}d`;
};

/** Who a unit is, where it is listed, and how it stands. */
export function sayUnit(unit: Unit, cycle: number, standing: UnitStatus): string[] {
  const { id, name, kind, district, left, mergedInto } = unit;
  return [
    `${name} ${id} · ${LISTED[kind]} · ${district} · ${String(cycle)}`,
    `状态 status: ${STATUSES[standing]}`,
    ...(left ? [`已于 ${left.on} 退出名单 left the list (${left.to})`] : []),
    ...(mergedInto === undefined ? [] : [`已并入 merged into ${mergedInto}`]),
  ];
}

/** What a case waits for first: the earliest of its open duties and of its orders to put things right. */
function sayWaiting(c: Case, at: Instant): string {
  const duty = openDuties(c).find((one) => one.duty.atItsEnd !== 'lapses');
  const order = c.facts.matters.find(({ kind, state }) => kind === 'rectification' && state === 'open');
  if (order?.dueOn !== undefined && (!duty || order.dueOn < duty.record.dueOn))
    return `${OWNERS.unit}: 补足未清缴量 rectification, ${order.dueOn} ${distance(order.dueOn, at)}（三(四)）`;
  if (!duty) return '无 nobody';
  const { name, zh, owedBy: owner, clause } = duty.duty;
  const who = owner === 'district' ? `${OWNERS.district} ${c.unit.district}` : OWNERS[owner];
  return `${who}: ${zh} ${name}, ${duty.record.dueOn} ${distance(duty.record.dueOn, at)}（${clause}）`;
}

function sayNext(c: Case, at: Instant): string {
  const next = dueNext(c);
  if (!next) return '无 none';
  const late = next.at <= at ? '（已到时，尚未执行 due, not played yet）' : '';
  return `${clockOf(next.at)} ${BEFALLS[next.what].join(' ')}: ${dutyNamed(c, next.duty)?.zh ?? ''} ${next.duty}${late}`;
}

function sayFigures(c: Case): string[] {
  const { confirmed, obligation = '0', surrendered, collected, preAllocated, final, takenBack, debt } = c.facts;
  const given = [`预发 pre-allocated ${preAllocated}`, `核发 final ${final ?? '–'}`, `收回 taken back ${takenBack}`];
  if (!isZero(debt)) given.push(`未还 debt ${debt}`);
  const lines = isZero(preAllocated) && final === undefined ? [] : [`  配额 allocation   ${given.join(' · ')} t`];
  if (confirmed === undefined) return lines;
  return [
    `  核定 confirmed    ${confirmed} t · 应清缴 obligation ${obligation} t · 尚欠 owed ${owedBy(c)} t`,
    ...lines,
    `  清缴 surrendered  配额 allowances ${surrendered.allowances} + 抵销 offsets ${surrendered.offsets} t · 收缴 collected ${collected.allowances} + ${collected.offsets} t`,
  ];
}

const sayMatter = ({ kind, duty, openedOn, dueOn, state }: Matter, at: Instant): string =>
  [
    `  案 matter         ${MATTERS[kind]}${duty === undefined ? '' : ` (${duty})`}: 自 since ${openedOn}`,
    ...(dueOn === undefined ? [] : [`至 until ${dueOn}`, ...(state === 'open' ? [distance(dueOn, at)] : [])]),
    state === 'open' ? '未结 open' : '已结 closed',
  ].join(' ');

/** A check waits for its filing: until that is there, no window of it runs. */
const isIdle = (c: Case, duty: Duty, { state }: DutyRecord): boolean => state === 'pending' && !runs(c, duty);

const row = (what: string, state: string, due: string, done: string): string =>
  `    ${padTo(what, 52)}${padTo(state, 24)}${padTo(due, 12)}${done}`.trimEnd();

function sayDuty(duty: Duty, record: DutyRecord, at: Instant): string {
  const { state, dueOn, doneAt, late } = record;
  const done = state === 'done' && doneAt !== undefined ? `${dayOf(doneAt)}${late ? ' 迟 late' : ''}` : '';
  const open = (state === 'pending' || state === 'overdue' || state === 'returned') && duty.owedBy !== 'platform';
  const may = duty.atItsEnd === 'lapses' && state === 'pending' ? '可申请 may' : STATES[state];
  return row(`${duty.zh} ${duty.name}`, may, dueOn, done || (open ? distance(dueOn, at) : ''));
}

/** Where a case stands, for people; duties whose time has not begun are counted, not listed. */
export function sayCase(c: Case, at: Instant): string[] {
  const shown = dutiesOf(c).flatMap((duty) => {
    const record = c.duties[duty.name];
    return record && !record.before ? [{ duty, record }] : [];
  });
  const later = shown.filter(({ duty, record }) => isIdle(c, duty, record));
  const phase = phaseOf(c);
  return [
    '',
    `${KINDS[c.kind]} ${c.id} · 阶段 phase: ${PHASES[phase]} ${phase}`,
    `  等待 waiting for  ${sayWaiting(c, at)}`,
    `  下一时点 next     ${sayNext(c, at)}`,
    ...sayFigures(c),
    ...c.facts.matters.map((matter) => sayMatter(matter, at)),
    row('事项 duty', '状态 state', '截止 due', '办理 done'),
    ...shown.filter(({ duty, record }) => !isIdle(c, duty, record)).map(({ duty, record }) => sayDuty(duty, record, at)),
    ...(later.length === 0 ? [] : [`    另有 ${String(later.length)} 项尚未开始 · ${String(later.length)} more have not begun`]),
  ];
}
