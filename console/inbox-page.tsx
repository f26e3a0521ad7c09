import { isRefusal } from '../domain/model/refusal.js';
import { actFor } from './act-forms.js';
import type { Unreached } from '../views/unreached.js';
import type { InboxLine } from './deps.js';
import { Next, refusing, Table, type Pages } from './pages.js';
import { dutySaid } from './words.js';
import type { Known } from './visit.js';

const PAGE = 50;

const Left = ({ visit, item }: { visit: Known; item: InboxLine }) => {
  const { say } = visit;
  const { daysLeft, overdue } = item;
  if (overdue) return <span class="state overdue">{say('已逾期', 'overdue')}</span>;
  if (daysLeft === undefined) return <>—</>;
  if (daysLeft === 0) return <b>{say('今天截止', 'ends today')}</b>;
  return <>{say(`还有 ${String(daysLeft)} 天`, `${String(daysLeft)} days left`)}</>;
};

/** What waits, what ends first, first; or that nothing does, and why. */
export const InboxList = ({ visit, items }: { visit: Known; items: readonly InboxLine[] }) => {
  const { say } = visit;
  if (items.length === 0)
    return <p>{say('没有待办：当前没有轮到本方办理的事项。', 'Nothing waits: at the moment no matter is with this party.')}</p>;
  const rows = items.map((item) => {
    const { unit, name, what, kind, zh, clause, dueOn, since, returned } = item;
    const act = actFor(visit.caller, what, unit);
    return [
      <>
        <a href={`/units/${encodeURIComponent(unit)}`}>{unit}</a> {name}
      </>,
      <>
        {kind === 'duty' || kind === 'right' ? dutySaid(visit, what) : say(zh, what.replaceAll('-', ' '))}
        {returned && ` ${say('（退回后待更正）', '(returned for correction)')}`} <small>{clause}</small>
      </>,
      dueOn ?? say('未设期限', 'no date set'),
      <Left visit={visit} item={item} />,
      since,
      act ? <a href={act.href}>{say(act.zh, act.en)}</a> : '',
    ];
  });
  const head = [
    say('单位', 'Unit'),
    say('事项', 'Matter'),
    say('截止日', 'Last day'),
    say('剩余', 'Left'),
    say('自', 'Since'),
    say('办理', 'To do'),
  ];
  return <Table head={head} rows={rows} label={say('待办', 'Inbox')} />;
};

/** Units that letters do not reach: what to do, and the telephone. */
const NotReached = ({ visit, units }: { visit: Known; units: readonly Unreached[] }) => {
  const { say } = visit;
  if (units.length === 0) return <></>;
  const rows = units.map(({ unit, name, subject, said, telephone }) => [
    <>
      <a href={`/units/${encodeURIComponent(unit)}`}>{unit}</a> {name}
    </>,
    subject,
    telephone ?? say('未登记电话', 'no telephone on file'),
    <small>{said}</small>,
  ]);
  const head = [say('单位', 'Unit'), say('未送达的邮件', 'Letter'), say('电话', 'Telephone'), say('服务器答复', 'Server said')];
  return (
    <>
      <h2>{say('邮件未送达的单位', 'Units that letters do not reach')}</h2>
      <p>
        {say(
          '请电话告知，并把正确的邮箱报市生态环境部门更正；更正后由运维人员重新发送。',
          'Call them, and have the city correct the address; an operator then has the letter sent again.',
        )}
      </p>
      <Table head={head} rows={rows} label={say('邮件未送达的单位', 'Units that letters do not reach')} />
    </>
  );
};

/** `GET /inbox`: what waits for one's own party, or for one that is named. */
export function addInboxPage(pages: Pages): void {
  pages.known('get', '/inbox', async (visit) => {
    const { c, deps, caller, say } = visit;
    const after = c.req.query('after');
    const own = [...new Set(caller.appointments.map(({ party }) => party))];
    const of =
      c.req.query('of') ??
      (caller.appointments.some(({ kind }) => kind === 'city' || kind === 'auditor' || kind === 'operator') ? 'city' : own[0]);
    const found = await deps.reading.inbox(caller, of, { limit: PAGE, ...(after === undefined ? {} : { after }) });
    if (isRefusal(found)) return refusing(visit, found);
    const body = (
      <>
        <p>
          {say('对象', 'Whose')}：<b>{found.of}</b> · {say('履约周期', 'cycle')} {found.cycle}
        </p>
        <InboxList visit={visit} items={found.items} />
        <Next visit={visit} after={found.after} />
        <NotReached visit={visit} units={found.unreached ?? []} />
      </>
    );
    return { title: say('待办', 'Inbox'), body };
  });
}
