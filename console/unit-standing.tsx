import type { CaseStatus, UnitStanding } from '../views/unit-status.js';
import { actFor } from './act-forms.js';
import { State, Table } from './pages.js';
import { dutySaid, ifNothing, partySaid, productSaid, timeSaid } from './words.js';
import type { Known } from './visit.js';
import { dutyCalled } from '../domain/letters/names.js';

const isOpen = (state: string): boolean => state === 'pending' || state === 'returned' || state === 'overdue';

const Duties = ({ visit, unit, cases }: { visit: Known; unit: string; cases: readonly CaseStatus[] }) => {
  const { say } = visit;
  const rows = cases
    .flatMap((one) => Object.entries(one.duties))
    .sort(([, a], [, b]) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(([name, { state, dueOn, doneOn, late }]) => {
      const act = isOpen(state) ? actFor(visit.caller, name, unit) : undefined;
      return [
        <>
          {dutySaid(visit, name)} <small>{dutyCalled(name)?.clause}</small>
        </>,
        partySaid(visit, dutyCalled(name)?.owedBy ?? ''),
        dueOn,
        <>
          <State visit={visit} state={state} />
          {doneOn !== undefined && ` ${doneOn}`}
          {late && ` ${say('（迟）', '(late)')}`}
        </>,
        act ? <a href={act.href}>{say(act.zh, act.en)}</a> : isOpen(state) ? ifNothing(visit, name) : '',
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

const Holdings = ({ visit, holdings }: { visit: Known; holdings: UnitStanding['holdings'] }) => {
  const { say } = visit;
  if (holdings.length === 0) return <p>{say('账户为空：尚未入账。', 'The account is empty: nothing was credited yet.')}</p>;
  const rows = holdings.map(({ lot, product, vintage, quantity, reserved, expiresOn }) => [
    <code>{lot}</code>,
    productSaid(visit, product),
    vintage,
    quantity,
    reserved ?? '0',
    expiresOn ?? '—',
  ]);
  const head = [
    say('批次', 'Lot'),
    say('产品', 'Product'),
    say('年份', 'Vintage'),
    say('数量（吨）', 'Tonnes'),
    say('其中预留', 'Set aside'),
    say('到期', 'Expires'),
  ];
  return <Table head={head} rows={rows} label={say('持有', 'Holdings')} />;
};

/** Whether and what one has to do next, before everything else. */
const First = ({ visit, one }: { visit: Known; one: CaseStatus }) => {
  const { say } = visit;
  const waiting = one.waitingFor;
  if (!waiting) return <></>;
  const { duty, owedBy, until, clause } = waiting;
  return (
    <p class="lead">
      {say('下一项', 'Next')}：<b>{dutySaid(visit, duty)}</b>（{partySaid(visit, owedBy)}）
      {say(`，${until} 当日截止`, `, by the end of ${until}`)} <small>{clause}</small>
      <br />
      {say('如不办理：', 'If nothing is done: ')}
      {ifNothing(visit, duty)}
    </p>
  );
};

/** Where a unit stands: what is next, what becomes of it, its duties and what it holds. */
export const Standing = ({ visit, standing }: { visit: Known; standing: UnitStanding }) => {
  const { say } = visit;
  const { unit, name, district, cycle, status, at, cases, holdings } = standing;
  const [main] = cases;
  const facts = main?.facts;
  return (
    <section>
      <h2>
        {name} <code>{unit}</code> <State visit={visit} state={status} />
      </h2>
      <p>
        {say('履约周期', 'Cycle')} {cycle} · {district} · {say('截至', 'as of')} {timeSaid(at)}
      </p>
      {main && <First visit={visit} one={main} />}
      {facts?.obligation !== undefined && (
        <p>
          {say('应清缴', 'Obligation')} <b>{facts.obligation}</b> t · {say('已清缴', 'surrendered')}{' '}
          {facts.surrendered.allowances} + {facts.surrendered.offsets} t
        </p>
      )}
      <h3>{say('义务', 'Duties')}</h3>
      <Duties visit={visit} unit={unit} cases={cases} />
      <h3>{say('账户持有', 'Holdings')}</h3>
      <Holdings visit={visit} holdings={holdings} />
      <p>
        <a href={`/units/${encodeURIComponent(unit)}#timeline`}>{say('经过', 'What happened')}</a>
      </p>
    </section>
  );
};
