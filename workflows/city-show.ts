import { CITY_DATES, toRollOut, type CityCycle } from '../domain/city-cycle/city-cycle.js';
import type { CityDue } from '../domain/city-cycle/instants.js';
import { isoOf } from '../domain/model/instant.js';
import { say, type Shown } from './show.js';

const clockOf = (iso: string): string => iso.slice(0, 16).replace('T', ' ');

const DATES = { 'pre-allocation': '预发', confirmation: '核定', 'final-allocation': '核发' } as const;

/** One line for a timer: what happens when it rings. */
export const sayCityDue = ({ at, duties }: CityDue): string =>
  `${duties.map((duty) => DATES[duty]).join('、')}截止 ${clockOf(isoOf(at))}`;

/** Where the city's cycle stands: what is in force, what is on its way to the cases, what was not decided in time. */
function describeCity(c: CityCycle, next: CityDue | undefined): string {
  const { terms, struckOff, decisions, passed } = c;
  const rolling = toRollOut(c);
  return [
    `## ${String(terms.cycle)} 年度 市生态环境部门 the city authority`,
    '',
    `- **规则 in force**: revision ${String(terms.revision)} ${terms.digest.slice(0, 19)}`,
    ...(struckOff.length > 0 ? [`- **已除名 struck off**: ${struckOff.join('、')}`] : []),
    ...(rolling ? [`- **送达中 being brought to every case**: ${rolling.do} (${rolling.act})`] : []),
    ...(next ? [`- **下一时点 next**: ${sayCityDue(next)} (北京时间)`] : []),
    ...CITY_DATES.flatMap((duty) => {
      const record = passed[duty];
      return record
        ? [`- **${DATES[duty]} ${duty}** (${record.dueOn}): 逾期未决定 not decided in time ${String(record.units)}`]
        : [];
    }),
    ...decisions.flatMap(({ do: what, rolledOut }) =>
      rolledOut
        ? [
            `- **${what}**: ${String(rolledOut.applied)} / ${String(rolledOut.cases)} 个案件 cases, 未执行 refused ${String(rolledOut.refused.length)}`,
          ]
        : [],
    ),
    ...(c.closed ? [`- **已结束 closed**: ${clockOf(isoOf(c.closed.at))}`] : []),
  ].join('\n');
}

const phaseOf = (c: CityCycle): string => (c.closed ? 'closed' : toRollOut(c) ? 'rolling-out' : 'running');

export function showCity(c: CityCycle, next: CityDue | undefined, before: Shown = {}): Shown {
  const said = { phase: phaseOf(c), waitingFor: toRollOut(c) ? 'platform' : 'nobody', nextDeadline: next?.at ?? null };
  return say(describeCity(c, next), said, before);
}
