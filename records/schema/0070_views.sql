-- What is shown of a case, kept beside it so that an inbox, a report, punctuality are one query. Written with the step that changes it, never
-- asked when a step is decided, made anew from the events at any time: no part of the book's truth.

create table case_views (
  case_id text primary key references cases,
  kind text not null,
  unit text not null,
  cycle int not null,
  rehearsal boolean not null,
  opened_at bigint not null,
  -- The version of what made it.
  made int not null,
  name text not null,
  district text,
  unit_kind text,
  phase text not null,
  status text,
  closed boolean not null,
  next_at bigint,
  next_duty text,
  next_what text,
  waits_for text,
  waits_on text,
  waits_until date,
  holds jsonb not null,
  figures jsonb
) with (fillfactor = 70);
create index case_views_cycle on case_views (cycle, unit);

create table case_duties (
  case_id text not null,
  n int not null,
  duty text not null,
  owed_by text not null,
  state text not null,
  due_on date not null,
  done_at bigint,
  late boolean,
  waits boolean not null,
  since bigint,
  missed boolean not null,
  primary key (case_id, n)
) with (fillfactor = 80);
create index case_duties_waiting on case_duties (owed_by, case_id) where waits;

create table case_matters (
  case_id text not null,
  n int not null,
  kind text not null,
  what text not null,
  owed_by text not null,
  due_on date,
  since date not null,
  primary key (case_id, n)
);

create table case_checks (
  case_id text not null,
  n int not null,
  "check" text not null,
  district text not null,
  filed_at bigint not null,
  missed_at bigint,
  checked_at bigint,
  checked_by text,
  overtaken boolean not null,
  primary key (case_id, n)
);

-- Written anew with every migration, with what is shown of the case after the step.
drop function if exists add_step(text, int, text, text, bigint, int, text, jsonb, jsonb);
drop function if exists take_step(text, int, text, text, bigint, int, text, jsonb, jsonb, jsonb);
drop function if exists write_movement(text, int, text, text, bigint, int, text, jsonb, jsonb, jsonb, jsonb);
drop function if exists carry_out(text, int, text, text, bigint, int, text, jsonb, jsonb, jsonb, jsonb, jsonb);
drop function if exists write_step(text, int, text, text, bigint, int, text, jsonb, jsonb, jsonb, jsonb, jsonb);
