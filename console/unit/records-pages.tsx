import type { Child } from 'hono/jsx';
import { isRefusal, type Refusal } from '../../domain/model/refusal.js';
import { refusing, State, Table, type Pages } from '../pages.js';
import { letterAt, letterState } from './letter-page.js';
import { UnitWays } from '../unit-standing.js';
import { actSaid, decidedSaid, dutySaid, letterSaid, roleSaid, timeSaid } from '../words.js';
import { samePerson } from '../../parties/caller.js';
import type { Known, Shown } from '../visit.js';
import { actorNamed } from '../who.js';

type Read<T> = (visit: Known, unit: string) => Promise<readonly T[] | Refusal>;
interface Listing<T> {
  readonly path: string;
  readonly title: readonly [zh: string, en: string];
  readonly none: readonly [zh: string, en: string];
  readonly head: readonly (readonly [zh: string, en: string])[];
  readonly read: Read<T>;
  readonly row: (visit: Known, one: T) => Child[];
}

/** One list about a unit at an address of its own. */
function addListing<T>(pages: Pages, { path, title, none, head, read, row }: Listing<T>): void {
  pages.known('get', `/units/:id/${path}`, async (visit): Promise<Shown> => {
    const unit = visit.c.req.param('id') ?? '';
    const found = await read(visit, unit);
    if (isRefusal(found)) return refusing(visit, found);
    const name = (await visit.deps.reading.names([unit])).get(unit) ?? unit;
    const { say } = visit;
    const body = (
      <>
        <UnitWays visit={visit} unit={unit} />
        {found.length === 0 ? (
          <p>{say(...none)}</p>
        ) : (
          <Table head={head.map((one) => say(...one))} rows={found.map((one) => row(visit, one))} label={say(...title)} />
        )}
      </>
    );
    return { title: `${say(...title)} · ${name}`, body };
  });
}

/** Who may act for a unit. */
function addPeople(pages: Pages): void {
  addListing(pages, {
    path: 'people',
    title: ['可办理人员', 'Who may act'],
    none: [
      '没有人可以代表本单位办理：请联系市生态环境部门登记签署人，以免错过期限。',
      'Nobody may act for this unit: ask the city authority to appoint a signer, lest a deadline is missed.',
    ],
    head: [
      ['人员', 'Person'],
      ['角色', 'Role'],
      ['自', 'From'],
      ['至', 'Until'],
    ],
    read: ({ deps, caller }, unit) => deps.reading.people(caller, unit),
    row: (visit, { person, actor, name, role, from, until, suspended }) => [
      <>
        {name ?? ''} <code>{actor ?? person}</code> {suspended && <State visit={visit} state="suspended" />}
      </>,
      roleSaid(visit, role),
      from === undefined ? visit.say('始终', 'at any time') : timeSaid(from),
      until === undefined ? '—' : timeSaid(until),
    ],
  });
}

/** `GET /units/ID/people`, `…/letters`, `…/requests`: who may act, what was sent, what was asked for. */
export function addRecordsPages(pages: Pages): void {
  addPeople(pages);
  addListing(pages, {
    path: 'letters',
    title: ['信件', 'Letters'],
    none: [
      '尚无信件：到期提醒、退回和决定会发到登记的邮箱，并在此列出。',
      'No letters yet: reminders, returns and decisions are sent to the registered address and listed here.',
    ],
    head: [
      ['时间', 'At'],
      ['内容', 'About'],
      ['事项', 'Duty'],
      ['收件人', 'To'],
      ['状态', 'State'],
    ],
    read: ({ deps, caller }, unit) => deps.reading.letters(caller, unit),
    row: (visit, { at, letter, unit, template, duty, decided, to, state, said }) => [
      timeSaid(at),
      letter === null ? letterSaid(visit, template) : <a href={letterAt(unit, letter)}>{letterSaid(visit, template)}</a>,
      duty !== null ? dutySaid(visit, duty) : decided !== null ? decidedSaid(visit, decided) : '—',
      to,
      <>
        <State visit={visit} state={letterState(state)} /> {state === 'refused' && <small>{said}</small>}
      </>,
    ],
  });
  addListing(pages, {
    path: 'requests',
    title: ['办理记录', 'Requests'],
    none: [
      '尚未提出过事项：提交之后，每一项的回执在此列出。',
      'Nothing was asked yet: each request is listed here with its receipt.',
    ],
    head: [
      ['受理时刻', 'Stamped'],
      ['事项', 'Act'],
      ['提交人', 'By'],
      ['结果', 'Outcome'],
      ['回执', 'Receipt'],
    ],
    read: ({ deps, caller }, unit) => deps.reading.requests(caller, unit),
    row: (visit, { id, at, do: what, month, by, state, asker }) => [
      timeSaid(at),
      month === null ? actSaid(visit, what) : `${actSaid(visit, what)} · ${month}`,
      actorNamed(visit, by),
      <State visit={visit} state={state} />,
      samePerson(visit.caller, asker) ? <a href={`/acts/${encodeURIComponent(id)}`}>{visit.say('回执', 'Receipt')}</a> : '',
    ],
  });
}
