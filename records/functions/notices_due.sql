-- Notices that stand in no letter yet, with the letter that each belongs to and whether that may leave: its instant has passed by the clock of
-- the case, and nothing more has come to it for a while. An authority's stand together, one letter for the morning and one for midnight; one
-- that comes when its letter has left stands in the next, but for what is due that very day. A unit's of one instant stand together. What
-- p_rule calls `atOnce`, and what is for certain people, stands alone. Where a clock skips, an instant has passed when no case has anything to
-- do before it, or nothing has come for a while; and while a year is played, which holds a lock, to authorities none has.
create or replace function notices_due(p_rule jsonb) returns table (id text, letter text, party_kind text, party text, at bigint, daily boolean)
    language sql stable as $$
  with skipping as (
    select min(v.next_at) as next_at, exists (select 1 from pg_locks h where h.locktype = 'advisory' and h.objsubid = 1
        and h.database = (select d.oid from pg_database d where d.datname = current_database())
        and (h.classid::bigint << 32) | h.objid::bigint = hashtextextended('play', 0)) as played
    from cases c join case_views v using (case_id) where c.clock ? 'skips' and not v.closed
  ), told_last as materialized (
    select a.party_kind, a.party, (select max(l.at) from letters l where l.party_kind = a.party_kind and l.party = a.party and l.daily) as last
    from (select distinct o.party_kind, o.party from outbox o where o.letter is null and o.party_kind in ('district', 'city')) a
  ), clock as materialized (
    select business_now() as now
  ), waiting as materialized (
    select o.*, coalesce(c.clock ? 'skips', false) as skips,
      coalesce((c.clock ->> 'business0')::bigint - (c.clock ->> 'wall0')::bigint + extract(epoch from clock_timestamp()) * 1000, clock.now) as now,
      case when o.party_kind = 'person' or o.role is not null or p_rule -> 'atOnce' ? o.template then 'alone'
        when o.party_kind in ('district', 'city') then 'day' else 'instant' end as stands,
      t.last
    from outbox o cross join clock left join cases c using (case_id) left join told_last t using (party_kind, party) where o.letter is null
  ), slotted as materialized (
    select w.*, authority_slot(w.at, (p_rule ->> 'morning')::int) as slot,
      to_char(to_timestamp(w.at / 1000.0) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from waiting w
  ), placed as materialized (
    select s.*, case
        when s.stands <> 'day' then s.at
        when s.skips or s.slot > coalesce(s.last, 0) then s.slot
        else authority_slot(s.last + 1, (p_rule ->> 'morning')::int) end as due from slotted s
  ), hurried as materialized (
    select p.*, coalesce(p.stands = 'day' and p.say ->> 'dueOn' = p.day
      and to_char(to_timestamp(p.due / 1000.0) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') > p.day, false) as urgent from placed p
  ), lettered as materialized (
    select p.*, case when p.stands = 'alone' or p.urgent then p.id else p.party_kind || '/' || p.party || '/' || p.due end as name,
      case when p.urgent then p.at else p.due end as leaves from hurried p
  ), quiet as (
    select l.*, max(l.recorded_at) over same as newest, min(l.recorded_at) over same as oldest from lettered l window same as (partition by l.name)
  ), due as materialized (
    select l.*
    from quiet l cross join skipping k
    where (p_rule ? 'whenever')
      or case when l.skips then l.stands <> 'day'
          or not k.played and (coalesce(k.next_at >= l.leaves, true) or l.newest <= clock_timestamp() - interval '3 seconds')
        else l.leaves <= l.now end
      and (l.stands = 'alone' or l.urgent
        or l.newest <= clock_timestamp() - (case l.stands when 'day' then p_rule ->> 'quietDay' else p_rule ->> 'quietInstant' end)::int * interval '1 ms'
        or l.oldest <= clock_timestamp() - interval '2 hours')
  ), there as materialized (
    select n.name, (select count(*) from letters b where b.party_kind = n.party_kind and b.party = n.party
      and (b.letter = n.name or starts_with(b.letter, n.name || '/'))) as many
    from (select distinct d.name, d.party_kind, d.party from due d) n
  )
  select d.id, d.name || coalesce('/' || nullif(t.many, 0), ''), d.party_kind, d.party, d.leaves, d.stands = 'day' and not d.urgent
  from due d join there t using (name)
$$;
