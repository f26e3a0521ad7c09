-- An auction is a case: its events stand in one chain with all others, its acts come in by the same door. What the door must
-- never hold of it before the close is refused here as well, whoever writes.

create function keep_bids_sealed() returns trigger language plpgsql as $$
begin
  if new.do_what = 'file-bid' then
    if new.body - 'auction' - 'commitment' <> '{}'::jsonb
        or (new.case_id <> '' and coalesce(new.body ->> 'commitment', '') !~ '^[0-9a-f]{64}$') then
      raise exception 'act %: a sealed bid is a commitment and nothing else', new.act_id using errcode = 'check_violation';
    end if;
  elsif new.body ?| array['nonce', 'lines'] and not exists (
      select from events where case_id = new.case_id and type = 'bidding-closed') then
    raise exception 'act %: the bidding of % is not closed, nothing of a bid may be stored', new.act_id, new.case_id
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger keep_bids_sealed after insert on acts for each row
  when (new.do_what in ('file-bid', 'open-bid', 'withdraw-bid')) execute function keep_bids_sealed();

-- What is cleared: no more than was offered, and the parts are the whole. What is delivered: what was awarded, once.
create function auction_adds_up() returns trigger language plpgsql as $$
declare
  offered numeric;
  awarded numeric;
begin
  if new.type = 'auction-cleared' then
    select (body #>> '{with,lot}')::numeric into offered from events where case_id = new.case_id and type = 'auction-announced';
    select coalesce(sum((x ->> 'quantity')::numeric), 0) into awarded from jsonb_array_elements(new.body #> '{with,awards}') x;
    if offered is null or awarded > offered or awarded <> (new.body #>> '{with,sold}')::numeric then
      raise exception 'auction %: awarded are %, sold %, offered %', new.case_id, awarded, new.body #>> '{with,sold}', offered
        using errcode = 'integrity_constraint_violation';
    end if;
  elsif not exists (select from events e cross join lateral jsonb_array_elements(e.body #> '{with,awards}') x
      where e.case_id = new.case_id and e.type = 'auction-cleared'
        and x ->> 'bidder' = new.body #>> '{with,bidder}' and x ->> 'quantity' = new.body #>> '{with,quantity}')
      or (select count(*) from events where case_id = new.case_id and type in ('award-delivered', 'award-refused')
        and body #>> '{with,bidder}' = new.body #>> '{with,bidder}') > 1 then
    raise exception 'auction %: % was not awarded to %, or was delivered before', new.case_id, new.body #>> '{with,quantity}',
      new.body #>> '{with,bidder}' using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger auction_adds_up after insert on events for each row
  when (new.body ->> 'type' in ('auction-cleared', 'award-delivered', 'award-refused')) execute function auction_adds_up();

-- An announcement was stored at the door before there was a case to store it for; it is applied with the first step.
create function apply_announcement(p_act text) returns void language sql as $$
  update acts set state = 'applied' where act_id = p_act and case_id = '' and state = 'stored';
$$;
