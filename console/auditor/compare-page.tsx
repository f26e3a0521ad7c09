import { dayOf, instantFrom, isDay, isInstant, startOf, type Instant } from '../../domain/model/instant.js';
import { isRefusal } from '../../domain/model/refusal.js';
import type { UnitStanding } from '../../views/unit-status.js';
import { Value } from '../brought.js';
import { refusing, Table, type Pages } from '../pages.js';
import { timeSaid } from '../words.js';
import { wrongFields } from '../said.js';
import type { Known } from '../visit.js';
import { differencesOf, type Differs } from './differences.js';

const momentOf = (text: string): Instant | undefined =>
  isDay(text) ? startOf(text) : isInstant(text) ? instantFrom(text) : undefined;

interface Compared {
  readonly visit: Known;
  readonly a: UnitStanding;
  readonly b: UnitStanding;
}

const Listed = ({ visit, a, b, title, found }: Compared & { title: string; found: readonly Differs[] }) => {
  const { say } = visit;
  if (found.length === 0) return <></>;
  const value = ({ field = '' }: Differs, one: Differs['before']) =>
    one === undefined ? '—' : <Value visit={visit} field={field} value={one} />;
  return (
    <section>
      <h2>{title}</h2>
      <Table
        head={[say('项目', 'What'), timeSaid(a.at), timeSaid(b.at)]}
        rows={found.map((one) => [one.what, value(one, one.before), value(one, one.after)])}
        label={title}
      />
    </section>
  );
};

const Beside = ({ visit, a, b }: Compared) => {
  const { say } = visit;
  const { duties, facts, holdings } = differencesOf(visit, a, b);
  const many = duties.length + facts.length + holdings.length;
  const both = { visit, a, b };
  return (
    <>
      <p class="lead">
        {many === 0
          ? say('两个时刻之间没有差别。', 'Nothing differs between the two moments.')
          : say(`两个时刻之间有 ${String(many)} 项差别。`, `${String(many)} things differ between the two moments.`)}
      </p>
      <Listed {...both} title={say('事项', 'Duties')} found={duties} />
      <Listed {...both} title={say('数字与决定', 'Figures and decisions')} found={facts} />
      <Listed {...both} title={say('持有', 'Holdings')} found={holdings} />
    </>
  );
};

const Ask = ({ visit }: { visit: Known }) => {
  const { c, say, deps } = visit;
  const today = dayOf(deps.now());
  const value = (name: string, otherwise: string): string => c.req.query(name) ?? otherwise;
  const moment = say(
    'YYYY-MM-DD，即当日开始；或带时区的时刻',
    'YYYY-MM-DD, the beginning of that day; or an instant with its offset',
  );
  const fields = [
    ['unit', say('单位编号', 'Unit'), value('unit', ''), say('例如 BJ-0001', 'such as BJ-0001')],
    ['a', say('时刻一', 'One moment'), value('a', `${today.slice(0, 4)}-07-01`), moment],
    ['b', say('时刻二', 'Another'), value('b', today), moment],
    [
      'knownAt',
      say('按何时所知（选填）', 'As known at (optional)'),
      value('knownAt', ''),
      say('只计入到此时刻已记录的事件；不填则按现在所知', 'counts what was on record by then; left empty, what is known now'),
    ],
  ] as const;
  return (
    <form method="get" action="/compare">
      <p>
        {say(
          '显示一个单位在两个时刻的事项、数字和持有有哪些不同。',
          'Shows what differs of the duties, figures and holdings of a unit at two moments.',
        )}
      </p>
      {fields.map(([name, words, text, hint]) => (
        <>
          <label for={name}>{words}</label>
          <p class="hint" id={`${name}-hint`}>
            {hint}
          </p>
          <input
            id={name}
            name={name}
            value={text}
            aria-describedby={`${name}-hint`}
            required={name !== 'knownAt'}
            autocomplete="off"
          />
        </>
      ))}
      <button type="submit">{say('比较', 'Compare')}</button>
    </form>
  );
};

const noMoment = (name: string, zh: string, en: string) => ({
  name,
  zh: `${zh}：应写作 YYYY-MM-DD，或带时区的 ISO 8601 时刻。`,
  en: `${en}: write a moment as YYYY-MM-DD, or as an ISO 8601 instant with its offset.`,
});

/** `GET /compare?unit&a&b`: a unit at two moments, and what differs. */
export function addComparePage(pages: Pages): void {
  pages.known('get', '/compare', async (visit) => {
    const { c, deps, caller, say } = visit;
    const title = say('两个时刻的差别', 'Two moments side by side');
    const unit = c.req.query('unit') ?? '';
    if (unit === '') return { title, body: <Ask visit={visit} /> };
    const [a, b] = [momentOf(c.req.query('a') ?? ''), momentOf(c.req.query('b') ?? '')];
    const known = c.req.query('knownAt') ?? '';
    const knownAt = known === '' ? undefined : momentOf(known);
    const wrong = wrongFields([
      a === undefined && noMoment('a', '时刻一', 'One moment'),
      b === undefined && noMoment('b', '时刻二', 'Another'),
      known !== '' && knownAt === undefined && noMoment('knownAt', '按何时所知', 'As known at'),
    ]);
    if (wrong || a === undefined || b === undefined)
      return { title, body: <Ask visit={visit} />, status: deps.statusOf('bad-input'), ...(wrong ? { wrong } : {}) };
    const more = knownAt === undefined ? {} : { knownAt };
    const [one, other] = [
      await deps.reading.status(caller, unit, { asOf: a, ...more }),
      await deps.reading.status(caller, unit, { asOf: b, ...more }),
    ];
    if (isRefusal(one)) return refusing(visit, one);
    if (isRefusal(other)) return refusing(visit, other);
    const body = (
      <>
        <p>
          <a href={`/units/${encodeURIComponent(unit)}`}>{other.name}</a> <code>{unit}</code>
        </p>
        <Beside visit={visit} a={one} b={other} />
        <details>
          <summary>{say('比较其他时刻', 'Compare others')}</summary>
          <Ask visit={visit} />
        </details>
      </>
    );
    return { title, body };
  });
}
