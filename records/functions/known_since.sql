-- The last event by which something else is known of a person than before.
create or replace function known_since(p_person text) returns int language sql stable as $$
  select coalesce(max(e.seq), 0) from events e where e.case_id = 'people' and e.body #>> '{with,person}' = p_person
    and e.type in ('person-entered', 'person-corrected', 'person-erased')
$$;
