-- Every seal stands under the anchor of the day on which it was first there: a tree of hashes over those that are new, whose root is part of
-- the anchor. So a seal can be shown to be of that day without showing anything of another one.
alter table anchors add column seals text check (seals ~ '^[0-9a-f]{64}$');
create table anchored_seals (
  day date not null references anchors,
  -- In the tree, from 0.
  place int not null check (place >= 0),
  seal text not null unique references seals (seal),
  -- What stands in the tree: the hash of the line about the seal.
  leaf text not null check (leaf ~ '^[0-9a-f]{64}$'),
  primary key (day, place)
);
create trigger anchored_seals_stay before update or delete or truncate on anchored_seals for each statement execute function refuse_change();

-- What an authority for time stamps (RFC 3161) says: that a hash was there at a time. Of an anchor its own hash, of a seal that of its signature.
create table time_stamps (
  n bigint generated always as identity primary key,
  of text not null check (of in ('anchor', 'seal')),
  -- The day, or the seal.
  subject text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  token bytea not null check (length(token) <= 65536),
  authority text not null,
  -- As the authority says.
  stamped_at bigint not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (of, subject)
);
create trigger time_stamps_stay before update or delete or truncate on time_stamps for each statement execute function refuse_change();
