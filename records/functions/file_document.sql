-- A stored request that files a document fixes its version as it was read: in the same transaction, so that what is filed is what was looked at.
-- One that was filed before, refused by its case or filed once more unchanged, is filed by the later request.
create or replace function file_document() returns trigger language plpgsql as $$
begin
  update document_versions v set state = 'filed', filed_act = new.act_id, filed_at = new.stamp
    where v.document = new.body #>> '{document,id}' and v.version = (new.body #>> '{document,version}')::int
      and v.sha256 = new.body #>> '{document,sha256}'
      and not exists (select from document_versions l where l.document = v.document and l.version > v.version);
  if not found then
    raise exception 'request %: document % is not as it was looked at', new.act_id, new.body #>> '{document,id}' using errcode = 'LY001';
  end if;
  return null;
end $$;
