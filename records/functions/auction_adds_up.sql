-- What is cleared: no more than was offered, and the parts are the whole. What is delivered: what was awarded, once.
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
