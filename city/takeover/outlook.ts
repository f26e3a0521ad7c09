import { openDuties } from '../../domain/cases/standing.js';
import type { Case, DutyStateName } from '../../domain/model/case.js';
import { closesAt, dayOf, type Day, type Instant } from '../../domain/model/instant.js';

interface DutyTold {
  readonly duty: string;
  readonly dueOn: Day;
  readonly owedBy?: string;
  readonly state?: DutyStateName;
  readonly doneOn?: Day;
}

/** What a unit has ahead and behind once it is taken over. */
export interface Outlook {
  readonly unit: string;
  /** What is due next; none where nothing waits for anybody. */
  readonly next?: DutyTold;
  /** What is late already: overdue, or done after its day. */
  readonly late: readonly DutyTold[];
  /** What was due before and nobody takes over: it will not appear. */
  readonly left: readonly DutyTold[];
}

const earliest = (a: DutyTold, b: DutyTold): number => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0);

export function outlookOf(unit: string, cases: readonly Case[], at: Instant): Outlook {
  const [next] = cases
    .flatMap(openDuties)
    .filter(({ record }) => closesAt(record.dueOn) > at)
    .map(({ duty: { name, owedBy }, record: { dueOn } }): DutyTold => ({ duty: name, dueOn, owedBy }))
    .sort(earliest);
  const all = cases.flatMap((c) => Object.entries(c.duties)).filter(([, record]) => record.asked !== false);
  const late = all.flatMap(([duty, { state, dueOn, late: isLate, doneAt, before }]): DutyTold[] => {
    const wasLate = state === 'overdue' || (state === 'done' && isLate === true);
    if (before || !wasLate) return [];
    return [{ duty, dueOn, state, ...(state === 'done' && doneAt !== undefined ? { doneOn: dayOf(doneAt) } : {}) }];
  });
  const left = all.flatMap(([duty, { state, dueOn, before }]): DutyTold[] =>
    before && state === 'pending' ? [{ duty, dueOn }] : [],
  );
  return { unit, ...(next ? { next } : {}), late: late.sort(earliest), left: left.sort(earliest) };
}

const sayDuty = ({ duty, dueOn, doneOn }: DutyTold): string => `${duty} ${dueOn}${doneOn === undefined ? '' : ` → ${doneOn}`}`;

/** One line for people. */
export const sayOutlook = ({ unit, next, late, left }: Outlook): string =>
  [
    unit.padEnd(12),
    `下一事项 next: ${next ? sayDuty(next) : '—'}`,
    ...(late.length > 0 ? [`已逾期 late: ${late.map(sayDuty).join(', ')}`] : []),
    ...(left.length > 0 ? [`未接收而不列入 not taken over: ${left.map(sayDuty).join(', ')}`] : []),
  ].join(' · ');
