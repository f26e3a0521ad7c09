-- Whether something that was anchored may be there no more: a file that nobody ever filed, and what another has taken the place of. Everything
-- else stays.
create or replace function evidence_may_be_gone(p_kind text, p_name text) returns boolean language sql stable as $$
  select case p_kind
    when 'file' then not file_is_named(p_name)
    -- nobody ever filed it and it went; where it was sent again since, it was stored later than that
    when 'upload' then not exists (select from files f where f.sha256 = split_part(p_name, '/', 1) and f.stored_at <= split_part(p_name, '@', 2)::bigint)
    -- the same version was filed once more, by a later request
    when 'filing' then exists (select from document_versions v join requests r on r.act_id = v.filed_act, requests b
      where v.document || '/' || v.version = split_part(p_name, '@', 1) and b.act_id = split_part(p_name, '@', 2) and r.act_id <> b.act_id
        and r.recorded_at >= b.recorded_at and (r.body #>> '{document,id}', r.body #>> '{document,version}') = (b.body #>> '{document,id}', b.body #>> '{document,version}'))
    when 'delivery' then (select count(*) from resends r where r.letter = regexp_replace(p_name, '(/returned)?@[0-9]+$', '')) > substring(p_name from '[0-9]+$')::bigint
    when 'expiry' then exists (select from lots l join revisions_seen() r on r.unit = l.unit
      where l.lot = regexp_replace(p_name, '@[0-9]+$', '') and r.n > substring(p_name from '[0-9]+$')::bigint)
    when 'person' then known_since(split_part(p_name, '@', 1)) > split_part(p_name, '@', 2)::int
    when 'sign-ins' then not sign_ins_stand(p_name::date)
    else false end
$$;
