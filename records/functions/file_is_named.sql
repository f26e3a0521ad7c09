-- Whether a request names a file: it does so for ever.
create or replace function file_is_filed(p_sha256 text) returns boolean language sql stable as $$
  select exists (select from public.requests where body @? '$.**.sha256'
    and body @? format('$.** ? (@.sha256 == "%s")', p_sha256)::jsonpath)
$$;

-- Whether anything names it, a version of a document too.
create or replace function file_is_named(p_sha256 text) returns boolean language plpgsql stable as $$
declare
  named boolean;
begin
  if public.file_is_filed(p_sha256) then
    return true;
  end if;
  if to_regclass('public.document_versions') is null then
    return false;
  end if;
  execute 'select exists (select from public.document_versions where files @> jsonb_build_array(jsonb_build_object(''sha256'', $1::text)))'
    into named using p_sha256;
  return named;
end $$;
