-- The act of a case, where nothing stands against it: it is stored as p_act believes it, stamped p_at; nobody else is told of it or decides
-- it first; no act of the case stamped before it is open. What act_verdict calls free without looking further.
-- One query, read into the statement that asks: stable, and nothing but SQL. (Not "in" for its own state: as in apply_act.)
create or replace function act_free(p_case text, p_act_id text, p_at bigint, p_act jsonb) returns setof acts language sql stable as $$
  select x.* from acts x join requests r on r.act_id = x.act_id
    where x.act_id = p_act_id and x.case_id = p_case and x.role in ('decides', 'each')
      and x.state not in ('applied', 'refused')
      and x.stamp = p_at and r.do_what = p_act ->> 'do' and r.by = p_act ->> 'by'
      and r.approved_by is not distinct from p_act ->> 'approvedBy' and r.body = p_act -> 'with'
      and not exists (select from acts t where t.act_id = p_act_id and t.role = 'told')
      and not exists (select from acts w where w.case_id = p_case and w.state in ('stored', 'ready') and w.stamp < p_at)
$$;
