-- Every file, and every sealed or filed version of a document, as it stands now. Seals are anchored by themselves (see anchored_seals).
create or replace function evidence_now() returns table (kind text, name text, sha256 text, size bigint) language sql stable as $$
  select 'file', f.sha256, f.sha256, f.size from files f
  union all
  select 'document', document || '/' || version, v.sha256, 0::bigint from document_versions v where state in ('sealed', 'filed')
$$;
