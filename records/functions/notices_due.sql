-- Notices that stand in no letter yet, with the letter that each belongs to and whether that may leave: its instant has passed by the clock of
-- the case, and nothing more has come to it for a while. An authority's stand together, one letter for the morning and one for midnight; one
-- that comes when its letter has left stands in the next, but for what is due that very day. A unit's of one instant stand together. What
-- p_rule calls `atOnce`, and what is for certain people, stands alone. Where a clock skips, an instant has passed when no case has anything to
-- do before it, or nothing has come for a while.
create or replace function notices_due(p_rule jsonb) returns table (id text, letter text, party_kind text, party text, at bigint, daily boolean)
    language sql stable as $$
  with skipping as (
    select min(v.next_at) as next_at from cases c join case_views v using (case_id) where c.clock ? 'skips' and not v.closed
  ), waiting as (
    select o.*, coalesce(c.clock ? 'skips', false) as skips,
      coalesce((c.clock ->> 'business0')::bigint - (c.clock ->> 'wall0')::bigint + extract(epoch from clock_timestamp()) * 1000, business_now()) as now,
      case when o.party_kind = 'person' or o.role is not null or p_rule -> 'atOnce' ? o.template then 'alone'
        when o.party_kind in ('district', 'city') then 'day' else 'instant' end as stands,
      (select max(l.at) from letters l where l.party_kind = o.party_kind and l.party = o.party and l.daily) as last
    from outbox o left join cases c using (case_id) where o.letter is null
  ), slotted as (
    select w.*, authority_slot(w.at, (p_rule ->> 'morning')::int) as slot,
      to_char(to_timestamp(w.at / 1000.0) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from waiting w
  ), placed as (
    select s.*, case
        when s.stands <> 'day' then s.at
        when s.skips or s.slot > coalesce(s.last, 0) then s.slot
        else authority_slot(s.last + 1, (p_rule ->> 'morning')::int) end as due from slotted s
  ), hurried as (
    select p.*, coalesce(p.stands = 'day' and p.say ->> 'dueOn' = p.day
      and to_char(to_timestamp(p.due / 1000.0) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') > p.day, false) as urgent from placed p
  ), lettered as (
    select p.*, case when p.stands = 'alone' or p.urgent then p.id else p.party_kind || '/' || p.party || '/' || p.due end as name,
      case when p.urgent then p.at else p.due end as leaves from hurried p
  ), quiet as (
    select l.name, max(l.recorded_at) as newest, min(l.recorded_at) as oldest from lettered l group by l.name
  )
  select l.id, l.name || coalesce('/' || nullif((select count(*) from letters b where b.letter = l.name or b.letter like replace(l.name, '_', '\_') || '/%'), 0), ''),
    l.party_kind, l.party, l.leaves, l.stands = 'day' and not l.urgent
  from lettered l join quiet q using (name) cross join skipping k
  where (p_rule ? 'whenever')
    or case when l.skips then l.stands <> 'day' or coalesce(k.next_at >= l.leaves, true) or q.newest <= clock_timestamp() - interval '3 seconds'
      else l.leaves <= l.now end
    and (l.stands = 'alone' or l.urgent
      or q.newest <= clock_timestamp() - (case l.stands when 'day' then p_rule ->> 'quietDay' else p_rule ->> 'quietInstant' end)::int * interval '1 ms'
      or q.oldest <= clock_timestamp() - interval '2 hours')
$$;
