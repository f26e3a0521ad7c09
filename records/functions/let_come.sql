-- An instant has come when the database's clock says so, since that clock stamps the acts: where another clock called a moment early, this
-- waits, before anything is held.
create or replace function let_come(p_case text, p_key text, p_at bigint) returns void language plpgsql as $$
declare
  early double precision;
begin
  if p_key like 'at:%' then
    select (p_at - (c.clock ->> 'business0')::bigint + (c.clock ->> 'wall0')::bigint) / 1000.0 - extract(epoch from clock_timestamp()) into early
      from cases c where c.case_id = p_case and not c.clock ? 'skips';
    if early > 0 and early < 2 then
      perform pg_sleep(early);
    end if;
  end if;
end $$;
