-- The payment: of every award what is due, of nobody anything else.
create or replace function payment_adds_up(p_case text, p_with jsonb) returns void language plpgsql as $$
begin
  if (select jsonb_agg(jsonb_build_array(x ->> 'bidder', x ->> 'due') order by x ->> 'bidder') from jsonb_array_elements(p_with -> 'paid') x)
      is distinct from (select jsonb_agg(jsonb_build_array(x ->> 'bidder', x ->> 'due') order by x ->> 'bidder')
        from events e cross join lateral jsonb_array_elements(e.body #> '{with,awards}') x
        where e.case_id = p_case and e.type = 'auction-cleared') then
    raise exception 'auction %: what is paid is not what was awarded', p_case using errcode = 'integrity_constraint_violation';
  end if;
end $$;
