-- An alarm holds up what it concerns: the collections of its units; where no unit is named, the ledger as a whole is in doubt, and every
-- collection waits. So it was for every alarm before, and those stay as they are.

alter table alarms add column units text[] check (cardinality(units) > 0);
drop trigger alarms_keep on alarms;
create trigger alarms_keep before update of id, check_name, subject, found, units, raised_at, recorded_at on alarms
  for each statement execute function refuse_change();
