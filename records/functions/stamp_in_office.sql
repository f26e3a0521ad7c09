-- The same for whoever decides, in office at that stamp; where a rehearsal's case is among them, by the business clock.
create or replace function stamp_in_office(p_cases text[], p_office jsonb) returns bigint language plpgsql as $$
declare
  stamp bigint;
begin
  perform hold_offices(false);
  stamp := stamp_for(p_cases);
  perform let_act(p_office, case when exists (
    select from cases c where c.case_id = any (p_cases) and c.clock ->> 'wall0' <> c.clock ->> 'business0') then business_now() else stamp end);
  return stamp;
end $$;
