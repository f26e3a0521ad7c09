import { DUTY_FACTS } from '../../views/duty-facts.js';
import type { Season } from '../../views/season.js';
import { WATCHED, type Curves, type Watched } from '../../views/filing-curve.js';
import { oneIn } from '../asked.js';
import { HeatMap } from '../charts/heat-map.js';
import { districtSaid } from '../who.js';
import { Filings, filingSheet } from './filings.js';
import { failing, Table, type Pages } from '../pages.js';
import { dutySaid, timeSaid, tonnesSaid } from '../words.js';
import type { Known, Shown, Visit } from '../visit.js';

const DUTIES = DUTY_FACTS.map(({ duty }) => duty);
const inOrder = (a: { readonly duty: string }, b: { readonly duty: string }): number =>
  DUTIES.findIndex((one) => one === a.duty) - DUTIES.findIndex((one) => one === b.duty);

/** So many units are shown; the workbook has all. */
const MOST = 50;

const SEES = ['city', 'auditor', 'operator'];
const mayLook = ({ caller }: Known): boolean => caller.appointments.some(({ kind }) => SEES.includes(kind));

const Short = ({ visit, season }: { visit: Known; season: Season }) => {
  const { say } = visit;
  const short = season.short.slice(0, MOST);
  if (short.length === 0)
    return (
      <p>
        {say('没有缺口：已核定的单位所持配额都够清缴。', 'Nobody would be short: every unit that is confirmed holds enough.')}
      </p>
    );
  const rows = short.map(({ unit, name, district, obligation, given, held, short: by }) => [
    <>
      <a href={`/units/${encodeURIComponent(unit)}`}>{unit}</a> {name}
    </>,
    districtSaid(visit, district),
    tonnesSaid(obligation),
    tonnesSaid(given),
    tonnesSaid(held),
    <b>{tonnesSaid(by)}</b>,
  ]);
  const head = [
    say('单位', 'Unit'),
    say('区', 'District'),
    say('应清缴', 'Owed'),
    say('已清缴', 'Given'),
    say('持有配额', 'Held'),
    say('缺口', 'Short by'),
  ];
  const more = season.short.length - short.length;
  return (
    <>
      <Table head={head} rows={rows} label={say('缺口', 'Who would be short')} numeric={[2, 3, 4, 5]} />
      {more > 0 && (
        <p>
          {say(
            `另有 ${String(more)} 家缺口较小的单位，见下载的数据。`,
            `${String(more)} more, short by less, are in the workbook.`,
          )}
        </p>
      )}
    </>
  );
};

const seasonBody = (visit: Known, season: Season, duty: Watched, curves: Curves) => {
  const { say } = visit;
  const { cycle, at, owed, given, held, shortInAll, short, unconfirmed } = season;
  const figures = [
    [say('应清缴（吨）', 'owed (t)'), tonnesSaid(owed)],
    [say('已清缴（吨）', 'given (t)'), tonnesSaid(given)],
    [say('各单位持有配额（吨）', 'allowances held (t)'), tonnesSaid(held)],
    [say('如果今天截止：缺口合计（吨）', 'if the deadline were today: short by (t)'), tonnesSaid(shortInAll)],
    [say('缺口单位', 'units that would be short'), String(short.length)],
    [say('尚未核定的单位', 'units not confirmed'), String(unconfirmed)],
  ];
  return (
    <>
      <p>
        {say('履约周期', 'Cycle')} {cycle} · {say('截至', 'as of')} {timeSaid(at)} ·{' '}
        <a href="/season.xlsx">{say('下载数据（xlsx）', 'The numbers as xlsx')}</a>
      </p>
      <dl class="counts">
        {figures.map(([what, many], n) => (
          <div class={n > 2 && many !== '0' ? 'some' : ''}>
            <dt>{what}</dt>
            <dd>{many}</dd>
          </div>
        ))}
      </dl>
      <h2>{say('各区各事项', 'By district and duty')}</h2>
      <HeatMap visit={visit} cells={season.cells} duties={DUTIES} />
      <Filings visit={visit} curves={curves} duty={duty} today={at.slice(0, 10)} />
      <h2>{say('如果今天截止', 'If the deadline were today')}</h2>
      <Short visit={visit} season={season} />
    </>
  );
};

const forTheCity = (visit: Visit): Shown =>
  failing(visit, {
    code: 'not-allowed',
    zh: '全市履约情况由市生态环境部门、运行和审计人员查看；您可查看本方的单位与待办。',
    en: 'The season of the city is for the city authority, operators and auditors; your own units and inbox are yours to see.',
  });

/** `GET /season` and the same numbers as a workbook. */
export function addSeasonPage(pages: Pages): void {
  pages.known('get', '/season', async (visit) => {
    if (!mayLook(visit)) return forTheCity(visit);
    const { reading } = visit.deps;
    const duty = oneIn(visit, 'duty', WATCHED) ?? 'surrender';
    const [season, curves] = await Promise.all([reading.season(), reading.curves([duty])]);
    const body = seasonBody(visit, season, duty, curves.get(duty) ?? {});
    return { title: visit.say('全市履约情况', 'The season at a glance'), body };
  });
  pages.known('get', '/season.xlsx', async (visit) => {
    if (!mayLook(visit)) return forTheCity(visit);
    const { say, deps } = visit;
    const [season, filings] = await Promise.all([deps.reading.season(), filingSheet(visit)]);
    const cells = [...season.cells].sort(inOrder);
    const file = await deps.workbook([
      {
        name: say('各区各事项', 'By district'),
        head: [
          say('事项', 'Duty'),
          say('区', 'District'),
          say('按期', 'In time'),
          say('迟', 'Late'),
          say('未完成', 'Not done'),
          say('未到期', 'To come'),
        ],
        rows: cells.map(({ district, duty, inTime, late, missed, open }) => [
          dutySaid(visit, duty),
          districtSaid(visit, district),
          ...[inTime, late, missed, open].map(String),
        ]),
      },
      {
        name: say('缺口', 'Short'),
        head: [
          say('编号', 'Id'),
          say('单位', 'Unit'),
          say('区', 'District'),
          say('应清缴', 'Owed'),
          say('已清缴', 'Given'),
          say('持有', 'Held'),
          say('缺口', 'Short by'),
        ],
        rows: season.short.map(({ unit, name, district, obligation, given, held, short }) => [
          ...[unit, name, districtSaid(visit, district), obligation, given, held, short],
        ]),
      },
      { name: say('进度', 'Filings'), ...filings },
    ]);
    return {
      file,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      name: `season-${String(season.cycle)}.xlsx`,
    };
  });
}
