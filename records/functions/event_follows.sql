-- No gap, and nothing beyond what the case says of itself. Row by row, each look by a primary key: a plan for the
-- whole statement, made while the tables are small, would read them from end to end when they have grown.
-- What an auction's event says adds up is asked here: a trigger of its own has its condition read and planned anew for every statement.
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
