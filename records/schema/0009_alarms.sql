-- What the checker found wrong. An open alarm holds up every collection until two officers release it; none is ever taken away.

create table alarms (
  id int generated always as identity primary key,
  check_name text not null,
  -- The transaction, lot, unit, case or event concerned.
  subject text not null,
  found text not null,
  raised_at bigint not null,
  recorded_at timestamptz not null default clock_timestamp(),
  released_at timestamptz,
  released_by text,
  released_approved_by text,
  released_reason text,
  check ((released_at is null) = (released_by is null) and (released_at is null) = (released_approved_by is null)
    and (released_at is null) = (released_reason is null)),
  check (released_by <> released_approved_by),
  -- The same difference found again is the same alarm, released or not.
  unique (check_name, subject, found)
);
create index alarms_open on alarms (id) where released_at is null;
create trigger alarms_stay before delete or truncate on alarms for each statement execute function refuse_change();
create trigger alarms_keep before update of id, check_name, subject, found, raised_at, recorded_at on alarms
  for each statement execute function refuse_change();
create trigger alarms_released_once before update on alarms for each row when (old.released_at is not null) execute function refuse_change();

-- A mail about an alarm leaves no case: it leaves the book itself.
alter table outbox alter column case_id drop not null;
alter table outbox add constraint outbox_of_case_or_book check (case_id is not null or template = 'alarm');
