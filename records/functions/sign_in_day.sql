-- The Beijing day of a sign-in, by the wall clock.
create or replace function sign_in_day(p_at bigint) returns date language sql immutable parallel safe as $$
  select date '1970-01-01' + floor((p_at + 28800000) / 86400000.0)::int
$$;
