-- What lies beside the chains is anchored with them: every file that was taken in, every version of a document that is sealed or filed, each
-- once, on the first day after it came. What an anchor says of them is under the anchor's own hash; an anchor of before has none.
alter table anchors add evidence text not null default '';

create table anchored_evidence (
  day date not null references anchors,
  kind text not null check (kind in ('file', 'document')),
  -- A file by its hash, a version of a document as `DOC-000001/2`.
  name text not null,
  -- Of the bytes of a file, of the canonical document.
  sha256 text not null,
  size bigint not null,
  primary key (kind, name)
);
create index anchored_evidence_day on anchored_evidence (day, kind, name);
create trigger anchored_evidence_stay before update or delete or truncate on anchored_evidence
  for each statement execute function refuse_change();
