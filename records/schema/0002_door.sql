-- What was filed at the door, and the stamp that decides.

create table acts (
  act_id text not null,
  -- One row for each case that the act concerns; empty where no case could be found.
  case_id text not null,
  stamp bigint not null,
  do_what text not null,
  by text not null,
  approved_by text,
  body jsonb not null,
  state text not null default 'stored' check (state in ('stored', 'applied', 'refused')),
  refusal jsonb check ((refusal is not null) = (state = 'refused')),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (act_id, case_id)
);
create index acts_stored on acts (case_id, stamp) where state = 'stored';
create index acts_refused on acts (stamp, act_id) where state = 'refused';
create trigger acts_stay before delete or truncate on acts for each statement execute function refuse_change();
create trigger acts_keep before update of act_id, case_id, stamp, do_what, by, approved_by, body, recorded_at on acts
  for each statement execute function refuse_change();

-- Stores an act for its cases under one stamp. Each case is held for share before the stamp is taken; an instant holds its
-- case against that before it looks: so no instant passes an act that was stamped before it, committed or not.
-- The stamp is the database's clock, never earlier than what the cases have already played. The same id keeps its first stamp.
create function store_act(p_act text, p_cases text[], p_stamp bigint, p_do text, p_by text, p_approved text, p_body jsonb,
    out stamp bigint, out known boolean) language plpgsql as $$
#variable_conflict use_column
declare
  played bigint;
begin
  perform from cases where case_id = any (p_cases) order by case_id for share;
  select max(c.played_to) into played from cases c where c.case_id = any (p_cases) having count(*) = cardinality(p_cases);
  if played is null and cardinality(p_cases) > 0 then
    raise exception 'act %: not every case of % is in the book', p_act, p_cases using errcode = 'foreign_key_violation';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_act, 0));
  select a.stamp into store_act.stamp from acts a where a.act_id = p_act limit 1;
  known := found;
  store_act.stamp := coalesce(store_act.stamp, p_stamp, greatest(floor(extract(epoch from clock_timestamp()) * 1000)::bigint, played));
  insert into acts (act_id, case_id, stamp, do_what, by, approved_by, body)
    select p_act, c, store_act.stamp, p_do, p_by, p_approved, p_body
    from unnest(case when cardinality(p_cases) = 0 then array[''] else p_cases end) c
    on conflict do nothing;
end $$;
