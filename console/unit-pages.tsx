import { instantFrom, isInstant, startOf, isDay, type Instant } from '../domain/model/instant.js';
import { isRefusal } from '../domain/model/refusal.js';
import type { Happening } from '../views/timeline.js';
import { shaped } from './asked.js';
import { failing, Next, refusing, State, Table, type Pages } from './pages.js';
import { ToPropose } from './propose/to-propose.js';
import { proposableBy } from './propose/proposable.js';
import { Standing } from './unit-standing.js';
import { dutySaid, eventSaid, stateSaid, timeSaid } from './words.js';
import { withQuery, type Known, type Shown } from './visit.js';
import { actorNamed, districtSaid } from './who.js';

const PAGE = 50;
/** No name of a unit is longer. */
const SOUGHT_MOST = 200;
const SHORTER = ['至多 200 字', 'of up to 200 characters'] as const;

const afterIn = (visit: Known): { after?: string } => {
  const after = visit.c.req.query('after');
  return after === undefined ? {} : { after };
};

/** A moment of the query: a day stands for its beginning; undefined where it is not given, null where it is none. */
const momentIn = (text: string | undefined): Instant | null | undefined => {
  if (text === undefined || text === '') return undefined;
  if (isDay(text)) return startOf(text);
  return isInstant(text) ? instantFrom(text) : null;
};

const Timeline = ({ visit, events }: { visit: Known; events: readonly Happening[] }) => {
  const { say } = visit;
  if (events.length === 0) return <p>{say('此后没有事件。', 'No events from here on.')}</p>;
  return (
    <ol class="timeline">
      {events.map(({ at, event, by, duty, turns, dueOn, late }) => (
        <li>
          <time datetime={at}>{timeSaid(at)}</time>
          <div>
            <b>{eventSaid(visit, event)}</b>
            {duty !== undefined && ` · ${dutySaid(visit, duty)}`}
            {turns !== undefined && ` → ${stateSaid(visit, turns)}`}
            {late && ` ${say('（迟）', '(late)')}`}
            {dueOn !== undefined && ` · ${say('截止', 'by')} ${dueOn}`} <small>{actorNamed(visit, by)}</small>
          </div>
        </li>
      ))}
    </ol>
  );
};

const Moments = ({ visit, unit }: { visit: Known; unit: string }) => {
  const { say, c } = visit;
  return (
    <form method="get" action={`/units/${encodeURIComponent(unit)}`} class="moments">
      <label for="asOf">{say('截至（业务时间）', 'As of')}</label>
      <input id="asOf" name="asOf" value={c.req.query('asOf') ?? ''} placeholder="YYYY-MM-DD" />
      <label for="knownAt">{say('按何时所知', 'As known at')}</label>
      <input id="knownAt" name="knownAt" value={c.req.query('knownAt') ?? ''} placeholder="YYYY-MM-DD" />
      <button type="submit">{say('查看', 'Show')}</button>
    </form>
  );
};

async function unitPage(visit: Known): Promise<Shown> {
  const { c, deps, caller, say } = visit;
  const unit = c.req.param('id') ?? '';
  const [asOf, knownAt] = [momentIn(c.req.query('asOf')), momentIn(c.req.query('knownAt'))];
  if (asOf === null || knownAt === null)
    return failing(visit, {
      code: 'bad-input',
      zh: '时刻应写作 YYYY-MM-DD，或带时区的 ISO 8601 时刻。',
      en: 'Write a moment as YYYY-MM-DD, or as an ISO 8601 instant with its offset.',
    });
  const moments = { ...(asOf === undefined ? {} : { asOf }), ...(knownAt === undefined ? {} : { knownAt }) };
  const standing = await deps.reading.status(caller, unit, moments);
  if (isRefusal(standing)) return refusing(visit, standing);
  const events = await deps.reading.timeline(caller, unit, { limit: PAGE, ...afterIn(visit) });
  if (isRefusal(events)) return refusing(visit, events);
  const body = (
    <>
      <Standing visit={visit} standing={standing} />
      {proposableBy(caller, deps.now()).some((one) => one.ofUnit) && (
        <details class="proposals">
          <summary>{say('对本单位提出事项', 'Propose something about this unit')}</summary>
          <ToPropose visit={visit} unit={standing.unit} />
        </details>
      )}
      <section id="timeline">
        <h2>{say('经过', 'What happened')}</h2>
        <Timeline visit={visit} events={events.items} />
        <Next visit={visit} after={events.after} />
      </section>
      <details open={asOf !== undefined || knownAt !== undefined}>
        <summary>{say('查看另一时刻', 'Look at another moment')}</summary>
        <Moments visit={visit} unit={unit} />
        {(asOf !== undefined || knownAt !== undefined) && (
          <a href={withQuery(visit.here, { asOf: undefined, knownAt: undefined })}>{say('回到现在', 'Back to now')}</a>
        )}
      </details>
    </>
  );
  return { title: standing.name, body };
}

/** `GET /units`, `GET /units/ID`: the units that one may see, and where one of them stands or stood. */
export function addUnitPages(pages: Pages): void {
  pages.known('get', '/units', async (visit) => {
    const { c, deps, caller, say } = visit;
    const q = shaped('q', c.req.query('q')?.trim(), (text) => text.length <= SOUGHT_MOST, SHORTER) ?? '';
    const found = await deps.reading.units(caller, { limit: PAGE, ...afterIn(visit), ...(q === '' ? {} : { q }) });
    if (isRefusal(found)) return refusing(visit, found);
    const rows = found.items.map(({ unit, name, kind, district, cycle, status }) => [
      <a href={`/units/${encodeURIComponent(unit)}`}>{unit}</a>,
      name,
      kind === 'key' ? say('重点碳排放单位', 'key unit') : say('一般报告单位', 'general reporting unit'),
      districtSaid(visit, district),
      String(cycle),
      <State visit={visit} state={status} />,
    ]);
    const head = [
      say('编号', 'Id'),
      say('名称', 'Name'),
      say('类别', 'Kind'),
      say('区', 'District'),
      say('周期', 'Cycle'),
      say('状态', 'Status'),
    ];
    const body = (
      <>
        <form method="get" action="/units" role="search">
          <label for="q">{say('编号或名称', 'Id or name')}</label>
          <div class="row">
            <input id="q" name="q" type="search" value={q} />
            <button type="submit">{say('查找', 'Find')}</button>
          </div>
        </form>
        {rows.length > 0 ? (
          <Table head={head} rows={rows} label={say('单位', 'Units')} />
        ) : q === '' ? (
          <p>
            {say(
              '没有您可以查看的单位：本周期尚未登记，或者与您任职的机构无关。',
              'There is no unit that you may see: none is registered in this cycle, or none concerns your party.',
            )}
          </p>
        ) : (
          <p>{say(`没有编号或名称含“${q}”的单位。`, `No unit has "${q}" in its id or name.`)}</p>
        )}
        <Next visit={visit} after={found.after} />
      </>
    );
    return { title: say('单位', 'Units'), body };
  });
  pages.known('get', '/units/:id', unitPage);
}
