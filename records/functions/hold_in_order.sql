-- Holds cases and accounts in the one order.
create or replace function hold_in_order(p_cases text[], p_units text[]) returns void language plpgsql as $$
begin
  perform from cases where case_id = any (p_cases) order by case_id for no key update;
  perform from accounts where unit = any (p_units) order by unit for no key update;
end $$;
