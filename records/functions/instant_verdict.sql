-- Whether a case may play an instant: it has come by the case's clock. Where the server skips time the clock cannot be asked; then it is
-- played because its timer rang, or because of an act of the case stamped at or after it: p_act names that one. `free`; `not-come`;
-- `unknown`; `waits` for acts stamped before it (detail: their numbers, in order of stamp).
create or replace function instant_verdict(p_case text, p_at bigint, p_act jsonb, out verdict text, out detail jsonb) language plpgsql as $$
declare
  clock jsonb;
begin
  select c.clock into clock from cases c where c.case_id = p_case;
  if clock ? 'skips' then
    if p_act is not null and not exists (select from acts
        where act_id = p_act ->> 'id' and case_id = p_case and state in ('stored', 'ready') and stamp >= p_at) then
      verdict := 'unknown';
      detail := to_jsonb('no such request of this case'::text);
      return;
    end if;
  elsif p_at > extract(epoch from clock_timestamp()) * 1000 + (clock ->> 'business0')::bigint - (clock ->> 'wall0')::bigint then
    verdict := 'not-come';
    return;
  end if;
  select jsonb_agg(act_id order by stamp, act_id) into detail from acts where case_id = p_case and state in ('stored', 'ready') and stamp < p_at;
  verdict := case when detail is null then 'free' else 'waits' end;
end $$;
