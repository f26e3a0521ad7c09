import type { Day } from '../../domain/model/instant.js';
import { besides, WATCHED, type Curves, type FilingCurve, type Watched } from '../../views/filing-curve.js';
import { Curve } from '../charts/curve.js';
import type { Sheet } from '../deps.js';
import { Why } from '../explain.js';
import { Table } from '../pages.js';
import { dutySaid } from '../words.js';
import { withQuery, type Known, type Visit } from '../visit.js';

const Choice = ({ visit, duty }: { visit: Visit; duty: Watched }) => (
  <nav class="ways" aria-label={visit.say('事项', 'Duties')}>
    {WATCHED.map((one) => (
      <a href={withQuery(visit.here, { duty: one })} aria-current={one === duty ? 'page' : undefined}>
        {dutySaid(visit, one)}
      </a>
    ))}
  </nav>
);

const Numbers = ({ visit, now, last }: { visit: Visit; now: FilingCurve; last: FilingCurve | undefined }) => {
  const { say } = visit;
  const rows = [now, ...(last ? [last] : [])].flatMap(({ cycle, points, of }) =>
    points.map(({ on, count }) => [String(cycle), on, String(count), String(of)]),
  );
  return (
    <details>
      <summary>{say('数字表', 'The numbers')}</summary>
      <Table
        head={[say('周期', 'Cycle'), say('日期', 'Day'), say('累计', 'So far'), say('应办', 'Of')]}
        rows={rows}
        label={say('进度', 'Filings')}
        numeric={[2, 3]}
      />
    </details>
  );
};

/** The curve of a duty's filings towards its last day, the cycle before beside it, with the numbers as a table. */
export const Filings = ({
  visit,
  curves: { now, last },
  duty,
  today,
}: {
  visit: Known;
  curves: Curves;
  duty: Watched;
  today: Day;
}) => {
  const { say } = visit;
  const title = say('报送与清缴的进度', 'How filings come in');
  if (!now)
    return (
      <>
        <h2>{title}</h2>
        <Choice visit={visit} duty={duty} />
        <p>{say('本周期没有单位承担这一事项，或者其日期未定。', 'Nobody owes this in this cycle, or it has no date yet.')}</p>
      </>
    );
  const count = now.points.at(-1)?.count ?? 0;
  return (
    <>
      <h2>{title}</h2>
      <Choice visit={visit} duty={duty} />
      <h3>
        <Why visit={visit} cycle={now.cycle} what={duty}>
          {say(
            `${dutySaid(visit, duty)}：${String(count)} / ${String(now.of)}，${now.dueOn} 截止`,
            `${dutySaid(visit, duty)}: ${String(count)} of ${String(now.of)}, due ${now.dueOn}`,
          )}
        </Why>
      </h3>
      <Curve
        visit={visit}
        points={now.points}
        of={now.of}
        today={today}
        dueOn={now.dueOn}
        label={dutySaid(visit, duty)}
        beside={last ? besides(last, now) : []}
      />
      <p class="hint">
        {last
          ? say(
              `虚线为 ${String(last.cycle)} 周期，以各自截止日对齐，按应办数折算。`,
              `Dashed: cycle ${String(last.cycle)}, laid so that both last days fall together, in proportion.`,
            )
          : say('没有上一周期的数据可比。', 'There is no cycle before in this book to compare with.')}
      </p>
      <Numbers visit={visit} now={now} last={last} />
    </>
  );
};

/** Every watched duty of both cycles, for the workbook. */
export async function filingSheet(visit: Known): Promise<Omit<Sheet, 'name'>> {
  const { say, deps } = visit;
  const rows: string[][] = [];
  for (const [duty, { now, last }] of await deps.reading.curves(WATCHED)) {
    for (const curve of [now, last])
      for (const { on, count } of curve?.points ?? [])
        rows.push([
          dutySaid(visit, duty),
          String(curve?.cycle ?? ''),
          on,
          String(count),
          String(curve?.of ?? ''),
          curve?.dueOn ?? '',
        ]);
  }
  return {
    head: [
      say('事项', 'Duty'),
      say('周期', 'Cycle'),
      say('日期', 'Day'),
      say('累计', 'So far'),
      say('应办', 'Of'),
      say('截止', 'Due'),
    ],
    rows,
  };
}
