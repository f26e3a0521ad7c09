-- Documents: what is filed, by the form that it is filled in on. A document is one party's about one unit; corrected, it has a further version.
-- A version is typed into until it is sealed or filed, and never changed after.

create sequence document_numbers;
create table documents (
  n bigint primary key default nextval('document_numbers'),
  document text not null unique generated always as ('DOC-' || lpad(n::text, greatest(6, length(n::text)), '0')) stored,
  form text not null,
  -- Who makes it: the unit itself, or a verifier.
  party text not null,
  unit text not null,
  cycle int not null,
  month text,
  -- Business time.
  made_at bigint not null,
  made_by text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create unique index documents_once on documents (party, unit, cycle, form, coalesce(month, ''));
create index documents_unit on documents (unit, n);
create trigger documents_stay before update or delete or truncate on documents for each statement execute function refuse_change();

create table document_versions (
  document text not null references documents (document),
  version int not null check (version >= 1),
  form_version int not null,
  form_digest text not null,
  "values" jsonb not null,
  -- As they were computed when it was saved; null where the form has none.
  totals jsonb,
  -- What was found when it was last checked, and what its makers say to it, by the names of the findings.
  findings jsonb not null default '[]',
  explanations jsonb not null default '{}',
  -- [{name, sha256, size}]
  files jsonb not null default '[]',
  -- Of the canonical document.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null check (state in ('draft', 'checked', 'sealed', 'filed')),
  -- Grows with every save: who saves says which they saw.
  revision int not null default 1,
  saved_at bigint not null,
  saved_by text not null,
  -- The request that filed it, and its stamp.
  filed_act text references requests,
  filed_at bigint,
  check ((state = 'filed') = (filed_act is not null) and (filed_act is null) = (filed_at is null)),
  primary key (document, version)
);
create index document_versions_filed on document_versions (filed_act) where filed_act is not null;
create trigger document_versions_stay before delete or truncate on document_versions for each statement execute function refuse_change();
create trigger document_versions_fixed before update on document_versions for each row
  when (old.state in ('sealed', 'filed') and (new."values", new.totals, new.findings, new.explanations, new.files, new.sha256, new.form_version,
    new.form_digest, new.saved_at, new.saved_by, new.revision) is distinct from (old."values", old.totals, old.findings, old.explanations, old.files,
    old.sha256, old.form_version, old.form_digest, old.saved_at, old.saved_by, old.revision))
  execute function refuse_change();

-- Written anew with every migration, in a function of its own: a request that files a document fixes its version.
create function file_document() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger requests_file_documents after insert on requests for each row
  when (new.body #>> '{document,sha256}' is not null and new.state is distinct from 'refused') execute function file_document();
