-- Until this transaction ends nothing is stored about people by others. For what is stored about people itself (p_alone) everybody who acts is
-- waited for, and the clock goes on past their stamps.
create or replace function hold_offices(p_alone boolean) returns void language plpgsql as $$
begin
  if p_alone then
    perform pg_advisory_xact_lock(hashtextextended('people', 0));
    perform pg_sleep(0.001);
  else
    perform pg_advisory_xact_lock_shared(hashtextextended('people', 0));
  end if;
end $$;
