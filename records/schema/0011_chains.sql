-- The same promises of a chain, kept with fewer looks: an event never stands beyond what its case says, and whenever a case
-- moves on, every event from where it was to where it is stands there, the last one with the hash that the case says. Each look is by
-- the whole key: a plan for a range, made while the table is small, would read it from end to end when it has grown.

create or replace function event_follows() returns trigger language plpgsql as $$
begin
  if not exists (select from cases where case_id = new.case_id and (seq > new.seq or (seq = new.seq and head = new.hash))) then
    raise exception 'event % of case % does not follow the chain', new.seq, new.case_id using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
-- What that finds is the case: the reference is kept by it.
alter table events drop constraint events_case_id_fkey;

-- At commit. There is no gap before where the case was, by induction; and nothing can stand beyond where it is, since no event was ever
-- let in there. A case never goes back.
create or replace function case_stands() returns trigger language plpgsql as $$
begin
  if new.seq < old.seq or (new.seq > old.seq or new.head <> old.head)
      and not exists (select from events where case_id = new.case_id and seq = new.seq and hash = new.head) then
    raise exception 'case % says event %, its chain does not', new.case_id, new.seq using errcode = 'integrity_constraint_violation';
  end if;
  for between in old.seq + 1 .. new.seq - 1 loop
    if not exists (select from events where case_id = new.case_id and seq = between) then
      raise exception 'case % says event %, its chain does not', new.case_id, new.seq using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  return null;
end $$;
