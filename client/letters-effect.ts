import { dutyCalled } from '../domain/letters/names.js';
import { reminderEffects, unitsToCall, type Effect, type ToCall } from '../views/letters-effect.js';
import { csvOf } from '../views/csv.js';
import { cycleNamed } from './cycle-option.js';
import { DONE, printAnswer, STREAMS, type Streams } from './print.js';
import { withBook } from './service.js';

export interface EffectOptions {
  readonly cycle?: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

const HEAD = [
  '事项 duty',
  '提前天数 lead',
  '提醒 told',
  '一日内 within a day',
  '一周内 within a week',
  '按时 in time',
  '逾期 late',
  '未办 open',
  '中位天数 median days',
];
const rowOf = (one: Effect): readonly string[] => [
  one.duty,
  ...[one.lead, one.told, one.withinDay, one.withinWeek, one.inTime, one.late, one.open].map(String),
  String(one.medianDays ?? ''),
];
const callOf = ({ unit, name, district, telephone, duties }: ToCall): string =>
  `  ${unit}  ${name}  ${district}  ${telephone ?? '无电话 no telephone'}  ${duties.join(', ')}`;

const nameOf = (duty: string): string => dutyCalled(duty)?.zh ?? duty;

const sayOf = (one: Effect): string =>
  `  ${nameOf(one.duty)} ${one.duty} · 提前 ${String(one.lead)} 天: 提醒 told ${String(one.told)}，按时 in time ${String(one.inTime)}，逾期 late ${String(one.late)}，未办 open ${String(one.open)}，一周内 within a week ${String(one.withinWeek)}`;

/** `luyue letters effect`: whether reminders were followed, and which units need a telephone call instead. */
export async function lettersEffect({ cycle, csv, json }: EffectOptions, streams: Streams = STREAMS): Promise<number> {
  const year = cycleNamed(cycle);
  return withBook(async (book) => {
    const found = { effects: await reminderEffects(book.pool, year), toCall: await unitsToCall(book.pool, year) };
    if (csv === true && json !== true) {
      streams.out(csvOf(HEAD, found.effects.map(rowOf)));
      return DONE;
    }
    const said = [
      `提醒与办理 reminders and what became of them, ${String(year)}: ${found.effects.length === 0 ? '没有 none' : ''}`,
      ...found.effects.map(sayOf),
      `须电话联系 to be called: ${String(found.toCall.length)}`,
      ...found.toCall.map(callOf),
    ];
    return printAnswer({ cycle: year, ...found }, said, json, streams);
  });
}
