-- Files that were taken in, each once, whoever sent it; the bytes stand in the store, under the same name. Who sent one, and under which
-- name, is beside it: whose a file is follows from that. Instants are of the wall clock: nothing is judged by when a file came.
create table files (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  -- The media type, by what is in it.
  type text not null check (length(type) between 3 and 200),
  -- By a scanner: that it is clean, or what was found in it later on; or that none has looked at it.
  scanned text not null check (scanned in ('clean', 'unscanned', 'infected')),
  scanned_at bigint,
  -- Who sent it first, as acts name people, and for which party.
  stored_at bigint not null,
  stored_by text not null,
  party text not null,
  -- When somebody wanted to name it last: what is being filed does not go meanwhile.
  asked_at bigint not null,
  -- When it was read last to see whether it is still what it was.
  read_at bigint,
  check ((scanned = 'unscanned') = (scanned_at is null))
);
create index files_to_read on files (read_at nulls first, sha256);
create index files_unscanned on files (stored_at) where scanned = 'unscanned';

create table file_uploads (
  n bigint generated always as identity primary key,
  sha256 text not null references files,
  party text not null,
  -- As acts name people: `BJ-0001/p-0007`.
  by text not null,
  name text not null check (length(name) between 1 and 200),
  size bigint not null,
  at bigint not null
);
create index file_uploads_of on file_uploads (sha256, party);
create index file_uploads_day on file_uploads (party, at);

-- Which requests name files: what is named never goes.
create index requests_files on requests using gin (body) where body @? '$.**.sha256';

create trigger file_uploads_stay before update or truncate on file_uploads for each statement execute function refuse_change();
create trigger files_stay before truncate on files for each statement execute function refuse_change();
create trigger files_keep before update of sha256, size, type, stored_at, stored_by, party on files
  for each statement execute function refuse_change();
