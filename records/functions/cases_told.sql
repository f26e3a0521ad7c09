-- The cases that p_other's account and the claims on both accounts would tell, without the one that acts.
create or replace function cases_told(p_case text, p_unit text, p_other text) returns text[] language plpgsql as $$
begin
  return (select array_agg(distinct t.told) from (
      select a.case_id from accounts a where a.unit = p_other
      union all
      select x ->> 'case' from accounts a cross join lateral jsonb_array_elements(a.claims) x where a.unit in (p_unit, p_other) and a.claims <> '[]'
    ) t (told) where t.told <> p_case);
end $$;
