import type { SqlCheck } from './check.js';

/** The side of the book to which what an event tells of goes, and the sign with which it comes to the unit. */
const SIDES = `sides (type, of, side, sign) as (values
    ('credited', null, 'issuance', 1), ('taken-back', null, 'taken-back', -1), ('lots-expired', null, 'expired', -1),
    ('surrendered', null, 'surrendered', -1), ('collected', null, 'surrendered', -1), ('given-back', null, 'surrendered', 1),
    ('cancelled', null, 'cancelled', -1), ('movement-reversed', 'cancelled', 'cancelled', 1), ('movement-reversed', 'credited', 'issuance', -1),
    ('allowances-sold', null, null, -1), ('allowances-bought', null, null, 1))`;

/** What events say they moved, one row a lot: onto the unit's account, or off it to another side of the book. */
const MOVED = `${SIDES},
  told as (
    select coalesce(substr(t.id, length(t.case_id) + 2), e.step_key) as step_key, s.side, s.sign, x ->> 'lot' as lot, (x ->> 'quantity')::numeric as quantity
    from events e join sides s on s.type = e.type and (s.of is null or s.of = e.body #>> '{with,of}')
    left join transactions t on e.step_key like 'of:%' and t.id = substr(e.step_key, 4)
    cross join lateral jsonb_array_elements(coalesce(e.body #> '{with,moves}', e.body #> '{with,lots}')) x),
  by_events as (
    select step_key, lot, 'unit' as side, sign * quantity as quantity from told
    union all
    select step_key, lot, side, -sign * quantity from told where side is not null),
  by_postings as (
    select substr(t.id, length(t.case_id) + 2) as step_key, p.lot, split_part(p.account, '/', 1) as side, p.quantity
    from postings p join transactions t on t.id = p.tx),
  sums as (
    select step_key, lot, side, sum(e) as e, sum(p) as p
    from (select step_key, lot, side, quantity as e, 0 as p from by_events union all select step_key, lot, side, 0, quantity from by_postings) both_sides
    group by step_key, lot, side)`;

/** What was surrendered before the platform was taken into service, and what of it goes back: no lot of this book moved for it. */
const BEFORE = `select case_id, type, jsonb_build_object('quantity', ((x ->> 'allowances')::numeric + (x ->> 'offsets')::numeric)::text)
        from (select case_id, type, case type when 'surrendered' then body #> '{with,covered}' else body #> '{with,before}' end as x
          from events where type = 'surrendered' and body #> '{with}' ? 'tookPlaceOn' or type = 'given-back' and body #> '{with}' ? 'before') b`;

/** What a case's events gave towards its obligation, less what went back. */
export const GIVEN = `given as (
    select e.case_id, sum(case e.type when 'given-back' then -(x ->> 'quantity')::numeric else (x ->> 'quantity')::numeric end) as quantity
    from (select case_id, type, x from events e cross join lateral jsonb_array_elements(e.body #> '{with,moves}') x
        where e.type in ('surrendered', 'collected', 'given-back')
      union all ${BEFORE}) e (case_id, type, x) group by e.case_id),
  confirmed as (
    select distinct on (e.case_id) e.case_id,
      case when c.opening #>> '{unit,mustSettle}' = 'false' then 0 else ceil((e.body #>> '{with,emissions}')::numeric) end as owes
    from events e join cases c using (case_id) where e.type in ('emissions-confirmed', 'emissions-corrected') order by e.case_id, e.seq desc)`;

/** What accounts say that cases claim of them. */
export const CLAIMED = `claimed as (
    select x ->> 'case' as case_id, a.unit, (x ->> 'debt')::numeric as debt, (x ->> 'shortfall')::numeric as shortfall
    from accounts a cross join lateral jsonb_array_elements(a.claims) x)`;

/** What the postings must be against the events that caused them, and against what is owed. */
export const CAUSE_CHECKS: readonly SqlCheck[] = [
  {
    name: 'transaction-without-cause',
    zh: '交易没有对应的事件',
    en: 'a transaction names an event that is not the first of its step',
    of: 'transaction',
    sql: `select t.id as subject, 'event ' || t.seq || ' of ' || t.case_id as found from transactions t
      where not exists (select from events e where e.case_id = t.case_id and e.seq = t.seq and e.k = 1 and t.id = t.case_id || ':' || e.step_key)`,
  },
  {
    name: 'events-against-postings',
    zh: '事件所述数量与分录不符',
    en: 'a step’s events tell of other tonnes than its postings move',
    of: 'lot',
    sql: `with ${MOVED} select step_key || ' ' || lot as subject, side || ': events ' || e || ', postings ' || p as found from sums where e <> p`,
  },
  {
    name: 'covered-against-moves',
    zh: '事件中的抵扣构成与批次不符',
    en: 'a surrender or collection states other allowances and offsets than the lots it moved',
    of: 'event',
    sql: `select e.case_id || '/' || e.seq as subject, e.body #>> '{with,covered}' as found from events e
      cross join lateral (select coalesce(sum(q) filter (where l.product = 'allowance'), 0) as allowances,
          coalesce(sum(q) filter (where l.product <> 'allowance'), 0) as offsets,
          coalesce(sum(q) filter (where l.product = 'ccer' and l.origin = 'outside'), 0) as outside
        from (select x ->> 'lot' as lot, (x ->> 'quantity')::numeric as q from jsonb_array_elements(e.body #> '{with,moves}') x) m
        left join lots l using (lot)) s
      where e.type in ('surrendered', 'collected') and not e.body #> '{with}' ? 'tookPlaceOn'
        and (s.allowances, s.offsets, s.outside) is distinct from ((e.body #>> '{with,covered,allowances}')::numeric,
          (e.body #>> '{with,covered,offsets}')::numeric, (e.body #>> '{with,covered,outside}')::numeric)`,
  },
  {
    name: 'obligation-misstated',
    zh: '应清缴量不是核定排放量向上取整',
    en: 'an obligation is not the confirmed emissions rounded up to whole tonnes, or not nothing where the unit need not settle',
    of: 'case',
    sql: `select case_id as subject, body #>> '{with,obligation}' as found from events join cases c using (case_id)
      where type in ('emissions-confirmed', 'emissions-corrected') and (body #>> '{with,obligation}')::numeric
        <> case when c.opening #>> '{unit,mustSettle}' = 'false' then 0 else ceil((body #>> '{with,emissions}')::numeric) end`,
  },
  {
    name: 'obligation-exceeded',
    zh: '清缴与收缴之和超过应清缴量',
    en: 'more was surrendered and collected than is owed',
    of: 'case',
    sql: `with ${GIVEN} select g.case_id as subject, sum(g.quantity) || ' of ' || coalesce(c.owes::text, 'nothing') as found
      from given g left join confirmed c using (case_id) group by g.case_id, c.owes having sum(g.quantity) > coalesce(c.owes, 0)`,
  },
];
