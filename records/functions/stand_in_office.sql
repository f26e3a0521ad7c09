-- Lets somebody go on in this transaction who is in office at its moment, as `let_act`: for what is no act of a case and gets no stamp. Nothing
-- is stored about people until it ends.
create or replace function stand_in_office(p_office jsonb) returns void language plpgsql as $$
begin
  perform hold_offices(false);
  perform let_act(p_office, business_now());
end $$;
