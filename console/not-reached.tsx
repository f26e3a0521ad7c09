import type { Unreached } from '../views/unreached.js';
import { oneIn } from './asked.js';
import { Table } from './pages.js';
import { withQuery, type Known } from './visit.js';

/** So many units, until all are asked for. */
const CALLS = 15;

/** Units that letters do not reach: what to do, and the telephone. */
export const NotReached = ({ visit, units }: { visit: Known; units: readonly Unreached[] }) => {
  const { say } = visit;
  const all = oneIn(visit, 'unreached', ['all']) !== undefined;
  if (units.length === 0) return <></>;
  const shown = all ? units : units.slice(0, CALLS);
  const rows = shown.map(({ unit, name, subject, said, telephone }) => [
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
      {shown.length < units.length && (
        <a href={withQuery(visit.here, { unreached: 'all' })}>
          {say(`全部 ${String(units.length)} 家`, `All ${String(units.length)} of them`)}
        </a>
      )}
    </>
  );
};
