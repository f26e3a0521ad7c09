-- What the door must never hold of a bid before the close is refused here as well, whoever writes.
create or replace function keep_bids_sealed() returns trigger language plpgsql as $$
declare
  r record;
begin
  select do_what, body into r from requests where act_id = new.act_id;
  if r.do_what = 'file-bid' and (r.body - 'auction' - 'commitment' <> '{}'::jsonb or coalesce(r.body ->> 'commitment', '') !~ '^[0-9a-f]{64}$') then
    raise exception 'act %: a sealed bid is a commitment and nothing else', new.act_id using errcode = 'check_violation';
  elsif r.do_what in ('open-bid', 'withdraw-bid') and r.body ?| array['nonce', 'lines'] and not exists (
      select from events where case_id = new.case_id and type = 'bidding-closed') then
    raise exception 'act %: the bidding of % is not closed, nothing of a bid may be stored', new.act_id, new.case_id
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
