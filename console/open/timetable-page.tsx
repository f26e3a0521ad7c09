import { rulebookNamed } from '../../regulation/named.js';
import { timetableOf } from '../../views/timetable.js';
import { Why } from '../explain.js';
import { Table, type Pages } from '../pages.js';
import { dutySaid, partySaid } from '../words.js';
import type { Visit } from '../visit.js';

const Rows = ({ visit }: { visit: Visit }) => {
  const { say } = visit;
  const { rows, cycle } = timetableOf(rulebookNamed(undefined));
  const head = [say('截止日', 'Last day'), say('事项', 'Duty'), say('责任方', 'Owed by'), say('依据', 'Clause')];
  return (
    <Table
      head={head}
      rows={rows.map(({ duty, dueOn, owedBy, clause }) => [
        <Why visit={visit} cycle={cycle} what={duty}>
          {dueOn}
        </Why>,
        dutySaid(visit, duty),
        partySaid(visit, owedBy),
        clause,
      ])}
      label={say('履约日历', 'Timetable')}
    />
  );
};

/** `GET /timetable`: every date of the cycle, to all; it may be kept for some minutes. */
export function addTimetablePage(pages: Pages): void {
  pages.open('/timetable', async (visit) => {
    const { say, deps } = visit;
    const { settled, owed, given } = await deps.reading.progress();
    const body = (
      <>
        <p class="links">
          <a href="/api/v1/timetable.ics">{say('导入日历（ics）', 'For a calendar (ics)')}</a>
        </p>
        <h2>{say('履约进度', 'Progress')}</h2>
        <dl class="counts">
          <div>
            <dt>{say('已足额清缴的重点单位', 'key units that have surrendered')}</dt>
            <dd>{`${String(settled.count)} / ${String(settled.of)}`}</dd>
          </div>
          <div>
            <dt>{say('已清缴占应清缴（%）', 'surrendered of what is owed (%)')}</dt>
            <dd>{owed === '0' ? '—' : String(Math.floor((Number(given) * 100) / Number(owed)))}</dd>
          </div>
        </dl>
        <h2>{say('履约日历', 'Timetable')}</h2>
        <Rows visit={visit} />
      </>
    );
    return { title: say('履约日历与进度', 'Timetable and progress'), body };
  });
}
