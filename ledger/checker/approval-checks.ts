import type pg from 'pg';
import type { Check, Finding, SqlCheck } from './check.js';
import { digest, spell } from './spelling.js';

/** What two people decide: the proposal, the other's yes, and the act that came of it. */
export const APPROVAL_CHECKS: readonly SqlCheck[] = [
  {
    name: 'act-without-approval',
    zh: '须经批准的事项没有相应的提案与批准',
    en: 'an act that came of a proposal is not what was proposed and approved; in service, a decision of two that was never proposed, since the platform says that it is in service',
    of: 'case',
    sql: `select coalesce(x.case_id, '') as subject, 'act ' || r.act_id || ' (' || r.do_what || ') ' || case
        when l.act_id is null then 'was proposed by nobody' when p.do_what is distinct from 'approve' then 'was approved by nobody'
        else 'is not what ' || l.approval || ' proposed and ' || p.by || ' approved' end as found
      from requests r left join requests p on p.act_id = r.caused_by left join approval_lines l on l.act_id = r.act_id
        left join approvals a on a.approval = l.approval left join acts x on x.act_id = r.act_id and x.role = 'decides'
      where (p.do_what = 'approve' or l.act_id is not null) and (l.act_id is null or p.do_what is distinct from 'approve' or r.do_what <> l.act
          or r.by <> a.proposed_by or r.approved_by is distinct from p.by or r.approved_by = r.by or r.for_unit is distinct from l.for_unit
          or not exists (select from events e where e.case_id = a.case_id and e.step_key = 'act:' || p.act_id
            and e.type = 'proposal-approved' and e.body #> '{with,lines}' @> to_jsonb(l.line)))
        or (r.approved_by is not null and r.caused_by is null and x.state = 'applied'
          and exists (select from platform f where f.kind = 'service' and r.recorded_at >= f.made_at))`,
  },
  {
    name: 'approval-misstated',
    zh: '提案的待批状态与其案件的事件不符',
    en: 'a proposal, or a line of it, waits for its approval and the events of its case have decided it, or the other way round',
    of: 'case',
    sql: `with told as (
        select e.case_id, e.type, (x #>> '{}')::int as line from events e join approvals a using (case_id)
          cross join lateral jsonb_array_elements(coalesce(e.body #> '{with,lines}', '[]') || coalesce(jsonb_path_query_array(e.body, '$.with.without[*].line'), '[]')) x
          where e.type = 'proposal-approved'),
      ended as (select distinct e.case_id from events e join approvals a using (case_id)
        where e.type in ('proposal-returned', 'proposal-withdrawn', 'proposal-lapsed')),
      looked as (
        select a.approval, a.case_id, a.waiting, l.line, l.waiting as line_waits, l.act_id, r.caused_by,
          not exists (select from ended n where n.case_id = a.case_id) and not exists (select from told t where t.case_id = a.case_id and t.line = l.line) as open
        from approvals a join approval_lines l using (approval) left join requests r on r.act_id = l.act_id)
      select case_id as subject, approval || ', line ' || line || ': waits in one and not in the other' as found from looked where line_waits <> open
      union all
      select case_id, approval || ': waits in one and not in the other' from looked group by case_id, approval, waiting having waiting <> bool_or(open)`,
  },
];

/** What no SQL answers: the digest of the lines, in the chain of the proposal. */
export const PROPOSAL_CHANGED: Check = {
  name: 'proposal-changed',
  zh: '提案各项与提出时不符',
  en: 'the lines of a proposal are not what they were when it was proposed',
  of: 'case',
};

interface Row {
  approval: string;
  case_id: string;
  digest: string;
  lines: unknown;
}

const PROPOSED = `select a.approval, a.case_id, r.body ->> 'digest' as digest, (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'line', l.line, 'about', l.about, 'act', l.act, 'for', l.for_unit, 'cycle', l.cycle)) || jsonb_build_object('with', l.body) order by l.line)
    from approval_lines l where l.approval = a.approval) as lines
  from approvals a join requests r on r.act_id = a.act_id where a.approval > $1 order by a.approval limit 500`;

/** Proposals whose lines are not what was proposed. */
export const proposalDifferences = async (db: pg.Pool | pg.ClientBase): Promise<Finding[]> => {
  const differences: Finding[] = [];
  for (let last: string | undefined = ''; last !== undefined;) {
    const { rows }: pg.QueryResult<Row> = await db.query<Row>(PROPOSED, [last]);
    for (const { approval, case_id: subject, digest: said, lines } of rows)
      if (`sha256:${digest(spell(lines))}` !== said)
        differences.push({ check: PROPOSAL_CHANGED.name, subject, found: `the lines of ${approval} are not what was proposed` });
    last = rows.at(-1)?.approval;
  }
  return differences;
};
