import { districts } from '../../regulation/districts.js';
import type { SeasonCell } from '../../views/season.js';
import { dutySaid } from '../words.js';
import type { Visit } from '../visit.js';

const DISTRICTS = districts();

/** A district as people call it. */
export const districtSaid = ({ say }: Pick<Visit, 'say'>, id: string): string => {
  const found = DISTRICTS.find((one) => one.id === id);
  return found ? say(found.area, found.en) : id;
};

/** How bad a share of missed and late is, from 0 to 4. */
const heatOf = ({ inTime, late, missed }: SeasonCell): number => {
  const over = inTime + late + missed;
  if (over === 0) return 0;
  const share = (missed + late / 2) / over;
  return share === 0 ? 0 : share < 0.05 ? 1 : share < 0.15 ? 2 : share < 0.4 ? 3 : 4;
};

const W = 92;
const H = 34;
const LEFT = 190;
const TOP = 30;

/** 区 × 事项: where the season goes well and where it does not; each field says its numbers. */
export const HeatMap = ({ visit, cells, duties }: { visit: Visit; cells: readonly SeasonCell[]; duties: readonly string[] }) => {
  const { say } = visit;
  const rows = duties.filter((duty) => cells.some((cell) => cell.duty === duty));
  const columns = [...new Set(cells.map(({ district }) => district))];
  const [width, height] = [LEFT + columns.length * W + 4, TOP + rows.length * H + 4];
  return (
    <figure class="chart">
      <div class="scroll" role="region" tabindex={0} aria-label={say('区与事项热力图', 'Districts and duties')}>
        <svg
          viewBox={`0 0 ${String(width)} ${String(height)}`}
          class="heat"
          role="img"
          aria-label={say('热力图；下表列出同样数字', 'Heat map; the table below has the numbers')}
        >
          {columns.map((district, x) => (
            <text x={LEFT + x * W + W / 2} y="18" class="middle">
              {districtSaid(visit, district)}
            </text>
          ))}
          {rows.map((duty, y) => (
            <>
              <text x="0" y={TOP + y * H + 21}>
                {dutySaid(visit, duty).slice(0, visit.lang === 'zh' ? 13 : 26)}
              </text>
              {columns.map((district, x) => {
                const cell = cells.find((one) => one.duty === duty && one.district === district);
                if (!cell) return <></>;
                const { inTime, late, missed, open } = cell;
                const over = inTime + late + missed;
                return (
                  <g class={over === 0 ? 'cell none' : `cell heat${String(heatOf(cell))}`}>
                    <title>
                      {say(
                        `按期 ${String(inTime)}，迟 ${String(late)}，未完成 ${String(missed)}，未到期 ${String(open)}`,
                        `${String(inTime)} in time, ${String(late)} late, ${String(missed)} not done, ${String(open)} to come`,
                      )}
                    </title>
                    <rect x={LEFT + x * W + 2} y={TOP + y * H + 2} width={W - 4} height={H - 4} rx="3" />
                    <text x={LEFT + x * W + W / 2} y={TOP + y * H + 22} class="middle">
                      {over === 0 ? '·' : `${String(inTime)}${late > 0 ? ` +${String(late)}` : ''} / ${String(over)}`}
                    </text>
                  </g>
                );
              })}
            </>
          ))}
        </svg>
      </div>
      <figcaption>
        {say(
          '每格：按期 +迟 / 应完成；颜色越深，未完成越多；· 尚未到期。',
          'Each field: in time + late / due by now; the darker, the more is not done; · not due yet.',
        )}
      </figcaption>
    </figure>
  );
};
