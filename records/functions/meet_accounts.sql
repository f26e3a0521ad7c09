-- What a step on p_unit's account meets: that account and p_other's, and the cases that may have to be told. With p_hold they stay as
-- they are until the transaction ends; without, carry_out finds out whether they did.
create or replace function meet_accounts(p_case text, p_seq int, p_head text, p_key text, p_at bigint, p_unit text, p_other text, p_hold boolean, p_act jsonb,
    out verdict text, out detail jsonb, out met jsonb, out versions jsonb, out told jsonb) language plpgsql as $$
#variable_conflict use_column
declare
  telling text[];
begin
  if p_key like 'at:%' then
    perform let_come(p_case, p_key, p_at);
  end if;
  if p_hold then
    telling := cases_told(p_case, p_unit, p_other);
    perform from cases where case_id = any (telling || p_case) order by case_id for no key update;
    perform from accounts where unit in (p_unit, p_other) order by unit for no key update;
    select h.verdict, h.detail into meet_accounts.verdict, meet_accounts.detail from hold_case(p_case, p_seq, p_head, p_key, p_at, p_act) h;
    if meet_accounts.verdict <> 'free' then
      return;
    end if;
    if not coalesce(cases_told(p_case, p_unit, p_other), '{}') <@ coalesce(telling, '{}') then
      raise exception 'case %: a case claims from an account since it was looked at', p_case using errcode = 'serialization_failure';
    end if;
  elsif not exists (select from cases c where c.case_id = p_case and c.seq = p_seq and c.head = p_head) then
    meet_accounts.verdict := 'behind';
    return;
  end if;
  meet_accounts.verdict := 'free';
  if p_other is null then
    -- the version is read before the account: what changes between the two is found out when it is written
    select jsonb_build_object(p_unit, a.version) into versions from accounts a where a.unit = p_unit;
    met := jsonb_build_array(read_account(p_unit));
    if not coalesce(met -> 0 ? 'claims', false) then
      return;
    end if;
  else
    select jsonb_agg(read_account(a.unit)), jsonb_object_agg(a.unit, a.version) into met, versions
      from accounts a where a.unit in (p_unit, p_other);
  end if;
  telling := cases_told(p_case, p_unit, p_other);
  select jsonb_agg(jsonb_build_object('caseId', c.case_id, 'unit', c.unit, 'seq', c.seq, 'head', c.head, 'playedTo', c.played_to, 'holds', a.case_id = c.case_id,
      'district', c.opening #> '{unit,district}')) into told
    from cases c join accounts a on a.unit = c.unit where c.case_id = any (telling);
end $$;
