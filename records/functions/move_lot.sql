-- Carries what the postings of a transaction make of one lot; outside of them lots_by_postings refuses it.
create or replace function move_lot(p_lot text, p_account text, p_product text, p_quantity bigint) returns boolean language plpgsql as $$
begin
  update lots set quantity = quantity + p_quantity where lot = p_lot and 'unit/' || unit = p_account and product = p_product;
  return found;
end $$;
