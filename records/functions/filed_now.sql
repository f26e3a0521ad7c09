-- Documents: whose each is, what a sealed or filed version says, and which act filed it last, once a case has taken that.
create or replace function filed_now() returns table (kind text, name text, sha256 text) language sql stable as $$
  select 'document', v.document || '/' || v.version, v.sha256 from document_versions v where v.state in ('sealed', 'filed')
  union all
  select 'paper', d.document, hash_of(jsonb_build_array(d.form, d.party, d.unit, d.cycle, d.month, d.made_at, d.made_by,
      extract(epoch from d.recorded_at))) from documents d
  union all
  select 'version', v.document || '/' || v.version, hash_of(jsonb_build_array(v.form_version, v.form_digest, v."values", v.totals, v.files, v.sha256,
      v.revision, v.saved_at, v.saved_by)) from document_versions v where v.state in ('sealed', 'filed')
  union all
  select 'filing', v.document || '/' || v.version || '@' || v.filed_act, hash_of(jsonb_build_array(v.filed_act, v.filed_at, v.findings, v.explanations))
    from document_versions v where v.state = 'filed' and exists (select from acts a where a.act_id = v.filed_act and a.role = 'decides' and a.state = 'applied')
$$;
