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
}: {
  visit: Visit;
  points: readonly CurvePoint[];
  of: number;
  today: Day;
  dueOn: Day;
  label: string;
}) => {
  const { say } = visit;
  const first = points[0]?.on ?? today;
  const from = first < today ? first : today;
  const last = dueOn > today ? dueOn : today;
  const span = Math.max(1, daysBetween(from, last));
  const x = (day: Day): number => LEFT + Math.round(((W - LEFT - 60) * Math.min(span, daysBetween(from, day))) / span);
  const y = (count: number): number => H - BOTTOM - Math.round(((H - BOTTOM - 16) * count) / Math.max(1, of));
  let path = `M${String(x(from))} ${String(y(0))}`;
  for (const { on, count } of points) path += `H${String(x(on))}V${String(y(count))}`;
  path += `H${String(x(today))}`;
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
          <path class="line" d={path} />
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
