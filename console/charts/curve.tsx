import { daysBetween, type Day } from '../../domain/model/instant.js';
import type { CurvePoint } from '../../views/season.js';
import type { Visit } from '../visit.js';

const W = 900;
const H = 200;
const LEFT = 44;
const BOTTOM = 24;

/** 清缴进度: how many have done it by the end of each day, towards the deadline. */
export const Curve = ({
  visit,
  points,
  of,
  today,
  dueOn,
  label,
  beside = [],
}: {
  visit: Visit;
  points: readonly CurvePoint[];
  of: number;
  today: Day;
  dueOn: Day;
  label: string;
  /** The same of the cycle before, laid by its own last day. */
  beside?: readonly CurvePoint[];
}) => {
  const { say } = visit;
  const days = [...points, ...beside].map(({ on }) => on);
  const from = days.reduce((a, b) => (b < a ? b : a), today);
  const last = days.reduce((a, b) => (b > a ? b : a), dueOn > today ? dueOn : today);
  const span = Math.max(1, daysBetween(from, last));
  const x = (day: Day): number => LEFT + Math.round(((W - LEFT - 60) * Math.min(span, daysBetween(from, day))) / span);
  const y = (count: number): number => H - BOTTOM - Math.round(((H - BOTTOM - 16) * count) / Math.max(1, of));
  const stairs = (all: readonly CurvePoint[], until: Day): string =>
    all.reduce((path, { on, count }) => `${path}H${String(x(on))}V${String(y(count))}`, `M${String(x(from))} ${String(y(0))}`) +
    `H${String(x(until))}`;
  return (
    <figure class="chart">
      <div class="scroll" role="region" tabindex={0} aria-label={label}>
        <svg
          viewBox={`0 0 ${String(W)} ${String(H)}`}
          role="img"
          aria-label={say(`${label}；下表列出同样数字`, `${label}; the table has the numbers`)}
        >
          <g class="grid">
            {[0, of].map((count) => (
              <>
                <path d={`M${String(LEFT)} ${String(y(count))}H${String(W - 60)}`} />
                <text x="0" y={y(count) + 4}>
                  {String(count)}
                </text>
              </>
            ))}
          </g>
          <g class="deadline">
            <path d={`M${String(x(dueOn))} 8V${String(H - BOTTOM)}`} />
            <text x={x(dueOn) - 4} y="18" class="end">
              {say('截止', 'deadline')} {dueOn}
            </text>
          </g>
          {beside.length > 0 && <path class="line beside" d={stairs(beside, last)} />}
          <path class="line" d={stairs(points, today)} />
          <text x={x(from)} y={H - 6}>
            {from}
          </text>
          <g class="today">
            <path d={`M${String(x(today))} 30V${String(H - BOTTOM)}`} />
            <text x={x(today) + 4} y={H - 6}>
              {say('今天', 'today')}
            </text>
          </g>
        </svg>
      </div>
    </figure>
  );
};
