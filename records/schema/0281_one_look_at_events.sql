-- Of every step of every case, an event is checked by one trigger instead of two: the condition of the second was read and planned anew for
-- each statement. The function stands here as well, so that at no moment an auction's event goes unchecked.
create or replace function auction_adds_up(p_case text, p_type text, p_with jsonb) returns void language plpgsql as $$
begin
  case p_type
    when 'auction-cleared' then perform clearing_adds_up(p_case, p_with);
    when 'auction-settled' then perform payment_adds_up(p_case, p_with);
    when 'result-published' then perform result_adds_up(p_case, p_with);
    else perform delivery_adds_up(p_case, p_type, p_with);
  end case;
end $$;
create or replace function event_follows() returns trigger language plpgsql as $$
begin
  if not exists (select from cases where case_id = new.case_id and (seq > new.seq or (seq = new.seq and head = new.hash))) then
    raise exception 'event % of case % does not follow the chain', new.seq, new.case_id using errcode = 'integrity_constraint_violation';
  end if;
  if new.type in ('auction-cleared', 'auction-settled', 'award-delivered', 'award-refused', 'result-published') then
    perform auction_adds_up(new.case_id, new.type, new.body -> 'with');
  end if;
  return null;
end $$;
drop trigger auction_adds_up on events;
drop function auction_adds_up();
