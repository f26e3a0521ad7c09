-- What an officer proposes and another is to approve. The case of each tells what became of it; its row and its lines stand beside it, so that
-- what waits is found by one query. A line is one act; the request that came of it names the approval as what caused it.
create sequence approval_numbers;
create table approvals (
  approval text primary key,
  case_id text not null unique references cases,
  -- Of the request by which it was proposed.
  act_id text not null unique references requests,
  cycle int not null,
  act text not null,
  proposed_by text not null,
  person text not null,
  stamp bigint not null,
  lapses_on date not null,
  waiting boolean not null default true
);
create index approvals_waiting on approvals (stamp) where waiting;

create table approval_lines (
  approval text not null references approvals,
  line int not null check (line > 0),
  -- What it is about, as nothing else may be proposed meanwhile: a case, an alarm, an auction; and by which act.
  about text not null,
  act text not null,
  for_unit text,
  cycle int,
  body jsonb not null,
  waiting boolean not null default true,
  -- Of the act that came of it.
  act_id text unique references requests,
  primary key (approval, line)
);
create unique index approval_lines_once on approval_lines (about, act) where waiting;

-- What an approver was shown: the digest of the whole, and of each line.
create table previews (
  digest text not null,
  approval text not null references approvals,
  lines jsonb not null,
  made_at timestamptz not null default clock_timestamp(),
  primary key (approval, digest)
);

create trigger approvals_stay before delete or truncate on approvals for each statement execute function refuse_change();
create trigger approvals_keep before update of approval, case_id, act_id, cycle, act, proposed_by, person, stamp, lapses_on
  on approvals for each statement execute function refuse_change();
create trigger approval_lines_stay before delete or truncate on approval_lines for each statement execute function refuse_change();
create trigger approval_lines_keep before update of approval, line, about, act, for_unit, cycle, body
  on approval_lines for each statement execute function refuse_change();
