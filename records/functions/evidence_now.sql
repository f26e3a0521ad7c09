-- What lies beside the chains, as it stands now, one line a thing: what each is made of is under its hash. What may still change lawfully is
-- not listed before it has come to rest, or under a name that says how often it has changed (`@N`). Seals of a day stand besides in a tree of
-- their own (see anchored_seals).
create or replace function evidence_now() returns table (kind text, name text, sha256 text, size bigint) language sql stable as $$
  select 'file', f.sha256, f.sha256, f.size from files f
  union all
  select 'upload', u.sha256 || '/' || u.n || '@' || u.at, hash_of(jsonb_build_array(u.party, u.by, u.name, u.size, u.at, f.type, f.stored_at, f.stored_by, f.party)), 0
    from file_uploads u join files f using (sha256)
  union all
  select 'opening', c.case_id, hash_of(jsonb_build_array(c.kind, c.unit, c.cycle, c.opened_at, c.opening)), 0 from cases c
  union all
  select 'lot', l.lot, hash_of(jsonb_build_array(l.unit, l.n, l.product, l.vintage, l.origin, l.recorded_on)), 0 from lots l
  union all
  select 'expiry', l.lot || '@' || coalesce(r.n, 0), hash_of(jsonb_build_array(l.expires_on)), 0
    from lots l left join revisions_seen() r on r.unit = l.unit
  union all
  select 'request', r.act_id, hash_of(jsonb_build_array(r.asker, r.id, r.asked, r.do_what, r.by, r.approved_by, r.for_unit, r.cycle, r.body,
      r.stamp, r.caused_by, extract(epoch from r.recorded_at))), 0 from requests r
  union all
  select e.kind, e.name, e.sha256, 0 from filed_now() e
  union all
  select e.kind, e.name, e.sha256, 0 from sent_now() e
  union all
  select e.kind, e.name, e.sha256, 0 from sealed_now() e
  union all
  select e.kind, e.name, e.sha256, 0 from done_now() e
$$;
