-- The heads of all cases, anchored together once a day. A chain that somebody wrote anew from its beginning, with all its hashes, agrees
-- with itself; it does not agree with what was anchored of it before, nor with an anchor that is kept outside the database.

create table anchors (
  -- A Beijing day.
  day date primary key,
  cases int not null check (cases >= 0),
  events bigint not null check (events >= 0),
  transactions bigint not null check (transactions >= 0),
  -- Over the heads of all cases as they were anchored last, in order of case.
  heads text not null,
  -- The hash of the anchor before; empty for the first.
  before text not null,
  -- Over all of it.
  hash text not null,
  recorded_at timestamptz not null default clock_timestamp()
);

-- Of each anchor the cases that had moved since the one before.
create table anchored_heads (
  day date not null references anchors,
  case_id text not null,
  seq int not null check (seq > 0),
  head text not null,
  -- Over the seals of the case's ledger transactions up to that event; empty where it has none.
  moved text not null,
  primary key (case_id, day)
);
create index anchored_heads_day on anchored_heads (day, case_id);

create trigger anchors_stay before update or delete or truncate on anchors for each statement execute function refuse_change();
create trigger anchored_heads_stay before update or delete or truncate on anchored_heads for each statement execute function refuse_change();

create function anchor_follows() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger anchor_follows after insert on anchors for each row execute function anchor_follows();
