-- Whether something that stays names a file: a request, or a version of a document.
create or replace function file_is_named(p_sha256 text) returns boolean language plpgsql stable as $$
declare
  named boolean;
begin
  if exists (select from requests where body @? '$.**.sha256'
      and body @? format('$.** ? (@.sha256 == "%s")', p_sha256)::jsonpath) then
    return true;
  end if;
  if to_regclass('public.document_versions') is null then
    return false;
  end if;
  execute 'select exists (select from document_versions where files @> jsonb_build_array(jsonb_build_object(''sha256'', $1::text)))'
    into named using p_sha256;
  return named;
end $$;
