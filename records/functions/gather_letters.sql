-- Makes letters of the notices that are due and writes down whom each goes to. Answers how many were made. p_rule: as for notices_due and
-- receivers_of. Planned anew each time: a plan that was made while nothing waited takes minutes where a whole city does.
create or replace function gather_letters(p_rule jsonb) returns int language plpgsql set plan_cache_mode = force_custom_plan as $$
declare
  x record;
  made int := 0;
begin
  if not exists (select from outbox where letter is null) then
    return 0;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('letters', 0));
  for x in select n.letter, n.party_kind, n.party, min(n.at) as at, bool_or(n.daily) as daily, array_agg(n.id) as ids
      from notices_due(p_rule) n group by n.letter, n.party_kind, n.party order by min(n.at), n.letter limit 500 loop
    insert into letters (letter, party_kind, party, at, daily, calendar)
      values (x.letter, x.party_kind, x.party, x.at, x.daily, tell_dates(x.party_kind, x.party, x.ids));
    update outbox set letter = x.letter where id = any (x.ids);
    insert into deliveries (id, letter, channel, person, at, receiver)
      select x.letter || '#' || row_number() over (order by r.channel, r.person nulls first), x.letter, r.channel, r.person, x.at, r.receiver
      from receivers_of(x.letter, p_rule) r;
    made := made + 1;
  end loop;
  return made;
end $$;
