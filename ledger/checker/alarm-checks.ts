import type { SqlCheck } from './check.js';

/** The list of alarms against the events that raised and released them, and the releases against what two officers asked for. */
export const ALARM_CHECKS: readonly SqlCheck[] = [
  {
    name: 'alarm-misstated',
    zh: '警报清单与警报案件的事件不符',
    en: 'an alarm is not what was raised, or stands released and two officers did not ask for that, or stands open and they did, or counts as over and is not',
    of: 'case',
    sql: `with told as (
        select (e.body #>> '{with,alarm}')::int as alarm, e.at, e.type, e.step_key, e.by, e.body -> 'with' as brings from events e
        where e.case_id = 'alarms' and e.type in ('alarm-raised', 'alarm-released', 'alarm-over')),
      raised as (select alarm, at, step_key, brings from told where type = 'alarm-raised'),
      released as (
        select t.alarm, t.by, t.brings ->> 'approvedBy' as approved_by, t.brings ->> 'reason' as reason
        from told t left join requests r on r.act_id = substr(t.step_key, 5) and t.step_key like 'act:%'
        where t.type = 'alarm-released' and (t.step_key = 'open' or (r.do_what = 'release-alarm' and r.by = t.by
          and r.approved_by = t.brings ->> 'approvedBy' and r.body = t.brings - 'approvedBy'))),
      looked as (
        select coalesce(a.id, r.alarm) as alarm, case
          when a.id is null then 'was raised and is not in the list'
          when r.alarm is null then 'is in the list and was never raised'
          when (a.check_name, a.subject, a.found, to_jsonb(a.units)) is distinct from (r.brings ->> 'check', r.brings ->> 'subject',
            r.brings ->> 'found', nullif(r.brings -> 'units', 'null')) then 'is not what was raised'
          when a.raised_at <> r.at and r.step_key <> 'open' then 'was raised at another instant'
          when a.released_at is null and l.alarm is not null then 'was released and stands open'
          when a.released_at is not null and (a.released_by, a.released_approved_by, a.released_reason)
            is distinct from (l.by, l.approved_by, l.reason) then 'stands released, which nobody asked for'
          when a.over_at is distinct from o.at then 'is over in one and not in the other' end as wrong
        from alarms a full join raised r on r.alarm = a.id left join released l on l.alarm = coalesce(a.id, r.alarm)
          left join told o on o.alarm = a.id and o.type = 'alarm-over')
      select 'alarms' as subject, 'alarm ' || alarm || ' ' || wrong as found from looked where wrong is not null order by alarm`,
  },
];
