-- The stamp of what is decided at the desk about these cases, with them held: the business clock, later than what they have played and than
-- what waits for them; every act that comes of it is stored under the same.
create or replace function stamp_for(p_cases text[]) returns bigint language sql as $$
  select greatest(business_now(),
    (select max(played_to) from cases where case_id = any (p_cases)),
    (select max(stamp) + 1 from acts where case_id = any (p_cases) and state in ('stored', 'ready')))
$$;
