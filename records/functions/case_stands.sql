-- At commit. There is no gap before where the case was, by induction; and nothing can stand beyond where it is, since no event was ever
-- let in there. A case never goes back. By key, as in write_step: this is asked when that has ended.
create or replace function case_stands() returns trigger language plpgsql set enable_seqscan = off as $$
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
