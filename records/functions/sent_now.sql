-- Letters with the notices in them, and what was sent to whom; one that is sent once more has gone out once more.
create or replace function sent_now() returns table (kind text, name text, sha256 text) language sql stable as $$
  select 'letter', l.letter, hash_of(jsonb_build_array(l.party_kind, l.party, l.at, l.daily, l.calendar, extract(epoch from l.made_at), o.notices))
    from letters l left join (select letter, jsonb_agg(jsonb_build_array(id, kind, case_id, unit, party_kind, party, role, except_person, template,
        duty, at, say, extract(epoch from recorded_at)) order by id) as notices from outbox where letter is not null group by letter) o using (letter)
  union all
  select 'delivery', d.id || '@' || coalesce(r.n, 0), hash_of(jsonb_build_array(d.letter, d.channel, d.person, d.address, d.at, d.receiver, d.sent_to,
      extract(epoch from d.sent_at), d.answer))
    from deliveries d left join (select letter, count(*) as n from resends group by letter) r on r.letter = d.id where d.sent_at is not null
  union all
  select 'delivery', d.id || '/returned@' || coalesce(r.n, 0), hash_of(jsonb_build_array(extract(epoch from d.returned_at), d.returned_said))
    from deliveries d left join (select letter, count(*) as n from resends group by letter) r on r.letter = d.id where d.returned_at is not null
  union all
  select 'resend', r.n::text, hash_of(jsonb_build_array(r.letter, r.by, r.reason, r.said, extract(epoch from r.recorded_at))) from resends r
$$;
