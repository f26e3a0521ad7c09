-- Lets somebody act at a stamp who is in office then, or raises: LY002 where they are not, LY003 where what is stored about just that is to be
-- decided first. Asked after `hold_offices`. No stamp that was given is ahead of the clock when it ends: whatever is stored about people
-- afterwards is stamped later.
create or replace function let_act(p_office jsonb, p_at bigint) returns void language plpgsql as $$
declare
  stands text := in_office(p_office, p_at);
begin
  if stands <> 'held' then
    raise exception '% is not in office at %: %', p_office ->> 'person', p_at, stands using errcode = case stands when 'open' then 'LY003' else 'LY002' end;
  end if;
  perform pg_sleep(least(p_at - business_now(), 100) / 1000.0) where p_at > business_now();
end $$;
