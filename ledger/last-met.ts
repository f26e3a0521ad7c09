import type pg from 'pg';
import type { Account } from '../domain/model/account.js';

/** An account as it was when it was last met or written here, and the version that it then had. */
export interface Known {
  readonly account: Account;
  readonly version: number;
}

const BOUND = 2_000;

/**
 * The accounts that this process met last. What is decided on one of them is written only where the account still has
 * that version, so this saves a question and decides nothing.
 */
export class LastMet {
  private readonly byUnit = new Map<string, Known>();

  /** Gives an account out, and forgets it: whoever wrote on it keeps it as it left it. */
  take(unit: string): Known | undefined {
    const known = this.byUnit.get(unit);
    this.byUnit.delete(unit);
    return known;
  }

  /** Keeps an account, unless other cases would have to be told of what happens to it: where they stand is not known. */
  keep({ account, version }: Known): void {
    this.byUnit.delete(account.unit);
    if ((account.claims ?? []).length > 0) return;
    this.byUnit.set(account.unit, { account, version });
    const [oldest] = this.byUnit.keys();
    if (this.byUnit.size > BOUND && oldest !== undefined) this.byUnit.delete(oldest);
  }

  forgetAll(): void {
    this.byUnit.clear();
  }
}

const onPools = new WeakMap<pg.Pool, LastMet>();

/**
 * What was met last by this pool. All of it is forgotten with each new connection: a database that was put back to an
 * earlier moment, in which a version may come to mean something else, is always met by a new one.
 */
export const lastMetBy = (pool: pg.Pool): LastMet => {
  const known = onPools.get(pool);
  if (known) return known;
  const fresh = new LastMet();
  onPools.set(pool, fresh);
  pool.on('connect', () => {
    fresh.forgetAll();
  });
  return fresh;
};
