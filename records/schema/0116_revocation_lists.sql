-- Lists of revoked certificates as they were known when a seal was made, each once: a seal's evidence names them by their hash.
create table revocation_lists (
  sha256 text primary key,
  der bytea not null check (encode(sha256(der), 'hex') = sha256),
  recorded_at timestamptz not null default clock_timestamp()
);
create trigger revocation_lists_stay before update or delete or truncate on revocation_lists for each statement
  execute function refuse_change();
