import type { SqlCheck } from './check.js';

/** What the postings must be by themselves, and against the lots and accounts. */
export const POSTINGS_CHECKS: readonly SqlCheck[] = [
  {
    name: 'transaction-off-balance',
    zh: '分录借贷不平',
    en: 'the postings of a transaction do not sum to zero for a product',
    of: 'transaction',
    sql: `select tx as subject, product || ': ' || sum(quantity) as found from postings group by tx, product having sum(quantity) <> 0`,
  },
  {
    name: 'transaction-empty',
    zh: '交易没有分录',
    en: 'a transaction has no postings',
    of: 'transaction',
    sql: `select id as subject, 'no posting' as found from transactions t where not exists (select from postings where tx = t.id)`,
  },
  {
    name: 'posting-without-transaction',
    zh: '分录没有所属交易',
    en: 'a posting has no transaction',
    of: 'transaction',
    sql: `select tx as subject, 'posting ' || n as found from postings p where not exists (select from transactions where id = p.tx)`,
  },
  {
    name: 'posting-elsewhere',
    zh: '分录与批次的产品或账户不符',
    en: 'a posting names another product than its lot, or another account than the one its lot is on',
    of: 'transaction',
    sql: `select p.tx as subject, 'posting ' || p.n || ': ' || p.account || ' ' || p.lot || ' ' || p.product as found
      from postings p left join lots l on l.lot = p.lot
      where l.lot is null or l.product <> p.product
         or (p.account like 'unit/%' and p.account not in (select 'unit/' || l2.unit from lots l2 where l2.lot = p.lot))`,
  },
  {
    name: 'lot-not-its-postings',
    zh: '批次余额与分录之和不符',
    en: 'a lot does not hold the sum of its postings',
    of: 'lot',
    sql: `with booked as (select lot, sum(quantity) as quantity from postings where account like 'unit/%' group by lot)
      select coalesce(l.lot, b.lot) as subject, coalesce(l.quantity::text, 'no lot') || ' held, ' || coalesce(b.quantity, 0) || ' booked' as found
      from lots l full join booked b on b.lot = l.lot where coalesce(l.quantity, -1) <> coalesce(b.quantity, 0)`,
  },
  {
    name: 'lot-below-zero',
    zh: '批次曾出现负数',
    en: 'a lot was below zero after some transaction, in the order in which they were recorded',
    of: 'lot',
    sql: `with moved as (
        select p.lot, p.tx, t.recorded_at, sum(p.quantity) as quantity from postings p join transactions t on t.id = p.tx
        where p.account like 'unit/%' group by p.lot, p.tx, t.recorded_at),
      standing as (select lot, tx, sum(quantity) over (partition by lot order by recorded_at, tx) as quantity from moved)
      select lot as subject, quantity || ' after ' || tx as found from standing where quantity < 0`,
  },
  {
    name: 'lot-out-of-order',
    zh: '批次编号不连续',
    en: 'the lots of a unit are not numbered and named in order of credit without a gap',
    of: 'lot',
    sql: `select lot as subject, 'number ' || n as found from (select *, row_number() over (partition by unit order by n) as place from lots) l
      where n <> place or lot <> unit || '/L' || n`,
  },
  {
    name: 'issued-not-accounted-for',
    zh: '发放量与持有、清缴、收回、失效、注销之和不符',
    en: 'what was issued of a product is not what is held, surrendered, taken back, expired and cancelled',
    of: 'product',
    sql: `with issued as (select product, -sum(quantity) as quantity from postings where account = 'issuance' group by product),
      used as (select product, sum(quantity) as quantity from postings where account <> 'issuance' and account not like 'unit/%' group by product),
      held as (select product, sum(quantity) as quantity from lots group by product)
      select product as subject, 'off by ' || coalesce(u.quantity, 0) + coalesce(h.quantity, 0) - coalesce(i.quantity, 0) || ' t' as found
      from issued i full join used u using (product) full join held h using (product)
      where coalesce(i.quantity, 0) <> coalesce(u.quantity, 0) + coalesce(h.quantity, 0)`,
  },
];
