-- What operators are to look at and what holds nobody up: a file that is not what it was, or is infected; a character that no paper can show.
-- Instants are of the wall clock.
create table troubles (
  n bigint generated always as identity primary key,
  kind text not null check (kind in ('stored-file', 'infected-file', 'missing-glyph')),
  subject text not null check (length(subject) <= 500),
  said text not null check (length(said) <= 1000),
  at bigint not null,
  -- When it was found to be mended.
  ended_at bigint
);
create unique index troubles_open on troubles (kind, subject, said) where ended_at is null;
create trigger troubles_stay before delete or truncate on troubles for each statement execute function refuse_change();
create trigger troubles_keep before update of n, kind, subject, said, at on troubles for each statement execute function refuse_change();

-- When a request was found first that names a file: from then on nobody looks whether it may go.
alter table files add filed_at bigint;
create index files_not_filed on files (asked_at) where filed_at is null;
