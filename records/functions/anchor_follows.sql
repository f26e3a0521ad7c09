-- Each anchor follows the last one.
create or replace function anchor_follows() returns trigger language plpgsql as $$
declare
  last record;
begin
  select day, hash into last from anchors where day <> new.day order by day desc limit 1;
  if new.before <> coalesce(last.hash, '') or new.day < last.day then
    raise exception 'the anchor of % does not follow that of %', new.day, last.day using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
