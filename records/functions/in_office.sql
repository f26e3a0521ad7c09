-- Whether whoever acts is in every office named at an instant; `open` where what is stored about people and not decided may change just that.
-- p: {person, client, held: [{kind, party, roles}]}; the client where a program of theirs asks.
create or replace function in_office(p jsonb, p_at bigint) returns text language sql stable as $$
  with waiting as (
    select r.do_what, r.body from acts a join requests r on r.act_id = a.act_id where a.case_id = 'people' and a.state in ('stored', 'ready')
  ), stands as (
    select exists (select from persons s where s.person = p ->> 'person' and s.suspended_at is null and s.erased_at is null)
      and (not p ? 'client' or exists (select from clients c where c.client = p ->> 'client' and c.ended_event is null))
      and not exists (select from jsonb_array_elements(p -> 'held') h where not exists (
        select from appointments a where a.person = p ->> 'person' and a.kind = h ->> 'kind' and a.party = h ->> 'party'
          and h -> 'roles' ? a.role and a.from_at <= p_at and (a.until_at is null or a.until_at > p_at))) as held
  )
  select case
    when exists (select from waiting w where w.do_what in ('suspend-person', 'erase-person') and w.body ->> 'person' = p ->> 'person'
        or w.do_what = 'end-client' and w.body ->> 'client' = p ->> 'client'
        or w.do_what = 'end-appointment' and w.body ->> 'appointment' in (select a.id::text from appointments a where a.person = p ->> 'person'))
      then 'open'
    when s.held then 'held'
    when exists (select from waiting w where w.do_what in ('appoint', 'lift-suspension') and w.body ->> 'person' = p ->> 'person') then 'open'
    else 'not-held' end
  from stands s
$$;
