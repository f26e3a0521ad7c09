-- Takes away what need not be kept: of each table so many rows at most, sign-ins never before half a year, whoever asks. It runs with
-- the owner's rights, since the application deletes nothing itself.
create or replace function forget_sign_ins(p_keep_days int, p_most int) returns int
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  day constant bigint := 86400000;
  reached constant bigint := extract(epoch from clock_timestamp()) * 1000;
  gone int;
  also int;
begin
  delete from public.sign_ins where n in (select n from public.sign_ins
    where at < reached - greatest(p_keep_days, 184) * day order by at limit p_most);
  get diagnostics gone = row_count;
  delete from public.sessions where id_hash in (select id_hash from public.sessions where made_at < reached - 2 * day limit p_most);
  get diagnostics also = row_count;
  gone := gone + also;
  delete from public.ended_sign_ins where (issuer, sid) in (select issuer, sid from public.ended_sign_ins
    where at < reached - 2 * day limit p_most);
  get diagnostics also = row_count;
  gone := gone + also;
  delete from public.sign_in_attempts where state_hash in (select state_hash from public.sign_in_attempts
    where made_at < reached - day / 24 limit p_most);
  get diagnostics also = row_count;
  return gone + also;
end $$;
