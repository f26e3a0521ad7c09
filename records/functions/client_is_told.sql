-- At commit. A program may sign in, or may no more, because an event of the case of the people says so.
create or replace function client_is_told() returns trigger language plpgsql as $$
begin
  if not exists (select from events e where e.case_id = 'people' and e.seq = new.event and e.type = 'client-registered'
      and e.body -> 'with' @> jsonb_build_object('client', new.client, 'appointment', new.appointment, 'name', new.name,
        'acts', to_jsonb(new.acts), 'key', new.key))
    or new.ended_event is not null and not exists (select from events e where e.case_id = 'people' and e.seq = new.ended_event
      and e.type = 'client-ended' and e.body #>> '{with,client}' = new.client) then
    raise exception 'client % stands as no event says', new.client using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
