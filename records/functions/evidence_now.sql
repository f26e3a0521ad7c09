-- Every file, every sealed or filed version of a document, as it stands now; and what no chain tells of itself: with what a case was opened,
-- what a lot is, who asked for what, when, and under which id. Seals are anchored by themselves (see anchored_seals).
create or replace function evidence_now() returns table (kind text, name text, sha256 text, size bigint) language sql stable as $$
  select 'file', f.sha256, f.sha256, f.size from files f
  union all
  select 'document', document || '/' || version, v.sha256, 0::bigint from document_versions v where state in ('sealed', 'filed')
  union all
  select 'opening', c.case_id, encode(sha256(convert_to(jsonb_build_array(c.kind, c.unit, c.cycle, c.opened_at, c.opening)::text, 'UTF8')), 'hex'), 0
    from cases c
  union all
  select 'lot', l.lot,
      encode(sha256(convert_to(jsonb_build_array(l.unit, l.n, l.product, l.vintage, l.origin, l.recorded_on)::text, 'UTF8')), 'hex'), 0
    from lots l
  union all
  select 'request', r.act_id, encode(sha256(convert_to(jsonb_build_array(r.asker, r.id, r.asked, r.do_what, r.by, r.approved_by, r.for_unit, r.cycle, r.body,
      r.stamp, r.caused_by, extract(epoch from r.recorded_at))::text, 'UTF8')), 'hex'), 0
    from requests r
$$;
