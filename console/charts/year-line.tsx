import { daysBetween, type Day } from '../../domain/model/instant.js';
import { dutyCalled } from '../../domain/letters/names.js';
import { colon, dutySaid, partySaid, stateSaid } from '../words.js';
import type { Visit } from '../visit.js';

/** A duty as a year line shows it. */
export interface Mark {
  readonly duty: string;
  readonly state: string;
  readonly dueOn: Day;
  readonly late?: boolean;
}

const WIDTH = 1_000;
const LEFT = 120;
const LANE = 44;
const TOP = 34;
const LANES: readonly string[] = ['unit', 'district', 'city', 'platform'];
/** Marks of one lane that would lie upon each other stand one above the other. */
const APART = 13;

interface Placed extends Mark {
  /** How far along the year. */
  readonly along: number;
  readonly lane: number;
  /** Out of the middle of its lane, where others lie at the same place. */
  readonly up: number;
}

/** Marks nearer than this would lie upon each other. */
const NEAR = 13;
/** So many lie beside each other in the room of a lane. */
const SIDE_BY_SIDE = 3;

const monthsBetween = (from: Day, until: Day): Day[] => {
  const months: Day[] = [];
  for (let [y = 0, m = 0] = from.split('-').map(Number); ; [y, m] = m === 12 ? [y + 1, 1] : [y, m + 1]) {
    const first = `${String(y)}-${String(m).padStart(2, '0')}-01`;
    if (first > until) return months;
    months.push(first);
  }
};

/** Round where it is done or can still be done, a cross where it was not. */
const Drawn = ({ state, x, y }: { state: string; x: number; y: number }) =>
  ['pending', 'returned', 'done'].includes(state) ? (
    <circle cx={x} cy={y} r="5" />
  ) : (
    <path d={`M${String(x - 5)} ${String(y - 5)}l10 10m0 -10l-10 10`} />
  );

const Shape = ({ visit, mark, x, y }: { visit: Visit; mark: Placed; x: number; y: number }) => {
  const { state, late, duty, dueOn } = mark;
  return (
    <g class={`mark ${late ? 'late' : state}`}>
      <title>{`${dueOn} ${dutySaid(visit, duty)}${colon(visit)}${stateSaid(visit, state)}${late ? visit.say('（迟）', ' (late)') : ''}`}</title>
      <Drawn state={state} x={x} y={y} />
    </g>
  );
};

/** What a mark means, drawn as on the line. */
const Key = ({ state, words }: { state: string; words: string }) => (
  <span class="whole key">
    <svg viewBox="0 0 14 14" aria-hidden="true">
      <g class={`mark ${state}`}>
        <Drawn state={state === 'late' ? 'done' : state} x={7} y={7} />
      </g>
    </svg>{' '}
    {words}
  </span>
);

const placed = (marks: readonly Mark[], at: (day: Day) => number): Placed[] => {
  const last = new Map<number, Placed>();
  return [...marks]
    .filter(({ state }) => state !== 'not-required')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((mark): Placed => {
      const along = at(mark.dueOn);
      const owner = dutyCalled(mark.duty)?.owedBy ?? 'unit';
      const lane = Math.max(0, LANES.indexOf(owner));
      const before = last.get(lane);
      const up = before && along - before.along < NEAR ? (before.up + 1.5) % SIDE_BY_SIDE : 0;
      const one = { ...mark, along, lane, up: up - 0.5 };
      last.set(lane, one);
      return one;
    });
};

/** The days that a year line is about. */
interface Year {
  readonly visit: Visit;
  readonly marks: readonly Mark[];
  readonly today: Day;
  readonly from: Day;
  readonly last: Day;
  /** In days. */
  readonly span: number;
}

const monthSaid = (month: Day, from: Day): string =>
  month.endsWith('-01-01') || month === from ? month.slice(0, 7) : month.slice(5, 7);

const nameOf = ({ say }: Visit): string => say('年度时间线；下表列出同样内容', 'Year line; the table below says the same');

