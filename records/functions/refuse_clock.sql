-- A platform in service has no clock but everybody's.
create or replace function refuse_clock() returns trigger language plpgsql as $$
begin
  if exists (select from platform where kind = 'service') then
    raise exception 'a platform in service has no clock of its own' using errcode = 'check_violation';
  end if;
  return new;
end $$;
