-- The dates that a letter to a unit tells, as calendars keep them: what it reminds of, a number on where the date moved or comes back; what was
-- told before and has moved since; and what is owed no more, which is taken out of them.
create or replace function tell_dates(p_kind text, p_party text, p_ids text[]) returns jsonb language plpgsql as $$
declare
  told jsonb;
begin
  if p_kind <> 'unit' then
    return '[]';
  end if;
  insert into calendar_dates as d (party_kind, party, uid, case_id, duty, due_on, sequence)
    select distinct on (o.duty) p_kind, p_party, c.cycle || '-' || replace(o.duty, '/', '-') || '@luyue', o.case_id, o.duty, (o.say ->> 'dueOn')::date,
      coalesce((c.opening #>> '{terms,revision}')::int - 1, 0)
    from outbox o join cases c using (case_id)
    where o.id = any (p_ids) and o.template in ('reminder', 'returned') and o.duty is not null and o.say ->> 'dueOn' ~ '^\d{4}-\d\d-\d\d$'
    order by o.duty, o.at desc
    on conflict (party_kind, party, uid) do update set due_on = excluded.due_on, cancelled = false, case_id = excluded.case_id,
      sequence = d.sequence + case when d.due_on = excluded.due_on and not d.cancelled then 0 else 1 end;
  with over as (
    update calendar_dates d set cancelled = true, sequence = d.sequence + 1 from case_duties x
      where d.party_kind = p_kind and d.party = p_party and not d.cancelled and x.case_id = d.case_id and x.duty = d.duty
        and x.state in ('done', 'not-required', 'missing', 'overdue')
      returning d.*
  ), moved as (
    update calendar_dates d set due_on = x.due_on, sequence = d.sequence + 1 from case_duties x
      where d.party_kind = p_kind and d.party = p_party and not d.cancelled and x.case_id = d.case_id and x.duty = d.duty
        and x.state in ('pending', 'returned') and x.due_on <> d.due_on
      returning d.*
  ), changed as (
    select uid, duty, due_on, sequence, cancelled from over union all select uid, duty, due_on, sequence, cancelled from moved
  )
  select coalesce(jsonb_agg(jsonb_build_object('uid', e.uid, 'duty', e.duty, 'dueOn', e.due_on, 'sequence', e.sequence, 'cancelled', e.cancelled)
      order by e.uid), '[]') into told
    from (select uid, duty, due_on, sequence, cancelled from changed
      union all select d.uid, d.duty, d.due_on, d.sequence, d.cancelled from calendar_dates d join outbox o
        on o.id = any (p_ids) and o.case_id = d.case_id and o.duty = d.duty and o.template in ('reminder', 'returned')
        where d.party_kind = p_kind and d.party = p_party and not exists (select from changed v where v.uid = d.uid)) e;
  return told;
end $$;
