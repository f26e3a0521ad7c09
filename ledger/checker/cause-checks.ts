import type { Check } from './check.js';

/** What events say they moved, one row a lot: onto the unit's account, or off it to another side of the book. */
const MOVED = `told as (
    select e.step_key, e.type, x ->> 'lot' as lot, (x ->> 'quantity')::numeric as quantity
    from events e cross join lateral jsonb_array_elements(coalesce(e.body #> '{with,moves}', e.body #> '{with,lots}')) x
    where e.type in ('credited', 'taken-back', 'surrendered', 'collected', 'lots-expired', 'allowances-sold', 'allowances-bought')),
  by_events as (
    select step_key, lot, 'unit' as side, case when type in ('credited', 'allowances-bought') then quantity else -quantity end as quantity from told
    union all
    select step_key, lot, case type when 'credited' then 'issuance' when 'taken-back' then 'taken-back' when 'lots-expired' then 'expired' else 'surrendered' end,
      case when type = 'credited' then -quantity else quantity end
    from told where type not in ('allowances-sold', 'allowances-bought')),
  by_postings as (
    select substr(t.id, length(t.case_id) + 2) as step_key, p.lot, case when p.account like 'unit/%' then 'unit' else p.account end as side, p.quantity
    from postings p join transactions t on t.id = p.tx),
  sums as (
    select step_key, lot, side, sum(e) as e, sum(p) as p
    from (select step_key, lot, side, quantity as e, 0 as p from by_events union all select step_key, lot, side, 0, quantity from by_postings) both_sides
    group by step_key, lot, side)`;

/** What a case's events gave towards its obligation. */
const GIVEN = `given as (
    select e.case_id, l.product, l.origin, sum((x ->> 'quantity')::numeric) as quantity
    from events e cross join lateral jsonb_array_elements(e.body #> '{with,moves}') x join lots l on l.lot = x ->> 'lot'
    where e.type in ('surrendered', 'collected') group by e.case_id, l.product, l.origin),
  confirmed as (
    select e.case_id, c.unit, c.opening #> '{terms,offsets}' as offsets, (e.body #>> '{with,emissions}')::numeric as tonnes
    from events e join cases c using (case_id) where e.type = 'emissions-confirmed'),
  ran as (select distinct case_id from events where type = 'collected')`;

/** What the postings must be against the events that caused them, and against the law's bounds. */
export const CAUSE_CHECKS: readonly Check[] = [
  {
    name: 'transaction-without-cause',
    zh: '交易没有对应的事件',
    en: 'a transaction names an event that is not the first of its step',
    sql: `select t.id as subject, 'event ' || t.seq || ' of ' || t.case_id as found from transactions t
      where not exists (select from events e where e.case_id = t.case_id and e.seq = t.seq and e.k = 1 and t.id = t.case_id || ':' || e.step_key)`,
  },
  {
    name: 'events-against-postings',
    zh: '事件所述数量与分录不符',
    en: 'a step’s events tell of other tonnes than its postings move',
    sql: `with ${MOVED} select step_key || ' ' || lot as subject, side || ': events ' || e || ', postings ' || p as found from sums where e <> p`,
  },
  {
    name: 'covered-against-moves',
    zh: '事件中的抵扣构成与批次不符',
    en: 'a surrender or collection states other allowances and offsets than the lots it moved',
    sql: `select e.case_id || '/' || e.seq as subject, e.body #>> '{with,covered}' as found from events e
      cross join lateral (select coalesce(sum(q) filter (where l.product = 'allowance'), 0) as allowances,
          coalesce(sum(q) filter (where l.product <> 'allowance'), 0) as offsets,
          coalesce(sum(q) filter (where l.product = 'ccer' and l.origin = 'outside'), 0) as outside
        from (select x ->> 'lot' as lot, (x ->> 'quantity')::numeric as q from jsonb_array_elements(e.body #> '{with,moves}') x) m
        left join lots l using (lot)) s
      where e.type in ('surrendered', 'collected')
        and (s.allowances, s.offsets, s.outside) is distinct from ((e.body #>> '{with,covered,allowances}')::numeric,
          (e.body #>> '{with,covered,offsets}')::numeric, (e.body #>> '{with,covered,outside}')::numeric)`,
  },
  {
    name: 'obligation-misstated',
    zh: '应清缴量不是核定排放量向上取整',
    en: 'an obligation is not the confirmed emissions rounded up to whole tonnes',
    sql: `select case_id as subject, body #>> '{with,obligation}' as found from events
      where type = 'emissions-confirmed' and (body #>> '{with,obligation}')::numeric <> ceil((body #>> '{with,emissions}')::numeric)`,
  },
  {
    name: 'obligation-exceeded',
    zh: '清缴与收缴之和超过应清缴量',
    en: 'more was surrendered and collected than is owed',
    sql: `with ${GIVEN} select g.case_id as subject, sum(g.quantity) || ' of ' || coalesce(ceil(c.tonnes)::text, 'nothing') as found
      from given g left join confirmed c using (case_id) group by g.case_id, c.tonnes having sum(g.quantity) > coalesce(ceil(c.tonnes), 0)`,
  },
  {
    name: 'offset-cap-exceeded',
    zh: '抵销量超过上限',
    en: 'offsets, or those from outside Beijing, exceed their share of the confirmed emissions',
    sql: `with ${GIVEN}, used as (
        select g.case_id, sum(g.quantity) as offsets, coalesce(sum(g.quantity) filter (where g.product = 'ccer' and g.origin = 'outside'), 0) as outside
        from given g where g.product <> 'allowance' group by g.case_id)
      select u.case_id as subject, u.offsets || ' offsets, ' || u.outside || ' from outside' as found from used u join confirmed c using (case_id)
      where u.offsets > floor(c.tonnes * coalesce((c.offsets ->> 'share')::numeric, 0)) or u.outside > floor(c.tonnes * coalesce((c.offsets ->> 'outsideShare')::numeric, 0))`,
  },
  {
    name: 'shortfall-misstated',
    zh: '账户缺口与应清缴量、已清缴量不符',
    en: 'an account’s shortfall is not what its case still owes after a collection',
    sql: `with ${GIVEN}, owed as (
        select a.unit, a.shortfall, coalesce((select ceil(c.tonnes) - coalesce((select sum(quantity) from given g where g.case_id = c.case_id), 0)
          from confirmed c join ran using (case_id) where c.case_id = a.case_id), 0) as due from accounts a)
      select unit as subject, shortfall || ' on the account, ' || due || ' by the events' as found from owed where shortfall <> due`,
  },
  {
    name: 'debt-misstated',
    zh: '账户欠还量与核发、收回不符',
    en: 'an account’s debt is not what was pre-allocated beyond the final allocation, less what was taken back',
    sql: `with decided as (
        select case_id, max((body #>> '{with,quantity}')::numeric) filter (where type = 'pre-allocated') as pre,
          max((body #>> '{with,quantity}')::numeric) filter (where type = 'allocated') as final,
          coalesce(sum((body #>> '{with,quantity}')::numeric) filter (where type = 'taken-back'), 0) as back
        from events where type in ('pre-allocated', 'allocated', 'taken-back') group by case_id),
      due as (select a.unit, a.debt, case when d.final is null then 0 else greatest(coalesce(d.pre, 0) - d.final, 0) end - coalesce(d.back, 0) as due
        from accounts a left join decided d on d.case_id = a.case_id)
      select unit as subject, debt || ' on the account, ' || due || ' by the events' as found from due where debt <> due`,
  },
];
