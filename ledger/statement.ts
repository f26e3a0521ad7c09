import type pg from 'pg';
import type { AccountName, Product } from '../domain/model/account.js';
import type { Amount } from '../domain/model/amount.js';
import type { Instant } from '../domain/model/instant.js';

/** For which moment, and as known when. Two clocks, never mixed: business time, and the time of recording. */
export interface AsOf {
  /** Transactions up to this business instant; all of them without it. */
  readonly at?: Instant;
  /** Of those, the ones that had been written by then. */
  readonly knownAt?: Date;
}

export interface Balance {
  readonly lot: string;
  readonly product: Product;
  readonly quantity: Amount;
}

/** A line of a statement: one posting with its cause. */
export interface StatementLine extends Balance {
  readonly transaction: string;
  readonly caseId: string;
  /** The first event of the step that caused it. */
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly recordedAt: Date;
  /** On this account, of this product, after the line. */
  readonly balance: Amount;
}

const KNOWN = `from postings p join transactions t on t.id = p.tx
  where p.account = $1 and ($2::bigint is null or t.at <= $2) and ($3::timestamptz is null or t.recorded_at <= $3)`;

/** What an account held of each lot at an instant, as known at an instant; lots used up are left out. */
export const balancesOf = async (pool: pg.Pool, account: AccountName, asOf: AsOf = {}): Promise<Balance[]> => {
  const text = `select p.lot, p.product, sum(p.quantity)::text as quantity ${KNOWN}
    group by p.lot, p.product having sum(p.quantity) <> 0 order by p.lot collate "C"`;
  const values = [account, asOf.at ?? null, asOf.knownAt ?? null];
  return (await pool.query<Balance>({ name: 'balances', text, values })).rows;
};

/** The movements of an account in order of business time, then of recording. */
export const statementOf = async (pool: pg.Pool, account: AccountName, asOf: AsOf = {}): Promise<StatementLine[]> => {
  const text = `select t.id as transaction, t.case_id as "caseId", t.seq, t.at, t.by, t.recorded_at as "recordedAt", p.lot, p.product,
      p.quantity::text as quantity, (sum(p.quantity) over (partition by p.product order by t.at, t.recorded_at, t.id, p.n))::text as balance
    ${KNOWN} order by t.at, t.recorded_at, t.id, p.n`;
  const values = [account, asOf.at ?? null, asOf.knownAt ?? null];
  const { rows } = await pool.query<Omit<StatementLine, 'at'> & { at: string }>({ name: 'statement', text, values });
  return rows.map((row) => ({ ...row, at: Number(row.at) }));
};

/** What an account holds of a product. */
export interface AccountBalance {
  readonly account: AccountName;
  readonly product: Product;
  readonly quantity: Amount;
}

/** What every account held of each product at an instant, as known at an instant; the sums over all accounts are zero. */
export const allBalances = async (pool: pg.Pool, asOf: AsOf = {}): Promise<AccountBalance[]> => {
  const text = `select p.account, p.product, sum(p.quantity)::text as quantity
    from postings p join transactions t on t.id = p.tx
    where ($1::bigint is null or t.at <= $1) and ($2::timestamptz is null or t.recorded_at <= $2)
    group by p.account, p.product having sum(p.quantity) <> 0 order by p.account collate "C", p.product`;
  return (await pool.query<AccountBalance>({ name: 'balances-all', text, values: [asOf.at ?? null, asOf.knownAt ?? null] })).rows;
};
