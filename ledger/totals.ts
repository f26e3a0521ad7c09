import type pg from 'pg';
import type { Account, Product } from '../domain/model/account.js';
import type { Amount } from '../domain/model/amount.js';

/** Where the tonnes of a product are; `held` is what the units have. */
interface ProductTotals {
  readonly issued: Amount;
  readonly held: Amount;
  readonly surrendered: Amount;
  readonly takenBack: Amount;
  readonly expired: Amount;
  /** Left out while nothing was cancelled. */
  readonly cancelled?: Amount;
}

export interface LedgerTotals {
  readonly products: Partial<Record<Product, ProductTotals>>;
  /** Whether every transaction sums to zero for each product, and every lot is the sum of its postings. */
  readonly balanced: boolean;
}

const TOTALS = `select product,
    coalesce(-sum(quantity) filter (where account = 'issuance'), 0)::text as issued,
    coalesce(sum(quantity) filter (where account like 'unit/%'), 0)::text as held,
    coalesce(sum(quantity) filter (where account like 'surrendered%'), 0)::text as surrendered,
    coalesce(sum(quantity) filter (where account = 'taken-back'), 0)::text as "takenBack",
    coalesce(sum(quantity) filter (where account = 'expired'), 0)::text as expired,
    nullif(coalesce(sum(quantity) filter (where account = 'cancelled'), 0), 0)::text as cancelled
  from postings group by product order by product`;

const OFF = `select
    exists (select from postings group by tx, product having sum(quantity) <> 0)
    or exists (select from lots l
      left join (select lot, account, sum(quantity) as quantity from postings where account like 'unit/%' group by lot, account) p
        on p.lot = l.lot and p.account = 'unit/' || l.unit
      where l.quantity <> coalesce(p.quantity, 0)) as off`;

/** What was issued of each product and where it is now. */
export const ledgerTotals = async (pool: pg.Pool): Promise<LedgerTotals> => {
  const { rows } = await pool.query<Omit<ProductTotals, 'cancelled'> & { product: Product; cancelled: Amount | null }>(TOTALS);
  const { rows: off } = await pool.query<{ off: boolean }>(OFF);
  return {
    products: Object.fromEntries(
      rows.map(({ product, cancelled, ...totals }) => [product, { ...totals, ...(cancelled === null ? {} : { cancelled }) }]),
    ),
    balanced: off[0]?.off === false,
  };
};

/** The accounts of some units as they stand, lots in order of credit; of those that have one. */
export const readAccounts = async (pool: pg.Pool, units: readonly string[]): Promise<ReadonlyMap<string, Account>> => {
  const { rows } = await pool.query<{ account: Account | null }>({
    name: 'accounts-read',
    text: 'select read_account(u) as account from unnest($1::text[]) u',
    values: [units],
  });
  return new Map(rows.flatMap(({ account }) => (account ? [[account.unit, account]] : [])));
};
