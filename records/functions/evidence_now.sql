-- Every file, every sealed or filed version of a document, as it stands now; and what no chain tells of itself: with what a case was opened, and
-- what a lot is. Seals are anchored by themselves (see anchored_seals).
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
$$;
