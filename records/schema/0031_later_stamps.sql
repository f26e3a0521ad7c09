-- Two acts of one case never share a stamp of the database's clock: which comes first is decided here, not by whoever hands over faster.
-- A rehearsal names its stamps, and the order in which it plays them.
create or replace function store_act(p_act text, p_cases text[], p_stamp bigint, p_do text, p_by text, p_approved text, p_body jsonb,
    out stamp bigint, out known boolean) language plpgsql as $$
#variable_conflict use_column
declare
  played bigint;
  waiting bigint;
begin
  -- one door at a time for each case: the next one sees what this one stored
  perform from cases where case_id = any (p_cases) order by case_id for no key update;
  select max(c.played_to) into played from cases c where c.case_id = any (p_cases) having count(*) = cardinality(p_cases);
  if played is null and cardinality(p_cases) > 0 then
    raise exception 'act %: not every case of % is in the book', p_act, p_cases using errcode = 'foreign_key_violation';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_act, 0));
  select a.stamp into store_act.stamp from acts a where a.act_id = p_act limit 1;
  known := found;
  if p_stamp is null and not known then
    select max(a.stamp) + 1 into waiting from acts a where a.case_id = any (p_cases) and a.state = 'stored';
  end if;
  store_act.stamp := coalesce(store_act.stamp, p_stamp, greatest(floor(extract(epoch from clock_timestamp()) * 1000)::bigint, played, waiting));
  insert into acts (act_id, case_id, stamp, do_what, by, approved_by, body)
    select p_act, c, store_act.stamp, p_do, p_by, p_approved, p_body
    from unnest(case when cardinality(p_cases) = 0 then array[''] else p_cases end) c
    on conflict do nothing;
end $$;
