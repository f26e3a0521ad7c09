import { CLAIMED, GIVEN } from './cause-checks.js';
import type { SqlCheck } from './check.js';

/** What is claimed from accounts, set aside on them, and whether they are frozen, against the events that made it so. */
export const CLAIM_CHECKS: readonly SqlCheck[] = [
  {
    name: 'shortfall-misstated',
    zh: '账户缺口与应清缴量、已清缴量不符',
    en: 'the shortfall that a case claims of an account is not what it still owes after its collection',
    of: 'unit',
    sql: `with ${GIVEN}, ${CLAIMED}, ran as (
        select case_id from events where type in ('collection-run', 'nothing-to-collect', 'collection-reopened')
        group by case_id having (array_agg(type order by seq desc))[1] <> 'collection-reopened'),
      owed as (select c.case_id, c.owes - coalesce((select sum(quantity) from given g where g.case_id = c.case_id), 0) as due
        from confirmed c join ran using (case_id))
      select coalesce(k.unit, o.case_id) as subject, coalesce(k.shortfall, 0) || ' on the account, ' || coalesce(o.due, 0) || ' by the events of ' || coalesce(o.case_id, k.case_id) as found
      from claimed k full join owed o using (case_id) where coalesce(k.shortfall, 0) <> coalesce(o.due, 0)`,
  },
  {
    name: 'debt-misstated',
    zh: '账户欠还量与核发、收回不符',
    en: 'the debt that a case claims of an account is not what it was to give back by its allocations, less what was taken back',
    of: 'unit',
    sql: `with ${CLAIMED}, asked as (
        select case_id, max((body #>> '{with,quantity}')::numeric) filter (where type = 'pre-allocated') as pre,
          max((body #>> '{with,quantity}')::numeric) filter (where type = 'allocated') as final,
          sum(greatest((body #>> '{with,before}')::numeric - (body #>> '{with,quantity}')::numeric, 0)) filter (where type = 'allocation-corrected') as corrected,
          coalesce(sum((body #>> '{with,quantity}')::numeric) filter (where type = 'taken-back'), 0) as back,
          min(seq) filter (where type = 'unit-left') < coalesce(min(seq) filter (where type = 'emissions-confirmed'), 2147483647) as gone
        from events where type in ('pre-allocated', 'allocated', 'allocation-corrected', 'taken-back', 'unit-left', 'emissions-confirmed') group by case_id),
      due as (select case_id, case when gone then coalesce(pre, 0) when final is null then 0 else greatest(coalesce(pre, 0) - final, 0) end + coalesce(corrected, 0) - back as due from asked)
      select coalesce(k.unit, d.case_id) as subject, coalesce(k.debt, 0) || ' on the account, ' || coalesce(d.due, 0) || ' by the events of ' || coalesce(d.case_id, k.case_id) as found
      from claimed k full join due d using (case_id) where coalesce(k.debt, 0) <> coalesce(d.due, 0)`,
  },
  {
    name: 'claims-off-total',
    zh: '账户欠还量、缺口与各案件主张之和不符',
    en: 'the debt or shortfall of an account is not the sum of what cases claim of it',
    of: 'unit',
    sql: `with ${CLAIMED} select a.unit as subject, a.debt || ' debt, ' || a.shortfall || ' shortfall' as found from accounts a
      where (a.debt, a.shortfall) <> (select coalesce(sum(k.debt), 0), coalesce(sum(k.shortfall), 0) from claimed k where k.unit = a.unit)`,
  },
  {
    name: 'claim-of-nobody',
    zh: '账户主张所属案件不存在，或未主张任何数量',
    en: 'what is claimed of an account is of a case that is not there, or is nothing',
    of: 'unit',
    sql: `select a.unit as subject, x::text as found from accounts a cross join lateral jsonb_array_elements(a.claims) x
      where not exists (select from cases c where c.case_id = x ->> 'case')
        or coalesce((x ->> 'debt')::numeric, 0) <= 0 and coalesce((x ->> 'shortfall')::numeric, 0) <= 0`,
  },
  {
    name: 'account-astray',
    zh: '账户不在本单位的案件中',
    en: 'an account is held by no case, or by one of another unit, or is missing where a case holds one',
    of: 'unit',
    sql: `select a.unit as subject, 'held by ' || coalesce(a.case_id, 'no case') as found from accounts a
      where not exists (select from cases c where c.case_id = a.case_id and c.unit = a.unit)
      union all
      select distinct c.unit, 'has no account' from cases c
      where c.kind in ('compliance-cycle', 'general-report') and not exists (select from accounts a where a.unit = c.unit)`,
  },
  {
    name: 'reserved-without-application',
    zh: '批次预留量超过未决或获准的抵销申请',
    en: 'more of a lot is set aside than open applications for offsets name and have not used',
    of: 'lot',
    sql: `with ended as (
        select case_id, max(seq) filter (where type = 'offsets-applied-for') as applied,
          max(seq) filter (where type in ('offsets-rejected', 'collection-run', 'nothing-to-collect')) as over
        from events where type in ('offsets-applied-for', 'offsets-rejected', 'collection-run', 'nothing-to-collect') group by case_id),
      named as (
        select e.case_id, e.seq, x ->> 'lot' as lot, (x ->> 'quantity')::numeric as quantity from ended n
        join events e on e.case_id = n.case_id and e.seq = n.applied
        cross join lateral jsonb_array_elements(e.body #> '{with,lots}') x where n.over is null or n.over < n.applied),
      open as (
        select n.lot, greatest(n.quantity - coalesce((select sum((x ->> 'quantity')::numeric) from events e
          cross join lateral jsonb_array_elements(e.body #> '{with,moves}') x
          where e.case_id = n.case_id and e.type = 'surrendered' and e.seq > n.seq and x ->> 'lot' = n.lot), 0), 0) as quantity from named n),
      named_of as (select lot, sum(quantity) as quantity from open group by lot)
      select l.lot as subject, l.reserved || ' set aside, ' || coalesce(o.quantity, 0) || ' applied for' as found
      from lots l left join named_of o using (lot) where l.reserved > coalesce(o.quantity, 0)`,
  },
  {
    name: 'freeze-misstated',
    zh: '账户冻结状态与事件不符',
    en: 'an account is frozen, or is not, against the last decision about it',
    of: 'unit',
    sql: `with last as (
        select distinct on (c.unit) c.unit, e.type from events e join cases c using (case_id)
        where e.type in ('account-frozen', 'account-unfrozen') order by c.unit, e.recorded_at desc, e.at desc)
      select a.unit as subject, case when a.frozen then 'frozen' else 'not frozen' end as found
      from accounts a left join last l on l.unit = a.unit where a.frozen <> coalesce(l.type = 'account-frozen', false)`,
  },
];
