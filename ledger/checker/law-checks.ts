import type { SqlCheck } from './check.js';

/**
 * Where offsets were given or applied for, or the emissions under their caps set: how many stood for the case there, of
 * what emissions, and the law then in force: that of the case's opening, or of the last amendment in its chain before.
 */
const JUDGED = `moved as (
    select e.case_id, e.seq, e.type, l.product, l.origin, l.recorded_on,
      case e.type when 'given-back' then -(x ->> 'quantity')::numeric else (x ->> 'quantity')::numeric end as quantity
    from events e cross join lateral jsonb_array_elements(coalesce(e.body #> '{with,moves}', e.body #> '{with,lots}')) x
    join lots l on l.lot = x ->> 'lot'
    where e.type in ('surrendered', 'collected', 'given-back', 'offsets-applied-for') and l.product <> 'allowance'
    union all
    select b.case_id, b.seq, b.type, m.product, m.origin, null::date, b.sign * m.quantity
    from (select case_id, seq, type, 1 as sign, body #> '{with,covered}' as x from events where type = 'surrendered' and body #> '{with}' ? 'tookPlaceOn'
      union all select case_id, seq, type, -1, body #> '{with,before}' from events where type = 'given-back' and body #> '{with}' ? 'before') b
    cross join lateral (values ('ccer', 'outside', (x ->> 'outside')::numeric),
      ('offset', 'beijing', (x ->> 'offsets')::numeric - (x ->> 'outside')::numeric)) m (product, origin, quantity) where m.quantity > 0),
  points as (
    select case_id, seq from moved where type <> 'given-back'
    union
    select e.case_id, max(s.seq) from events e join events s using (case_id, step_key)
      where e.type in ('emissions-confirmed', 'emissions-corrected') and e.case_id in (select case_id from moved) group by e.case_id, e.step_key),
  judged as (
    select e.case_id, e.seq, e.at, (e.body #>> '{with,tookPlaceOn}')::date as took, e.type, coalesce(r.offsets, c.opening #> '{terms,offsets}') as law, coalesce(f.tonnes, 0) as tonnes, m.offsets, m.outside
    from points join events e using (case_id, seq) join cases c using (case_id)
    left join lateral (select a.body #> '{with,values,offsets}' as offsets from events a where a.case_id = e.case_id and a.seq < e.seq
      and a.type = 'revision-adopted' and a.body #> '{with,values,offsets}' is not null order by a.seq desc limit 1) r on true
    left join lateral (select (a.body #>> '{with,emissions}')::numeric as tonnes from events a where a.case_id = e.case_id and a.seq <= e.seq
      and a.type in ('emissions-confirmed', 'emissions-corrected') order by a.seq desc limit 1) f on true
    cross join lateral (select coalesce(sum(v.quantity), 0) as offsets,
        coalesce(sum(v.quantity) filter (where v.product = 'ccer' and v.origin = 'outside'), 0) as outside
      from moved v where v.case_id = e.case_id and v.seq <= e.seq and (v.type <> 'offsets-applied-for' or v.seq = e.seq)) m)`;

/** The Beijing day of an event; of what was taken over the day on which it took place. */
const DAY = `coalesce(j.took, (timestamp 'epoch' + j.at * interval '1 millisecond' + interval '8 hours')::date)`;

/** What the law in force at an event says of the offsets that it gave or applied for. */
export const LAW_CHECKS: readonly SqlCheck[] = [
  {
    name: 'offset-cap-exceeded',
    zh: '抵销量超过当时有效的上限',
    en: 'offsets given or applied for, or those of them from outside Beijing, exceed their share of the confirmed emissions by the law in force at the event',
    of: 'event',
    sql: `with ${JUDGED} select distinct on (case_id) case_id || '/' || seq as subject,
        offsets || ' offsets, ' || outside || ' from outside, of ' || tonnes || ' t' as found from judged
      where offsets > floor(tonnes * coalesce((law ->> 'share')::numeric, 0)) or outside > floor(tonnes * coalesce((law ->> 'outsideShare')::numeric, 0))
      order by case_id, seq`,
  },
  {
    name: 'offset-not-eligible',
    zh: '所用抵销产品在当日不可使用',
    en: 'an offset was given or applied for before it was recorded, or an old one after the last day on which the law in force at the event lets it be used',
    of: 'event',
    sql: `with ${JUDGED} select distinct on (j.case_id) j.case_id || '/' || j.seq as subject,
        m.product || ' recorded on ' || m.recorded_on || ', used on ' || ${DAY} as found from judged j join moved m using (case_id, seq)
      where m.type <> 'given-back' and (m.recorded_on > ${DAY} or m.product = 'ccer'
        and m.recorded_on <= (j.law ->> 'oldRecordedUpTo')::date and ${DAY} > (j.law ->> 'oldUsableTo')::date)
      order by j.case_id, j.seq`,
  },
];
