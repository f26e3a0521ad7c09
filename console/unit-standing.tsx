import { dutyCalled } from '../domain/letters/names.js';
import { daysBetween, type Day } from '../domain/model/instant.js';
import type { CaseStatus, UnitStanding } from '../views/unit-status.js';
import { actFor, maySee } from './act-forms.js';
import { Gap } from './unit/gap.js';
import { followsOf, Otherwise, ToMakeGood } from './unit/missed.js';
import { YearLine, type Mark } from './charts/year-line.js';
import { Why } from './explain.js';
import { leftSaid, takenFrom } from './left.js';
import { State, Table } from './pages.js';
import { dutySaid, partySaid, timeSaid } from './words.js';
import type { Known } from './visit.js';
import { districtSaid } from './who.js';

const isOpen = (state: string): boolean => state === 'pending' || state === 'returned' || state === 'overdue';

type Duty = Mark & { readonly doneOn?: string };

const dutiesOf = (cases: readonly CaseStatus[]): Duty[] =>
  cases
    .flatMap((one) => Object.entries(one.duties).map(([duty, record]) => ({ duty, ...record })))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));

interface Seen {
  readonly visit: Known;
  readonly standing: UnitStanding;
}

/** The way to do it; or from when on it is taken, which a draft need not wait for. */
const Way = ({
  visit: { say },
  act,
  from,
}: {
  visit: Known;
  act: NonNullable<ReturnType<typeof actFor>>;
  from?: Day | undefined;
}) =>
  from === undefined ? (
    <a href={act.href}>{say(act.zh, act.en)}</a>
  ) : (
    <>
      {say(`${from} 起受理 `, `from ${from} on `)}
      <a href={act.href}>{say('填草稿', 'write a draft')}</a>
    </>
  );

const Duties = ({ visit, standing: { unit, cases, cycle, at } }: Seen) => {
  const { say } = visit;
  const today = at.slice(0, 10);
  const opened = new Set<string>();
  const rows = dutiesOf(cases).map(({ duty, state, dueOn, doneOn, late }) => {
    const [base = duty] = duty.split('/');
    // what makes a date is told once, not for each of twelve months
    const tells = !opened.has(base);
    opened.add(base);
    const act = isOpen(state) ? actFor(visit.caller, duty, unit) : undefined;
    return [
      <>
        {dutySaid(visit, duty)} <small>{dutyCalled(duty)?.clause}</small>
      </>,
      partySaid(visit, dutyCalled(duty)?.owedBy ?? ''),
      tells ? (
        <Why visit={visit} cycle={cycle} what={duty}>
          {dueOn}
        </Why>
      ) : (
        dueOn
      ),
      <>
        <State visit={visit} state={state} />
        {doneOn !== undefined && ` ${doneOn}`}
        {late && ` ${say('（迟）', '(late)')}`}
      </>,
      act ? (
        <Way visit={visit} act={act} from={takenFrom(duty, today)} />
      ) : isOpen(state) ? (
        followsOf(visit, duty, { state }, cases)
      ) : (
        ''
      ),
    ];
  });
  if (rows.length === 0) return <p>{say('本周期没有义务。', 'No duty in this cycle.')}</p>;
  const head = [
    say('事项', 'Duty'),
    say('责任方', 'Owed by'),
    say('截止日', 'Last day'),
    say('状态', 'State'),
    say('办理或后果', 'To do, or what follows'),
  ];
  return <Table head={head} rows={rows} label={say('义务', 'Duties')} />;
};

/** Duties that are to be done within so many days, and can be, stand open; what comes later is folded. */
const SOON_DAYS = 60;

interface ToDoListed extends Seen {
  readonly duties: readonly Duty[];
  /** Whether the first of them is what comes first of all. */
  readonly isFirst?: boolean;
}

