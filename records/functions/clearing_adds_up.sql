-- The clearing: no more than was offered, the parts are the whole, each part at the one price and within its bidder's cover.
create or replace function clearing_adds_up(p_case text, p_with jsonb) returns void language plpgsql as $$
declare
  offered numeric;
  awarded numeric;
  beyond text;
begin
  select (body #>> '{with,lot}')::numeric into offered from events where case_id = p_case and type = 'auction-announced';
  select coalesce(sum((x ->> 'quantity')::numeric), 0) into awarded from jsonb_array_elements(p_with -> 'awards') x;
  if offered is null or awarded > offered or awarded <> (p_with ->> 'sold')::numeric then
    raise exception 'auction %: awarded are %, sold %, offered %', p_case, awarded, p_with ->> 'sold', offered
      using errcode = 'integrity_constraint_violation';
  end if;
  select x ->> 'bidder' into beyond from jsonb_array_elements(p_with -> 'awards') x
    where (x ->> 'due')::numeric <> round((x ->> 'quantity')::numeric * (p_with ->> 'price')::numeric, 2)
      or coalesce(cover_of(p_case, x ->> 'bidder'), -1) < (x ->> 'due')::numeric limit 1;
  if found then
    raise exception 'auction %: what % is to pay is not quantity times price, or is beyond its cover', p_case, beyond
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;
