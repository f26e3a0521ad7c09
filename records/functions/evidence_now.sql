-- Every file, sealed or filed document and seal as it stands now.
create or replace function evidence_now() returns table (kind text, name text, sha256 text, size bigint)
  language plpgsql stable as $$
begin
  return query select 'file', f.sha256, f.sha256, f.size from public.files f;
  if to_regclass('public.document_versions') is not null then
    return query execute 'select ''document'', document || ''/'' || version, sha256, 0::bigint from public.document_versions
      where state in (''sealed'', ''filed'')';
  end if;
  return query select 'seal', s.seal, encode(sha256(s.signature), 'hex'), length(s.signature)::bigint from public.seals s;
end $$;
