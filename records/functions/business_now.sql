-- What the platform's business clock shows: the database's clock, but where a year is rehearsed.
create or replace function business_now() returns bigint language sql as $$
  select floor(extract(epoch from clock_timestamp()) * 1000)::bigint + coalesce((select business0 - wall0 from business_clock), 0)
$$;