/** Months from left to right, a lane under the other. */
const Lying = ({ visit, marks, today, from, last, span }: Year) => {
  const at = (day: Day): number => LEFT + Math.round(((WIDTH - LEFT - 12) * daysBetween(from, day)) / span);
  const shown = placed(marks, at);
  const height = TOP + LANES.length * LANE + 6;
  const middle = (lane: number): number => TOP + lane * LANE + LANE / 2;
  return (
    <svg class="lying" viewBox={`0 0 ${String(WIDTH)} ${String(height)}`} role="img" aria-label={nameOf(visit)}>
      {monthsBetween(from, last).map((month) => (
        <g class="grid">
          <path d={`M${String(at(month))} ${String(TOP - 8)}V${String(height)}`} />
          <text x={at(month) + 3} y="16">
            {monthSaid(month, from)}
          </text>
        </g>
      ))}
      {LANES.filter((_, lane) => shown.some((mark) => mark.lane === lane)).map((lane) => (
        <text class="lane" x="0" y={middle(LANES.indexOf(lane)) + 4}>
          {partySaid(visit, lane).slice(0, visit.lang === 'zh' ? 8 : 18)}
        </text>
      ))}
      {shown.map((mark) => (
        <Shape visit={visit} mark={mark} x={mark.along} y={middle(mark.lane) - mark.up * APART} />
      ))}
      <g class="today">
        <path d={`M${String(at(today))} ${String(TOP - 14)}V${String(height)}`} />
        <text x={at(today) + 4} y={TOP - 5}>
          {visit.say('今天', 'today')}
        </text>
      </g>
    </svg>
  );
};

const UPRIGHT = 320;
const MONTHS = 56;
const A_LANE = (UPRIGHT - MONTHS) / LANES.length;
/** So much of a page's height for a day. */
const A_DAY = 1.1;
const SHORT: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  unit: ['单位', 'unit'],
  district: ['区', 'district'],
  city: ['市', 'city'],
  platform: ['平台', 'platform'],
};

/** The same for a narrow page, in letters of the usual size: months from top to bottom, a lane beside the other. */
const Upright = ({ visit, marks, today, from, last, span }: Year) => {
  const at = (day: Day): number => TOP + Math.round(daysBetween(from, day) * A_DAY);
  const height = TOP + Math.round(span * A_DAY) + 6;
  const middle = (lane: number): number => MONTHS + lane * A_LANE + A_LANE / 2;
  return (
    <svg class="upright" viewBox={`0 0 ${String(UPRIGHT)} ${String(height)}`} role="img" aria-label={nameOf(visit)}>
      {LANES.map((lane, n) => (
        <text class="middle" x={middle(n)} y="16">
          {visit.say(...(SHORT[lane] ?? [lane, lane]))}
        </text>
      ))}
      {monthsBetween(from, last).map((month) => (
        <g class="grid">
          <path d={`M0 ${String(at(month))}H${String(UPRIGHT)}`} />
          <text x="0" y={at(month) + 14}>
            {monthSaid(month, from)}
          </text>
        </g>
      ))}
      {placed(marks, at).map((mark) => (
        <Shape visit={visit} mark={mark} x={middle(mark.lane) + mark.up * APART} y={mark.along} />
      ))}
      <g class="today">
        <path d={`M0 ${String(at(today))}H${String(UPRIGHT)}`} />
        <text class="end" x={UPRIGHT} y={at(today) - 4}>
          {visit.say('今天', 'today')}
        </text>
      </g>
    </svg>
  );
};

/** The year of a unit in one line: every duty by its last day, in the lane of whoever owes it, and where one is now. */
export const YearLine = ({ visit, marks, today }: { visit: Visit; marks: readonly Mark[]; today: Day }) => {
  const days = [...marks.map(({ dueOn }) => dueOn), today].sort();
  const [first = today, last = today] = [days[0], days.at(-1)];
  const from = `${first.slice(0, 7)}-01`;
  const year: Year = { visit, marks, today, from, last, span: Math.max(30, daysBetween(from, last) + 8) };
  return (
    <figure class="chart">
      <div class="scroll" role="region" tabindex={0} aria-label={visit.say('年度时间线', 'Year line')}>
        <Lying {...year} />
        <Upright {...year} />
      </div>
      <figcaption>
        <Key state="done" words={visit.say('已完成', 'done')} />
        <Key state="pending" words={visit.say('待办', 'to do')} />
        <Key state="overdue" words={visit.say('逾期或未完成', 'overdue or not done')} />
        <Key state="returned" words={visit.say('已退回', 'returned')} />
        <Key state="late" words={visit.say('迟交', 'late')} />
      </figcaption>
    </figure>
  );
};
