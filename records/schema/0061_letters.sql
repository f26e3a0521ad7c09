-- A letter is claimed with a lease and sent outside of any transaction; each is marked by itself. One that was refused for good is not
-- tried again by itself: somebody has to mend its address.
alter table outbox add claimed_until timestamptz, add refused_at timestamptz,
  add receiver text generated always as (lower(split_part(recipient, '@', 2))) stored,
  add constraint outbox_ended_once check (sent_at is null or refused_at is null);
drop index outbox_waiting;
create index outbox_waiting on outbox (retry_at, at, id) where sent_at is null and refused_at is null;
create index outbox_claimed on outbox (receiver, claimed_until) where claimed_until is not null and sent_at is null and refused_at is null;
create index outbox_refused on outbox (refused_at) where refused_at is not null;
