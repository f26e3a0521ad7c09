import type pg from 'pg';
import type { Check, Finding, SqlCheck } from './check.js';
import { digest, spell } from './spelling.js';

/** An act's events and what was asked: one cannot be without the other. */
export const REQUEST_CHECKS: readonly SqlCheck[] = [
  {
    name: 'act-without-request',
    zh: '事件没有相应的已存请求',
    en: 'an event of an act that the desk never stored for this case, or of another asker or stamp',
    of: 'event',
    sql: `select e.case_id || '/' || e.seq as subject, 'comes from ' || e.step_key || ', ' || case
        when a.act_id is null then 'which nobody stored for this case' when a.state <> 'applied' then 'which is ' || a.state
        when a.stamp <> e.at then 'which was stamped at ' || a.stamp else 'which ' || r.by || ' asked for' end as found
      from events e left join acts a on a.act_id = substr(e.step_key, 5) and a.case_id = e.case_id left join requests r on r.act_id = a.act_id
      where e.step_key like 'act:%' and e.k = 1 and (a.act_id is null or a.state <> 'applied' or a.stamp <> e.at or (a.role <> 'told'
        and not exists (select from events o where o.case_id = e.case_id and o.step_key = e.step_key and o.by = r.by)))`,
  },
  {
    name: 'request-without-act',
    zh: '已办结的请求没有事件',
    en: 'a request that counts as decided has no event in the case that decided it',
    of: 'case',
    sql: `select a.case_id as subject, 'act ' || a.act_id || ' counts as taken and has no event' as found from acts a
      where a.state = 'applied' and a.role <> 'told'
        and not exists (select from events e where e.step_key = 'act:' || a.act_id and e.case_id = a.case_id)`,
  },
];

/** What no SQL answers: the hash of what was asked, in the chain. */
export const REQUEST_CHANGED: Check = {
  name: 'request-changed',
  zh: '请求内容与事件链所记不符',
  en: 'what was asked is not what it was when its event was written',
  of: 'event',
};

interface Row {
  case_id: string;
  seq: number;
  request: string;
  do_what: string;
  by: string;
  approved_by: string | null;
  body: unknown;
}

const ASKED = `select e.case_id, e.seq, e.body ->> 'request' as request, r.do_what, r.by, r.approved_by, r.body
  from events e join requests r on r.act_id = substr(e.step_key, 5)
  where e.step_key like 'act:%' and e.body ? 'request' and (e.case_id, e.seq) > ($1, $2) order by e.case_id, e.seq limit 5000`;

/** Requests that are not what their events say they were. */
export const requestDifferences = async (db: pg.Pool | pg.ClientBase): Promise<Finding[]> => {
  const differences: Finding[] = [];
  for (let last: Pick<Row, 'case_id' | 'seq'> | undefined = { case_id: '', seq: 0 }; last;) {
    const { rows }: pg.QueryResult<Row> = await db.query<Row>(ASKED, [last.case_id, last.seq]);
    for (const { case_id, seq, request, do_what, by, approved_by, body } of rows) {
      const asked = { do: do_what, by, ...(approved_by === null ? {} : { approvedBy: approved_by }), with: body };
      if (digest(spell(asked)) !== request)
        differences.push({
          check: REQUEST_CHANGED.name,
          subject: `${case_id}/${String(seq)}`,
          found: `${do_what} by ${by} is not what was asked`,
        });
    }
    last = rows.at(-1);
  }
  return differences;
};
