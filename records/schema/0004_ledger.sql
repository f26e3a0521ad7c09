-- The account book. Double entry: what a lot holds changes by postings and by nothing else.

create table accounts (
  unit text primary key,
  mail text not null,
  -- The case that is told of credits.
  case_id text not null references cases,
  debt bigint not null default 0 check (debt >= 0),
  shortfall bigint not null default 0 check (shortfall >= 0),
  frozen boolean not null default false,
  -- Counts the transactions that changed it or its lots: what was decided of an older one is not written.
  version bigint not null default 0
);
create trigger accounts_stay before delete or truncate on accounts for each statement execute function refuse_change();
create trigger accounts_keep before update of unit on accounts for each statement execute function refuse_change();

create table lots (
  lot text primary key,
  unit text not null references accounts,
  -- Its place in the order of credit.
  n int not null check (n > 0),
  product text not null check (product in ('allowance', 'ccer', 'carbon-inclusive')),
  vintage int,
  origin text check (origin in ('beijing', 'outside')),
  recorded_on date,
  expires_on date,
  quantity bigint not null default 0 check (quantity >= 0),
  unique (unit, n)
) with (fillfactor = 80);
create trigger lots_stay before delete or truncate on lots for each statement execute function refuse_change();
create trigger lots_keep before update of lot, unit, n, product, vintage, origin, recorded_on on lots
  for each statement execute function refuse_change();

create function refuse_quantity() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger lots_begin_empty before insert on lots for each row when (new.quantity <> 0) execute function refuse_quantity();
create trigger lots_by_postings before update of quantity on lots for each row
  when (old.quantity is distinct from new.quantity and pg_trigger_depth() = 0) execute function refuse_quantity();

create table transactions (
  -- `CASE:STEPKEY`: the cause, and with it the key that lets nothing happen twice.
  id text primary key,
  case_id text not null references cases,
  -- The first event of its step.
  seq int not null,
  -- The business instant; recorded_at is when it was written. The two are never mixed.
  at bigint not null,
  by text not null,
  -- Over all of it and its postings.
  hash text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index transactions_case on transactions (case_id, seq);
create trigger transactions_stay before update or delete or truncate on transactions for each statement execute function refuse_change();

create table postings (
  tx text not null references transactions,
  n int not null check (n > 0),
  account text not null check (account in ('issuance', 'surrendered', 'taken-back', 'expired') or account like 'unit/%'),
  lot text not null references lots,
  product text not null,
  quantity bigint not null check (quantity <> 0),
  primary key (tx, n)
);
create index postings_lot on postings (lot);
create index postings_account on postings (account);
create trigger postings_stay before update or delete or truncate on postings for each statement execute function refuse_change();

create function postings_move() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger postings_move after insert on postings referencing new table as written for each statement execute function postings_move();
