-- What leaves a case leaves from here, written in the transaction of its step.

create table outbox (
  -- `CASE/SEQ/K`: stable, so that whoever receives it twice can tell.
  id text primary key,
  kind text not null default 'mail' check (kind in ('mail', 'message')),
  case_id text not null references cases,
  unit text not null,
  recipient text not null,
  template text not null,
  duty text,
  at bigint not null,
  say jsonb not null default '{}',
  sent_at timestamptz,
  attempts int not null default 0,
  last_error text,
  retry_at timestamptz not null default '-infinity'
);
create index outbox_waiting on outbox (retry_at, at, id) where sent_at is null;
create index outbox_unit on outbox (unit);
create trigger outbox_stays before delete or truncate on outbox for each statement execute function refuse_change();
create trigger outbox_keeps before update of id, kind, case_id, unit, recipient, template, duty, at, say on outbox
  for each statement execute function refuse_change();
