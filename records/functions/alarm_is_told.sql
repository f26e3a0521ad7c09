-- At commit. An alarm stands in the list because an event of the case of the alarms raised it; it is released because one did so, by the same
-- officers and for the same reason; it is over because one said so.
create or replace function alarm_is_told() returns trigger language plpgsql as $$
begin
  if not exists (select from events e where e.case_id = 'alarms' and e.body #>> '{with,alarm}' = new.id::text and case
      when new.released_at is null then e.type = 'alarm-raised'
      when new.over_at is not null then e.type = 'alarm-over' and e.at = new.over_at
      else e.type = 'alarm-released' and e.by = new.released_by and e.body #>> '{with,approvedBy}' = new.released_approved_by
        and e.body #>> '{with,reason}' = new.released_reason end) then
    raise exception 'alarm % is %, and no event says so', new.id, case when new.released_at is null then 'raised'
        when new.over_at is null then 'released' else 'over' end
      using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
