-- A step that touches no account, whole. Planned once and for all, as write_step.
create or replace function take_step(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb, p_mails jsonb, p_act jsonb, p_views jsonb,
    out verdict text, out detail jsonb) language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  perform let_come(p_case, p_key, p_at);
  select h.verdict, h.detail into take_step.verdict, take_step.detail from hold_case(p_case, p_seq, p_head, p_key, p_at, p_act) h;
  if verdict = 'free' then
    perform add_step(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails, p_views);
    verdict := 'written';
  end if;
end $$;