const ToDoList = ({ visit, standing: { unit, cases, at }, duties, isFirst = false }: ToDoListed) => {
  const { say } = visit;
  const today = at.slice(0, 10);
  return (
    <ol class="to-do">
      {duties.map(({ duty, dueOn, state }, n) => {
        const act = actFor(visit.caller, duty, unit);
        const from = takenFrom(duty, today);
        return (
          <li class={n === 0 && isFirst ? 'first' : ''}>
            <p>
              <b>{dutySaid(visit, duty)}</b> {state !== 'pending' && <State visit={visit} state={state} />}{' '}
              <small>{dutyCalled(duty)?.clause}</small>
            </p>
            <p>
              {say(`${dueOn} 24:00 截止`, `by the end of ${dueOn}`)} · {leftSaid(visit, today, dueOn)}
            </p>
            <p>
              <Otherwise visit={visit} duty={duty} record={{ state }} cases={cases} />
            </p>
            {act && from !== undefined && (
              <p>
                {say(`${from} 起受理；`, `It is taken from ${from} on; `)}
                <a href={act.href}>{say('现在可以先填草稿', 'a draft can be written now')}</a>
              </p>
            )}
            {act && from === undefined && (
              <a class={n === 0 && isFirst ? 'act' : ''} href={act.href}>
                {say(act.zh, act.en)}
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
};

/** What the unit itself has to do, each with until when, what happens otherwise, and the way to do it. */
const WhatToDo = ({ visit, standing }: Seen) => {
  const { say } = visit;
  const { cases, at } = standing;
  const today = at.slice(0, 10);
  const open = dutiesOf(cases).filter(({ duty, state }) => isOpen(state) && dutyCalled(duty)?.owedBy === 'unit');
  if (open.length === 0)
    return (
      <p class="lead">
        {say(
          '目前没有需要本单位办理的事项；下一步由其他方办理，见下方时间线。',
          'Nothing waits for the unit; what others owe is on the year line below.',
        )}
      </p>
    );
  const soon = open.filter(
    ({ duty, dueOn, state }) =>
      state !== 'pending' || (daysBetween(today, dueOn) <= SOON_DAYS && takenFrom(duty, today) === undefined),
  );
  const first = soon.length > 0 ? soon : open.slice(0, 1);
  const later = open.filter((one) => !first.includes(one));
  return (
    <>
      <ToDoList visit={visit} standing={standing} duties={first} isFirst />
      {later.length > 0 && (
        <details class="later">
          <summary>
            {say(
              `之后的事项（${String(later.length)} 项，最近 ${later[0]?.dueOn ?? ''}）`,
              `Later (${String(later.length)}, the next by ${later[0]?.dueOn ?? ''})`,
            )}
          </summary>
          <ToDoList visit={visit} standing={standing} duties={later} />
        </details>
      )}
    </>
  );
};

/** The pages of a unit. */
export const UnitWays = ({ visit, unit }: { visit: Known; unit: string }) => {
  const { say, here } = visit;
  const at = `/units/${encodeURIComponent(unit)}`;
  const all = [
    ['', say('年度', 'Year'), 'unit-status'],
    ['/documents', say('文件', 'Documents'), 'documents'],
    ['/verifications', say('核查', 'Verification'), 'unit-status'],
    ['/account', say('账户', 'Account'), 'statement'],
    ['/people', say('可办理人员', 'People'), 'people'],
    ['/letters', say('信件', 'Letters'), 'letters'],
    ['/requests', say('办理记录', 'Requests'), 'statement'],
    ['/calendar', say('日历', 'Calendar'), 'unit-status'],
  ] as const;
  const ways = all.filter(([, , view]) => maySee(visit.caller, view, unit));
  return (
    <nav class="ways" aria-label={say('单位页面', 'Pages of the unit')}>
      {ways.map(([path, name]) => (
        <a href={`${at}${path}`} aria-current={here.split('?')[0] === `${at}${path}` ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
};

/** Where a unit stands: what is next, what becomes of it, its duties and what it holds. */
export const Standing = ({ visit, standing }: Seen) => {
  const { say } = visit;
  const { unit, name, district, cycle, status, at, cases } = standing;
  return (
    <section>
      <h2>
        {name} <code>{unit}</code> <State visit={visit} state={status} />
      </h2>
      <p>
        {say('履约周期', 'Cycle')} {cycle} · {districtSaid(visit, district)} · {say('截至', 'as of')} {timeSaid(at)}
      </p>
      <UnitWays visit={visit} unit={unit} />
      <h3>{say('要办的事', 'What is to be done')}</h3>
      <ToMakeGood visit={visit} standing={standing} />
      <WhatToDo visit={visit} standing={standing} />
      <Gap visit={visit} standing={standing} />
      <h3>{say('年度时间线', 'The year')}</h3>
      <YearLine visit={visit} marks={dutiesOf(cases)} today={at.slice(0, 10)} />
      <h3>{say('全部事项', 'All duties')}</h3>
      <Duties visit={visit} standing={standing} />
    </section>
  );
};
