-- Enters a case, and its unit's account where p_holds says so. False where the case is there already. The account tells its
-- latest cycle of what it gets; older claims on it stay with the cases that claim. Without a clock of its own a case lives by the platform's.
create or replace function open_case(p_case text, p_kind text, p_unit text, p_cycle int, p_opening jsonb, p_at bigint, p_holds boolean, p_clock jsonb)
    returns boolean language plpgsql as $$
begin
  insert into cases (case_id, kind, unit, cycle, opening, played_to, opened_at, clock)
    values (p_case, p_kind, p_unit, p_cycle, p_opening, p_at, p_at, coalesce(p_clock,
      (select jsonb_build_object('wall0', wall0, 'business0', business0) from business_clock), '{"wall0": 0, "business0": 0}')) on conflict do nothing;
  if not found then
    return false;
  end if;
  if p_holds then
    insert into accounts (unit, case_id) values (p_unit, p_case)
      on conflict (unit) do update set case_id = excluded.case_id, version = accounts.version + 1
      where p_cycle >= (select c.cycle from cases c where c.case_id = accounts.case_id);
  end if;
  return true;
end $$;
