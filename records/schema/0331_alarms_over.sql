-- A difference that was released and then is found no more is over: found once more it is another one, and raises an alarm of its own. What is
-- found may be as long as whoever changed the book made it, so that it is told apart by its hash.
alter table alarms add column over_at bigint, add constraint alarms_over_once_released check (over_at is null or released_at is not null);
alter table alarms drop constraint alarms_check_name_subject_found_key;
create unique index alarms_once on alarms (md5(check_name || E'\n' || subject || E'\n' || found)) where over_at is null;

drop trigger alarms_released_once on alarms;
create trigger alarms_released_once before update of released_at, released_by, released_approved_by, released_reason on alarms for each row
  when (old.released_at is not null) execute function refuse_change();
create trigger alarms_over_once before update of over_at on alarms for each row when (old.over_at is not null) execute function refuse_change();
create constraint trigger alarms_over_told after update of over_at on alarms deferrable initially deferred
  for each row execute function alarm_is_told();
