import type { SeasonCell } from '../../views/season.js';
import { districtSaid } from '../who.js';
import { dutySaid } from '../words.js';
import type { Visit } from '../visit.js';

/** How bad a share of missed and late is, from 0 to 4; nothing where nothing was due yet. */
const heatOf = ({ inTime, late, missed }: SeasonCell): string => {
  const over = inTime + late + missed;
  if (over === 0) return '';
  const share = (missed + late / 2) / over;
  const steps = [0, 0.05, 0.15, 0.4].filter((step) => share > step).length;
  return `heat${String(steps)}`;
};

const said = ({ inTime, late, missed, open }: SeasonCell): string => {
  const over = inTime + late + missed;
  const due = over === 0 ? '' : `${String(inTime)}${late > 0 ? ` +${String(late)}` : ''} / ${String(over)}`;
  // what is done before its last day stands beside what is still to come
  return open === 0 && due !== '' ? due : `${due} · ${String(open)}`.trim();
};

/** 区 × 事项: where the season goes well and where it does not. The map is the table of its numbers. */
export const HeatMap = ({ visit, cells, duties }: { visit: Visit; cells: readonly SeasonCell[]; duties: readonly string[] }) => {
  const { say } = visit;
  const rows = duties.filter((duty) => cells.some((cell) => cell.duty === duty));
  const columns = [...new Set(cells.map(({ district }) => district))];
  const at = new Map(cells.map((cell) => [`${cell.district} ${cell.duty}`, cell]));
  return (
    <figure class="chart">
      <figcaption>
        {say(
          '每格：按期 +迟 / 应完成；颜色越深，未完成越多；· 后为尚未到期的件数。如“8 +1 / 10 · 3”：应完成 10 件，8 件按期、1 件迟、1 件未完成，另有 3 件未到期。',
          'Each field: in time + late / due by now; the darker, the more is not done; after · what is still to come. “8 +1 / 10 · 3”: of 10 due, 8 in time, 1 late, 1 not done; 3 more to come.',
        )}
      </figcaption>
      <div class="table" role="region" tabindex={0} aria-label={say('区与事项热力图', 'Districts and duties')}>
        <table class="heat">
          <thead>
            <tr>
              <th scope="col">{say('事项', 'Duty')}</th>
              {columns.map((district) => (
                <th scope="col">{districtSaid(visit, district)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((duty) => (
              <tr>
                <th scope="row">{dutySaid(visit, duty)}</th>
                {columns.map((district) => {
                  const cell = at.get(`${district} ${duty}`);
                  return cell ? <td class={heatOf(cell)}>{said(cell)}</td> : <td></td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
};
