import { dayOf, instantFrom, isDay, isInstant, isoOf, startOf, type Instant } from '../../domain/model/instant.js';
import type { Json } from '../../domain/model/json.js';
import { isRefusal } from '../../domain/model/refusal.js';
import type { UnitStanding } from '../../views/unit-status.js';
import { failing, refusing, Table, type Pages } from '../pages.js';
import { dutySaid, stateSaid, timeSaid } from '../words.js';
import type { Known } from '../visit.js';

/** No count of anything is so large; instants are. */
const SOME_INSTANT = 1_000_000_000_000;

const momentOf = (text: string): Instant | undefined =>
  isDay(text) ? startOf(text) : isInstant(text) ? instantFrom(text) : undefined;

/** A standing as lines of name and value, so that two can be laid beside each other. */
function linesOf(visit: Known, { status, cases, holdings }: UnitStanding): Map<string, string> {
  const lines = new Map<string, string>();
  const walk = (name: string, value: Json | undefined): void => {
    if (value === undefined || value === null) return;
    if (Array.isArray(value)) lines.set(name, JSON.stringify(value));
    else if (typeof value === 'object')
      for (const [key, inner] of Object.entries(value as Readonly<Record<string, Json>>)) walk(`${name}.${key}`, inner);
    else lines.set(name, typeof value === 'number' && value > SOME_INSTANT ? timeSaid(isoOf(value)) : String(value));
  };
  lines.set(visit.say('状态', 'status'), stateSaid(visit, status));
  for (const { duties, facts } of cases) {
    for (const [duty, { state, dueOn, doneOn = '', late }] of Object.entries(duties))
      lines.set(
        dutySaid(visit, duty),
        `${stateSaid(visit, state)} ${doneOn}${late ? visit.say('（迟）', ' (late)') : ''} · ${visit.say('截止', 'by')} ${dueOn}`,
      );
    walk('', JSON.parse(JSON.stringify(facts)) as Json);
  }
  for (const { lot, quantity } of holdings) lines.set(lot, `${quantity} t`);
  return lines;
}

const Beside = ({ visit, a, b }: { visit: Known; a: UnitStanding; b: UnitStanding }) => {
  const { say } = visit;
  const [left, right] = [linesOf(visit, a), linesOf(visit, b)];
  const differ = [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name));
  if (differ.length === 0) return <p>{say('两个时刻之间没有差别。', 'Nothing differs between the two moments.')}</p>;
  const rows = differ.map((name) => [name.replace(/^\./, ''), left.get(name) ?? '—', right.get(name) ?? '—']);
  const head = [say('项目', 'What'), timeSaid(a.at), timeSaid(b.at)];
  return <Table head={head} rows={rows} label={say('差别', 'What differs')} />;
};

const Ask = ({ visit }: { visit: Known }) => {
  const { c, say, deps } = visit;
  const today = dayOf(deps.now());
  const value = (name: string, otherwise: string): string => c.req.query(name) ?? otherwise;
  const fields = [
    ['unit', say('单位编号', 'Unit'), value('unit', ''), 'BJ-0001'],
    ['a', say('时刻一', 'One moment'), value('a', `${today.slice(0, 4)}-07-01`), 'YYYY-MM-DD'],
    ['b', say('时刻二', 'Another'), value('b', today), 'YYYY-MM-DD'],
    ['knownAt', say('按何时所知（可空）', 'As known at (may be empty)'), value('knownAt', ''), 'YYYY-MM-DD'],
  ] as const;
  return (
    <form method="get" action="/compare">
      {fields.map(([name, words, text, hint]) => (
        <>
          <label for={name}>{words}</label>
          <input id={name} name={name} value={text} placeholder={hint} required={name !== 'knownAt'} />
        </>
      ))}
      <button type="submit">{say('比较', 'Compare')}</button>
    </form>
  );
};

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
    if (a === undefined || b === undefined || (known !== '' && knownAt === undefined))
      return failing(visit, {
        code: 'bad-input',
        zh: '时刻应写作 YYYY-MM-DD，或带时区的 ISO 8601 时刻。',
        en: 'Write a moment as YYYY-MM-DD, or as an ISO 8601 instant with its offset.',
      });
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
