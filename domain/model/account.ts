import type { Amount } from './amount.js';
import type { Day } from './instant.js';

export type Product = 'allowance' | 'ccer' | 'carbon-inclusive';

/** What a lot is, apart from who holds it. Quantities are whole tonnes. */
export interface LotFacts {
  readonly product: Product;
  /** 配额年度, of allowances. */
  readonly vintage?: number;
  /** Of offsets. */
  readonly origin?: 'beijing' | 'outside';
  readonly recordedOn?: Day;
  /** The last day on which it counts, where it has one. */
  readonly expiresOn?: Day;
  readonly quantity: Amount;
}

/** A lot on an account: `UNIT/L1`, `UNIT/L2` … in order of credit. A lot once named stays, at zero when used up. */
export interface Lot extends LotFacts {
  readonly lot: string;
  /** Its place in the order of credit, from 1. */
  readonly n: number;
  readonly quantity: Amount;
  /** Set aside for an application for offsets: neither applied with elsewhere nor cancelled. Left out at zero. */
  readonly reserved?: Amount;
}

/** What one case still claims from an account, in whatever cycle the credit comes that settles it. */
export interface OpenClaim {
  readonly case: string;
  readonly cycle: number;
  readonly debt: Amount;
  readonly shortfall: Amount;
}

/** A unit's account as the transaction finds it, locked. */
export interface Account {
  readonly unit: string;
  readonly lots: readonly Lot[];
  /** Born at a take-back that found too little; settled from any credit first. */
  readonly debt: Amount;
  /** What a forced collection found short; later credits go towards it, after the debt. */
  readonly shortfall: Amount;
  /** Which cases the two belong to, oldest cycle first; left out where nothing is claimed. */
  readonly claims?: readonly OpenClaim[];
  readonly frozen: boolean;
}

/** The other sides of the double entry; what is surrendered is kept by cycle. A unit's own account is `unit/ID`. */
export type Counter = 'issuance' | `surrendered/${number}` | 'taken-back' | 'expired' | 'cancelled';
export type AccountName = Counter | `unit/${string}`;

/** One side of a movement; the postings of a transaction sum to zero for each product. */
export interface Posting {
  readonly account: AccountName;
  readonly lot: string;
  readonly product: Product;
  /** Whole tonnes, negative where they leave. */
  readonly quantity: Amount;
}
