-- Whether a step may be written, with its case held. Verdicts: `free`; `behind` (the book is elsewhere); and those of act_verdict and
-- instant_verdict. The events of a case go forward in time: a step that would go back is an error.
create or replace function hold_case(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_act jsonb, out verdict text, out detail jsonb)
    language plpgsql as $$
declare
  played bigint;
begin
  select played_to into played from cases where case_id = p_case and seq = p_seq and head = p_head for no key update;
  if not found then
    verdict := 'behind';
    return;
  end if;
  if p_key like 'at:%' then
    select v.verdict, v.detail into hold_case.verdict, hold_case.detail from instant_verdict(p_case, p_at, p_act) v;
  elsif p_key like 'act:%' then
    select v.verdict, v.detail into hold_case.verdict, hold_case.detail from act_verdict(p_case, substr(p_key, 5), p_at, p_act) v;
  else
    verdict := 'free';
  end if;
  if verdict = 'free' and p_at < played then
    raise exception 'case %: step % at % goes back in time, the case has played to %', p_case, p_key, p_at, played
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;
