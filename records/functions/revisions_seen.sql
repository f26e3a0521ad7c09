-- How many amendments the cases of a unit have taken: each may have moved the day on which its lots lapse.
create or replace function revisions_seen() returns table (unit text, n bigint) language sql stable as $$
  select c.unit, count(*) from events e join cases c using (case_id) where e.type = 'revision-adopted' group by c.unit
$$;
