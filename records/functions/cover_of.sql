-- The cover of a bidder as it was last recorded.
create or replace function cover_of(p_case text, p_bidder text) returns numeric language sql stable as $$
  select (body #>> '{with,cover}')::numeric from events
    where case_id = p_case and type = 'cover-recorded' and body #>> '{with,bidder}' = p_bidder order by seq desc limit 1;
$$;
