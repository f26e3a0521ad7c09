import type { SqlCheck } from './check.js';

/** What was filed against the requests that filed it, the last of them where it was filed more than once: whose, about whom, which version, when. */
export const DOCUMENT_CHECKS: readonly SqlCheck[] = [
  {
    name: 'document-misfiled',
    zh: '文档与报送它的请求不符',
    en: 'a document counts as filed by a request that names another or none, or at another time; is of another unit or cycle than its case; or was filed and does not count as that',
    of: 'unit',
    sql: `with asked as (
        select r.act_id, r.stamp, r.body #>> '{document,id}' as document, (r.body #>> '{document,version}')::int as version,
          r.body #>> '{document,sha256}' as sha256, a.case_id, a.state,
          row_number() over (partition by r.body #>> '{document,id}', r.body #>> '{document,version}' order by r.recorded_at desc, length(r.act_id) desc, r.act_id desc) = 1 as last
        from requests r left join acts a on a.act_id = r.act_id and a.role = 'decides'
        where r.body #>> '{document,sha256}' is not null and r.state is distinct from 'refused'),
      filed as (select v.*, d.unit, d.cycle from document_versions v join documents d using (document) where v.state = 'filed'),
      looked as (
        select coalesce(c.unit, f.unit, '') as unit, coalesce(f.document || '/' || f.version, q.document || '/' || q.version) as version, case
          when q.act_id is null then 'counts as filed by a request that filed no document'
          when f.document is null then case when q.last and q.state = 'applied' then 'was filed by act ' || q.act_id || ' and does not count as filed by it' end
          when (f.document, f.version, f.sha256) is distinct from (q.document, q.version, q.sha256)
            then 'counts as filed by act ' || q.act_id || ', which filed ' || q.document || '/' || q.version
          when f.filed_at <> q.stamp then 'counts as filed at another instant than that of act ' || q.act_id
          when c.unit <> f.unit then 'is about ' || f.unit || ', and act ' || q.act_id || ' filed it for ' || c.unit
          when c.cycle <> f.cycle then 'is of cycle ' || f.cycle || ', and act ' || q.act_id || ' filed it for ' || c.cycle end as wrong
        from filed f full join asked q on q.act_id = f.filed_act
          left join cases c on c.case_id = q.case_id and c.kind in ('compliance-cycle', 'monthly-evidence', 'general-report', 'verification'))
      select unit as subject, version || ' ' || wrong as found from looked where wrong is not null order by version`,
  },
];
