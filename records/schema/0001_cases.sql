-- Cases and their events: the truth. An event is never changed and never taken away; corrections are further events.
-- A function that a trigger needs is only named here: what it does stands in records/functions, written anew by each migration.

create function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$;

create table cases (
  case_id text primary key,
  kind text not null,
  unit text not null,
  cycle int not null,
  -- What the case was opened with: its state is this and the fold of its events.
  opening jsonb not null,
  -- Number and hash of its last event.
  seq int not null default 0 check (seq >= 0),
  head text not null default '',
  -- The latest instant at which a step was taken; the door stamps nothing earlier.
  played_to bigint not null,
  opened_at bigint not null,
  recorded_at timestamptz not null default clock_timestamp()
) with (fillfactor = 60, toast_tuple_target = 128);
-- The row is rewritten at every step: the opening lies apart from it.
alter table cases alter column opening set storage external;
create index cases_unit on cases (unit);

create table events (
  case_id text not null references cases,
  seq int not null check (seq > 0),
  -- The cause: `open`, `act:ID`, `at:INSTANT`. The same cause never makes two steps of a case.
  step_key text not null,
  k int not null check (k > 0),
  -- Read from the body, so that they cannot differ from what is hashed.
  type text not null generated always as (body ->> 'type') stored,
  at bigint not null generated always as ((body ->> 'at')::bigint) stored,
  by text not null generated always as (body ->> 'by') stored,
  body jsonb not null check ((body ->> 'seq')::int = seq),
  -- Over the hash before it, the case and the body.
  hash text not null,
  -- Over the hash, the step key and the place in the step.
  seal text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (case_id, seq),
  unique (case_id, step_key, k)
);
create trigger events_stay before update or delete or truncate on events for each statement execute function refuse_change();

create function event_follows() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger event_follows after insert on events for each row execute function event_follows();

create function case_stands() returns trigger language plpgsql as $$ begin return null; end $$;
create constraint trigger case_stands after update of seq, head on cases deferrable initially deferred
  for each row execute function case_stands();
create trigger cases_stay before delete or truncate on cases for each statement execute function refuse_change();
create trigger cases_keep before update of case_id, kind, unit, cycle, opening, opened_at, recorded_at on cases
  for each statement execute function refuse_change();
