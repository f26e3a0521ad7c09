-- A delivery: what was awarded, once, and paid for.
create or replace function delivery_adds_up(p_case text, p_type text, p_with jsonb) returns void language plpgsql as $$
begin
  if not exists (select from events e cross join lateral jsonb_array_elements(e.body #> '{with,awards}') x
      where e.case_id = p_case and e.type = 'auction-cleared'
        and x ->> 'bidder' = p_with ->> 'bidder' and x ->> 'quantity' = p_with ->> 'quantity')
      or (select count(*) from events where case_id = p_case and type in ('award-delivered', 'award-refused')
        and body #>> '{with,bidder}' = p_with ->> 'bidder') > 1 then
    raise exception 'auction %: % was not awarded to %, or was delivered before', p_case, p_with ->> 'quantity', p_with ->> 'bidder'
      using errcode = 'integrity_constraint_violation';
  end if;
  if p_type = 'award-delivered' and not exists (select from events e cross join lateral jsonb_array_elements(e.body #> '{with,paid}') x
      where e.case_id = p_case and e.type = 'auction-settled'
        and x ->> 'bidder' = p_with ->> 'bidder' and x ->> 'due' = p_with ->> 'due') then
    raise exception 'auction %: what % has to pay is not taken from its cover', p_case, p_with ->> 'bidder'
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;
