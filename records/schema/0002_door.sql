-- What was filed at the door, and the stamp that decides.

create table acts (
  act_id text not null,
  -- One row for each case that the act concerns; empty where no case could be found.
  case_id text not null,
  stamp bigint not null,
  do_what text not null,
  by text not null,
  approved_by text,
  body jsonb not null,
  state text not null default 'stored' check (state in ('stored', 'applied', 'refused')),
  refusal jsonb check ((refusal is not null) = (state = 'refused')),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (act_id, case_id)
);
create index acts_stored on acts (case_id, stamp) where state = 'stored';
create index acts_refused on acts (stamp, act_id) where state = 'refused';
create trigger acts_stay before delete or truncate on acts for each statement execute function refuse_change();
create trigger acts_keep before update of act_id, case_id, stamp, do_what, by, approved_by, body, recorded_at on acts
  for each statement execute function refuse_change();
