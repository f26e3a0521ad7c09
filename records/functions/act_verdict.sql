-- Whether a case may take an act as it believes it: {do, by, approvedBy, with}, stamped p_at. `free`; `unknown`: the book has no such request
-- (detail: why), nothing is believed; `refused` (detail: the refusal); `behind`: the case has taken it; `waits`: for acts stamped before it,
-- for cases that are told of it and have not played up to it or wait for acts stamped before it, or for the case that decides it (detail:
-- numbers of acts, in order of stamp).
create or replace function act_verdict(p_case text, p_act_id text, p_at bigint, p_act jsonb, out verdict text, out detail jsonb) language plpgsql as $$
declare
  a record;
begin
  if exists (select from act_free(p_case, p_act_id, p_at, p_act)) then
    verdict := 'free';
    return;
  end if;
  select x.role, x.state, x.stamp, x.refusal, r.do_what, r.by as who, r.approved_by, r.body into a
    from acts x join requests r on r.act_id = x.act_id where x.act_id = p_act_id and x.case_id = p_case;
  if not found then
    verdict := 'unknown';
    detail := to_jsonb('no such request of this case'::text);
  elsif a.stamp is distinct from p_at or a.do_what is distinct from p_act ->> 'do' or a.who is distinct from p_act ->> 'by'
      or a.approved_by is distinct from p_act ->> 'approvedBy' or a.body is distinct from p_act -> 'with' then
    verdict := 'unknown';
    detail := to_jsonb('another content than was stored'::text);
  elsif a.state = 'refused' then
    verdict := 'refused';
    detail := a.refusal;
  elsif a.role = 'told' then
    verdict := 'unknown';
    detail := to_jsonb('not for this case to decide'::text);
  elsif a.state = 'applied' then
    verdict := 'behind';
  else
    select jsonb_agg(w.act_id order by w.stamp, w.act_id) into detail from (
      select x.act_id, x.stamp from acts x where x.case_id = p_case and x.state in ('stored', 'ready') and x.stamp < p_at
      union all
      select x.act_id, x.stamp from acts x where x.act_id = p_act_id and x.role = 'told' and x.state = 'stored'
      union
      select x.act_id, x.stamp from acts t join acts x on x.case_id = t.case_id
        where t.act_id = p_act_id and t.role = 'told' and x.state in ('stored', 'ready') and x.stamp < p_at
      union all
      select x.act_id, x.stamp from acts x where a.role = 'after' and x.act_id = p_act_id and x.role = 'decides' and x.state <> 'applied') w;
    verdict := case when detail is null then 'free' else 'waits' end;
  end if;
end $$;
