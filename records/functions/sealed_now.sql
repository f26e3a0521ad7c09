-- Seals with what stands beside their lines, what they were judged by, and receipts.
create or replace function sealed_now() returns table (kind text, name text, sha256 text) language sql stable as $$
  select 'seal', s.seal, hash_of(jsonb_build_array(s.manifest_sha256, s.party, s.kind, s.algorithm, s.certificate, s.made_by,
      extract(epoch from s.recorded_at))) from seals s
  union all
  select 'revocation-list', r.sha256, hash_of(jsonb_build_array(r.sha256, extract(epoch from r.recorded_at))) from revocation_lists r
  union all
  select 'time-stamp', t.of || '/' || t.subject, hash_of(jsonb_build_array(t.sha256, encode(sha256(t.token), 'hex'), t.authority, t.stamped_at,
      extract(epoch from t.recorded_at))) from time_stamps t
  union all
  select 'receipt', r.code, hash_of(jsonb_build_array(r.act_id, r.made_at)) from receipts r
  union all
  select 'receipt-seal', r.sha256, hash_of(jsonb_build_array(r.text, encode(sha256(r.signature), 'hex'), r.made_at)) from receipt_seals r
$$;
