-- What is cleared: no more than was offered, and the parts are the whole. What is delivered: what was awarded, once.
create or replace function auction_adds_up(p_case text, p_type text, p_with jsonb) returns void language plpgsql as $$
begin
  case p_type
    when 'auction-cleared' then perform clearing_adds_up(p_case, p_with);
    when 'auction-settled' then perform payment_adds_up(p_case, p_with);
    when 'result-published' then perform result_adds_up(p_case, p_with);
    else perform delivery_adds_up(p_case, p_type, p_with);
  end case;
end $$;
