-- What an auction pays with: the cover that the exchange has lodged. Nobody wins more than the cover pays, no lot is delivered
-- before what is due is taken from it, and what is made known is the sum of what was delivered.

drop trigger auction_adds_up on events;
create trigger auction_adds_up after insert on events for each row
  when (new.body ->> 'type' in ('auction-cleared', 'auction-settled', 'award-delivered', 'award-refused', 'result-published'))
  execute function auction_adds_up();
