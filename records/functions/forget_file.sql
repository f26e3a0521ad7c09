-- Takes a file off the list that nobody has sent or asked for since an instant of the wall clock, never before 30 days, and that nothing
-- names. It runs with the owner's rights, since the application deletes nothing itself. Whoever took it off removes it from the store in
-- the same transaction, holding the lock under which a file is put there.
create or replace function forget_file(p_sha256 text, p_before bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  earliest constant bigint := least(p_before, (extract(epoch from clock_timestamp()) * 1000)::bigint - 30 * 86400000::bigint);
begin
  -- held, so that whoever asks for it now waits, and either keeps it or finds none
  perform from public.files where sha256 = p_sha256 and asked_at < earliest for update;
  if not found or public.file_is_named(p_sha256) then
    return false;
  end if;
  delete from public.file_uploads where sha256 = p_sha256;
  delete from public.files where sha256 = p_sha256;
  return true;
end $$;
