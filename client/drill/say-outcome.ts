import type { Outcome } from '../../simulator/outcome.js';
import type { Timing } from './run.js';

const STATUS: Readonly<Record<string, string>> = {
  open: '进行中 open',
  settled: '已履约 settled',
  'settled-by-collection': '经收缴履约 settled by collection',
  short: '未足额 short',
  'not-required': '无清缴义务 not required',
};
/** More units than this are told by their status only. */
const TOLD_IN_FULL = 3;

type UnitOutcome = Outcome['units'][string];
interface DutyShown {
  readonly state: string;
  readonly dueOn: string;
  readonly doneOn?: string;
  readonly late?: boolean;
}

const row = (name: string, { state, dueOn, doneOn, late }: DutyShown): string =>
  `    ${name.padEnd(26)} ${state.padEnd(13)} ${dueOn}${doneOn === undefined ? '' : `  办结 ${doneOn}${late === true ? ' 迟 late' : ''}`}`;

const sayUnit = (id: string, unit: UnitOutcome): string[] => [
  `  ${id}  ${STATUS[unit.status] ?? unit.status}`,
  `    核定 confirmed ${unit.confirmed ?? '—'}  应清缴 obligation ${unit.obligation ?? '—'}  配额 allocated ${unit.allocation.final}`,
  `    清缴 surrendered ${unit.surrendered.allowances} + ${unit.surrendered.offsets}  收缴 collected ${unit.collected.allowances} + ${unit.collected.offsets}  缺 shortfall ${unit.shortfall}`,
  ...Object.entries(unit.duties).map(([name, duty]) => row(name, duty as DutyShown)),
  ...unit.holdings.map((lot) => `    ${lot.lot.padEnd(26)} ${lot.product}  ${lot.quantity}`),
];

const cpu = (timing: Timing): string =>
  Object.entries(timing.cpuSeconds)
    .map(([who, seconds]) => `${who} ${seconds === null ? '—' : String(seconds)}`)
    .join(' · ');

const sayTiming = (timing: Partial<Timing>, units: number): string[] => {
  const { wallSeconds = 0, startUpSeconds, workflowTasks, events, cpuSeconds } = timing;
  if (startUpSeconds === undefined || cpuSeconds === undefined) return [`用时 took ${String(wallSeconds)} s`];
  const used = Object.values(cpuSeconds).reduce<number>((total, one) => total + (one ?? 0), 0);
  return [
    `用时 took ${String(wallSeconds)} s, and ${String(startUpSeconds)} s to start; ${String(workflowTasks)} workflow tasks, ${String(events)} events`,
    `CPU  ${cpu({ ...timing, cpuSeconds } as Timing)} s; ${(used / units).toFixed(2)} s a unit`,
  ];
};

/** An outcome as people read it. */
export function sayOutcome(outcome: Outcome & { readonly timing: Partial<Timing> }): string {
  const units = Object.entries(outcome.units);
  const counts = new Map<string, number>();
  for (const [, unit] of units) counts.set(unit.status, (counts.get(unit.status) ?? 0) + 1);
  const told =
    units.length <= TOLD_IN_FULL
      ? units.flatMap(([id, unit]) => sayUnit(id, unit))
      : [...counts].map(([status, count]) => `  ${String(count).padStart(5)}  ${STATUS[status] ?? status}`);
  const refusals = outcome.refusals as readonly { act: number; code: string; message: string }[];
  return [
    `${outcome.scenario} · ${String(outcome.cycle)}`,
    `  ${outcome.digest}`,
    ...told,
    `邮件 mails ${String(outcome.mails.length)} · 账平 balanced ${String(outcome.ledger.balanced)} · 事件 events ${String(outcome.audit.entries)}, chain ${outcome.audit.chain}`,
    ...refusals.map(({ act, code, message }) => `  拒绝 refused act ${String(act)}: ${code}: ${message}`),
    ...(outcome.notKnown ? [`  未知 not known of this cycle, and not played: ${outcome.notKnown.join(', ')}`] : []),
    ...sayTiming(outcome.timing, Math.max(1, units.length)),
    '',
  ].join('\n');
}
