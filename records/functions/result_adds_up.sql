-- The result: the sum of what was delivered and paid; the rest was never the bidders'.
create or replace function result_adds_up(p_case text, p_with jsonb) returns void language plpgsql as $$
declare
  delivered numeric;
  paid numeric;
begin
  select coalesce(sum((body #>> '{with,quantity}')::numeric), 0), coalesce(sum((body #>> '{with,due}')::numeric), 0)
    into delivered, paid from events where case_id = p_case and type = 'award-delivered';
  if delivered <> (p_with ->> 'sold')::numeric or paid <> (p_with ->> 'proceeds')::numeric
      or (p_with ->> 'offered')::numeric <> delivered + (p_with ->> 'unsold')::numeric then
    raise exception 'auction %: delivered are % for % yuan, published %', p_case, delivered, paid, p_with
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;
