-- Whether something that was anchored may be there no more: a file that nobody ever filed, and what another has taken the place of. Everything
-- else stays.
create or replace function evidence_may_be_gone(p_kind text, p_name text) returns boolean language sql stable as $$
  select case p_kind
    when 'file' then not file_is_named(p_name)
    when 'upload' then not exists (select from files f where f.sha256 = split_part(p_name, '/', 1))
    when 'delivery' then (select count(*) from resends r where r.letter = regexp_replace(p_name, '(/returned)?@[0-9]+$', '')) > substring(p_name from '[0-9]+$')::bigint
    when 'expiry' then exists (select from lots l join revisions_seen() r on r.unit = l.unit
      where l.lot = regexp_replace(p_name, '@[0-9]+$', '') and r.n > substring(p_name from '[0-9]+$')::bigint)
    when 'person' then known_since(split_part(p_name, '@', 1)) > split_part(p_name, '@', 2)::int
    when 'sign-ins' then not sign_ins_stand(p_name::date)
    else false end
$$;
