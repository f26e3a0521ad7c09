-- Whom a letter goes to: the party's own address, its system, and its people in office at the moment of the letter whose role reads such
-- letters and who have not muted all that it tells. A letter for certain people goes to them; to the party where none of them has an address.
create or replace function receivers_of(p_letter text, p_rule jsonb) returns table (channel text, person text, receiver text)
    language sql stable as $$
  with it as (
    select l.party_kind, l.party, l.at, max(o.role) as role, max(o.except_person) as except_person, array_agg(distinct o.template) as told
    from letters l join outbox o using (letter) where l.letter = p_letter group by l.letter
  ), own as (
    select case when it.party_kind = 'person' then 'city' else it.party_kind end as kind,
      case when it.party_kind = 'person' then 'city' else it.party end as party, it.party_kind = 'person' or it.role is not null as certain from it
  ), mailed as (
    select o.certain, c.webhook, c.telephone,
      lower(coalesce(c.mail, o.party || '@' || (p_rule -> 'domains' ->> o.kind))) as mail
    from own o left join contacts c on c.kind = o.kind and c.party = o.party
  ), people as (
    select distinct on (lower(p.mail)) p.person, lower(p.mail) as mail from it cross join persons p
    left join appointments a on a.person = p.person and a.kind = it.party_kind and a.party = it.party
      and a.from_at <= it.at and (a.until_at is null or a.until_at > it.at)
    left join letter_wishes w on w.person = p.person
    where p.mail is not null and p.suspended_at is null and p.erased_at is null and p.person is distinct from it.except_person
      and case when it.party_kind = 'person' then p.person = it.party
        else a.id is not null and case when it.role is not null then a.role = it.role else p_rule -> 'readers' -> it.party_kind ? a.role end end
      and (it.role is not null or not coalesce(it.told <@ w.muted, false))
    order by lower(p.mail), p.person
  )
  select 'mail', null, split_part(m.mail, '@', 2) from mailed m where not m.certain or not exists (select from people)
  union all
  select 'mail', p.person, split_part(p.mail, '@', 2) from people p cross join mailed m where p.mail <> m.mail or m.certain
  union all
  select 'webhook', null, 'webhook/' || o.kind || '/' || o.party from mailed m cross join own o where m.webhook is not null and not m.certain
  union all
  select 'sms', null, 'sms' from mailed m cross join it
    where m.telephone is not null and not m.certain and (p_rule ->> 'sms')::boolean and it.party_kind = 'unit'
      and it.told && array(select jsonb_array_elements_text(p_rule -> 'called'))
$$;
