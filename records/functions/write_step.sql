-- Writes a step with its accounts, as carry_out; null where it is written, else {verdict, detail}. A step on one account that tells no
-- other case, most of them, takes the short way.
-- The step of a movement and nothing else is written with it in one statement.
-- Every statement below looks by keys: planned once and for all, never anew for each step; and never by reading a table from end to end,
-- which looks cheap to a plan made while the table is small, or while many acts are open.
create or replace function write_step(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_last int, p_new_head text, p_events jsonb, p_mails jsonb,
    p_ledger jsonb, p_told jsonb, p_act jsonb, p_views jsonb) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  account jsonb := p_ledger #> '{accounts,0}';
  held record;
begin
  if p_told is null and p_ledger -> 'lots' = '[]' and p_ledger -> 'postings' <> '[]' and not account ? 'debt'
      and p_ledger #> '{accounts,1}' is null and p_key like 'act:%' then
    if write_movement(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails, p_ledger, account, p_act, p_views) then
      return null;
    end if;
  end if;
  held := carry_out(p_case, p_seq, p_head, p_key, p_at, p_last, p_new_head, p_events, p_mails, p_ledger, p_told, p_act, p_views);
  return case when held.verdict <> 'written' then jsonb_build_object('verdict', held.verdict, 'detail', held.detail) end;
end $$;
