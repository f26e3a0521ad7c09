-- At commit. Somebody is appointed, or is so no more, because an event of the case of the people says so.
create or replace function appointment_is_told() returns trigger language plpgsql as $$
begin
  if not exists (select from events e where e.case_id = 'people' and e.seq = new.event and e.type = 'appointed'
      and e.body -> 'with' @> jsonb_build_object('appointment', new.id, 'person', new.person, 'kind', new.kind, 'party', new.party,
        'role', new.role, 'from', new.from_at) and (new.ended_event is not null or (e.body #>> '{with,until}')::bigint is not distinct from new.until_at))
    or new.ended_event is not null and not exists (select from events e where e.case_id = 'people' and e.seq = new.ended_event
      and e.type = 'appointment-ended' and e.body #>> '{with,appointment}' = new.id::text and e.at = new.until_at) then
    raise exception 'appointment % stands as no event says', new.id using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
