-- Who proposed what and was shown what, who is known by which sign-in, who signed in on a day that is over, who took work on, who helped a case
-- on, what nobody believed, and what kind of platform this is.
create or replace function done_now() returns table (kind text, name text, sha256 text) language sql stable as $$
  select 'approval', a.approval, hash_of(jsonb_build_array(a.case_id, a.act_id, a.cycle, a.act, a.proposed_by, a.person, a.stamp, a.lapses_on,
      (select jsonb_agg(jsonb_build_array(l.line, l.about, l.act, l.for_unit, l.cycle, l.body) order by l.line) from approval_lines l
        where l.approval = a.approval))) from approvals a
  union all
  select 'preview', p.approval || '/' || p.digest, hash_of(jsonb_build_array(p.lines, extract(epoch from p.made_at))) from previews p
  union all
  select 'person', p.person || '@' || known_since(p.person), hash_of(jsonb_build_array(p.salt, p.name, p.mail, p.telephone,
      (select jsonb_agg(jsonb_build_array(i.issuer, i.subject) order by i.issuer, i.subject) from identities i where i.person = p.person)))
    from persons p where p.erased_at is null
  union all
  select 'sign-ins', s.day::text, hash_of(jsonb_agg(jsonb_build_array(s.n, s.at, s.what, s.how, s.issuer, s.subject, s.client, s.why, s.network)
      order by s.n)) from (select *, sign_in_day(at) as day from sign_ins) s where sign_ins_stand(s.day) group by s.day
  union all
  select 'claim', n::text, hash_of(jsonb_build_array(party, item, since, person, by, at)) from inbox_claims
  union all
  select 'claim', n || '/end', hash_of(jsonb_build_array(ended_at, ended_by)) from inbox_claims where ended_at is not null
  union all
  select 'substitute', n::text, hash_of(jsonb_build_array(party, person, substitute, from_day, until_day, at)) from inbox_substitutes
  union all
  select 'substitute', n || '/end', hash_of(jsonb_build_array(ended_at)) from inbox_substitutes where ended_at is not null
  union all
  select 'attempt', n::text, hash_of(jsonb_build_array(case_id, step_key, why, message, extract(epoch from recorded_at))) from attempts
  union all
  select 'revival', n::text, hash_of(jsonb_build_array(case_id, by, reason, stood_still, extract(epoch from recorded_at))) from revivals
  union all
  select 'platform', 'platform', hash_of(jsonb_build_array(p.kind, extract(epoch from p.made_at))) from platform p
$$;
