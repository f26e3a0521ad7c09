-- What an auction pays with: the cover that the exchange has lodged. Nobody wins more than the cover pays, no lot is delivered
-- before what is due is taken from it, and what is made known is the sum of what was delivered.

-- The cover of a bidder as it was last recorded.
create function cover_of(p_case text, p_bidder text) returns numeric language sql stable as $$
  select (body #>> '{with,cover}')::numeric from events
    where case_id = p_case and type = 'cover-recorded' and body #>> '{with,bidder}' = p_bidder order by seq desc limit 1;
$$;

-- The clearing: no more than was offered, the parts are the whole, each part at the one price and within its bidder's cover.
create function clearing_adds_up(p_case text, p_with jsonb) returns void language plpgsql as $$
declare
  offered numeric;
  awarded numeric;
  beyond text;
begin
  select (body #>> '{with,lot}')::numeric into offered from events where case_id = p_case and type = 'auction-announced';
  select coalesce(sum((x ->> 'quantity')::numeric), 0) into awarded from jsonb_array_elements(p_with -> 'awards') x;
  if offered is null or awarded > offered or awarded <> (p_with ->> 'sold')::numeric then
    raise exception 'auction %: awarded are %, sold %, offered %', p_case, awarded, p_with ->> 'sold', offered
      using errcode = 'integrity_constraint_violation';
  end if;
  select x ->> 'bidder' into beyond from jsonb_array_elements(p_with -> 'awards') x
    where (x ->> 'due')::numeric <> round((x ->> 'quantity')::numeric * (p_with ->> 'price')::numeric, 2)
      or coalesce(cover_of(p_case, x ->> 'bidder'), -1) < (x ->> 'due')::numeric limit 1;
  if found then
    raise exception 'auction %: what % is to pay is not quantity times price, or is beyond its cover', p_case, beyond
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;

-- The payment: of every award what is due, of nobody anything else.
create function payment_adds_up(p_case text, p_with jsonb) returns void language plpgsql as $$
begin
  if (select jsonb_agg(jsonb_build_array(x ->> 'bidder', x ->> 'due') order by x ->> 'bidder') from jsonb_array_elements(p_with -> 'paid') x)
      is distinct from (select jsonb_agg(jsonb_build_array(x ->> 'bidder', x ->> 'due') order by x ->> 'bidder')
        from events e cross join lateral jsonb_array_elements(e.body #> '{with,awards}') x
        where e.case_id = p_case and e.type = 'auction-cleared') then
    raise exception 'auction %: what is paid is not what was awarded', p_case using errcode = 'integrity_constraint_violation';
  end if;
end $$;

-- A delivery: what was awarded, once, and paid for.
create function delivery_adds_up(p_case text, p_type text, p_with jsonb) returns void language plpgsql as $$
begin
  if not exists (select from events e cross join lateral jsonb_array_elements(e.body #> '{with,awards}') x
      where e.case_id = p_case and e.type = 'auction-cleared'
        and x ->> 'bidder' = p_with ->> 'bidder' and x ->> 'quantity' = p_with ->> 'quantity')
      or (select count(*) from events where case_id = p_case and type in ('award-delivered', 'award-refused')
        and body #>> '{with,bidder}' = p_with ->> 'bidder') > 1 then
    raise exception 'auction %: % was not awarded to %, or was delivered before', p_case, p_with ->> 'quantity', p_with ->> 'bidder'
      using errcode = 'integrity_constraint_violation';
  end if;
  if p_type = 'award-delivered' and not exists (select from events e cross join lateral jsonb_array_elements(e.body #> '{with,paid}') x
      where e.case_id = p_case and e.type = 'auction-settled'
        and x ->> 'bidder' = p_with ->> 'bidder' and x ->> 'due' = p_with ->> 'due') then
    raise exception 'auction %: what % has to pay is not taken from its cover', p_case, p_with ->> 'bidder'
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;

-- The result: the sum of what was delivered and paid; the rest was never the bidders'.
create function result_adds_up(p_case text, p_with jsonb) returns void language plpgsql as $$
declare
  delivered numeric;
  paid numeric;
begin
  select coalesce(sum((body #>> '{with,quantity}')::numeric), 0), coalesce(sum((body #>> '{with,due}')::numeric), 0)
    into delivered, paid from events where case_id = p_case and type = 'award-delivered';
  if delivered <> (p_with ->> 'sold')::numeric or paid <> (p_with ->> 'proceeds')::numeric
      or (p_with ->> 'offered')::numeric <> delivered + (p_with ->> 'unsold')::numeric then
    raise exception 'auction %: delivered are % for % yuan, published %', p_case, delivered, paid, p_with
      using errcode = 'integrity_constraint_violation';
  end if;
end $$;

create or replace function auction_adds_up() returns trigger language plpgsql as $$
begin
  case new.type
    when 'auction-cleared' then perform clearing_adds_up(new.case_id, new.body -> 'with');
    when 'auction-settled' then perform payment_adds_up(new.case_id, new.body -> 'with');
    when 'result-published' then perform result_adds_up(new.case_id, new.body -> 'with');
    else perform delivery_adds_up(new.case_id, new.type, new.body -> 'with');
  end case;
  return null;
end $$;
drop trigger auction_adds_up on events;
create trigger auction_adds_up after insert on events for each row
  when (new.body ->> 'type' in ('auction-cleared', 'auction-settled', 'award-delivered', 'award-refused', 'result-published'))
  execute function auction_adds_up();
