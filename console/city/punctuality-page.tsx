import type { Checks, DistrictPunctuality } from '../../views/punctuality.js';
import { districtSaid } from '../who.js';
import { Table, type Pages } from '../pages.js';
import { dutySaid, timeSaid } from '../words.js';
import type { Known } from '../visit.js';

const line = (what: string, { inTime, late, missed, open, medianDays }: Checks): string[] => [
  what,
  ...[inTime, late, missed, open].map(String),
  medianDays === null ? '—' : String(medianDays),
];

const One = ({ visit, one }: { visit: Known; one: DistrictPunctuality }) => {
  const { say } = visit;
  const head = [
    say('检查', 'Check'),
    say('按期', 'In time'),
    say('迟', 'Late'),
    say('未检查', 'Not made'),
    say('进行中', 'Open'),
    say('中位天数', 'Median days'),
  ];
  const rows = Object.entries(one.checks).map(([check, counts]) => line(dutySaid(visit, check).trim(), counts));
  return (
    <section>
      <h2>{districtSaid(visit, one.district)}</h2>
      <p>
        {say(`${String(one.units)} 家单位`, `${String(one.units)} units`)} ·{' '}
        {one.lastCheckOn === null
          ? say('还没有检查过', 'nothing was checked yet')
          : say(`最近一次检查 ${one.lastCheckOn}`, `the last check was on ${one.lastCheckOn}`)}
      </p>
      {one.asleepSince !== null && (
        <p class="notice wrong">
          {say(
            `自 ${one.asleepSince} 起有检查期届满而未检查，此后未再检查：市局已收到通报。`,
            `Since ${one.asleepSince} windows have ended unchecked and nothing was checked after that: the city has been told.`,
          )}
        </p>
      )}
      <Table
        head={head}
        rows={[...rows, line(say('合计', 'Together'), one)]}
        label={say('检查按期情况', 'Punctuality')}
        numeric={[1, 2, 3, 4, 5]}
      />
    </section>
  );
};

/** `GET /punctuality`: how districts keep the windows of their checks; a district sees its own. */
export function addPunctualityPage(pages: Pages): void {
  pages.known('get', '/punctuality', async (visit) => {
    const { deps, caller, say } = visit;
    const { districts, at } = await deps.reading.punctuality();
    const all = caller.appointments.some(({ kind }) => kind === 'city' || kind === 'auditor' || kind === 'operator');
    const shown = districts.filter(({ district }) => all || caller.appointments.some(({ party }) => party === district));
    const body = (
      <>
        <p>
          {say('截至', 'As of')} {timeSaid(at)}
        </p>
        {shown.length === 0 ? (
          <p>{say('没有可显示的：本方不承担检查。', 'Nothing to show: this party makes no checks.')}</p>
        ) : (
          shown.map((one) => <One visit={visit} one={one} />)
        )}
      </>
    );
    return { title: say('检查按期情况', 'How punctual the checks are'), body };
  });
}
