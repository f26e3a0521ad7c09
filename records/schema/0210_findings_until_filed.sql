-- A seal fixes what is signed: values, totals, files, their hash. What is found in a version, and what its makers say to it, belongs to the
-- filing, and is looked for when that comes; only then is it fixed too.
drop trigger document_versions_fixed on document_versions;
create trigger document_versions_fixed before update on document_versions for each row
  when ((old.state in ('sealed', 'filed') and (new."values", new.totals, new.files, new.sha256, new.form_version, new.form_digest, new.saved_at,
      new.saved_by, new.revision) is distinct from (old."values", old.totals, old.files, old.sha256, old.form_version, old.form_digest, old.saved_at,
      old.saved_by, old.revision))
    or (old.state = 'filed' and (new.findings, new.explanations) is distinct from (old.findings, old.explanations)))
  execute function refuse_change();
