-- Alarms have a case of their own, `alarms`, of no unit and no cycle. An alarm is raised and released by an event of it; its row, and the mail
-- about it, are written in the transaction of that event. Alarms from before get their case when the schema is brought up to date.

-- Written anew with every migration, in a function of its own.
create function alarm_is_told() returns trigger language plpgsql as $$ begin return null; end $$;
create constraint trigger alarms_told after insert or update of released_at on alarms deferrable initially deferred
  for each row execute function alarm_is_told();
