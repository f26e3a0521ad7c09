import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** So many failures lock the pair of account and address; nobody else. */
const MOST_TRIES = 5;
const LOCKED_SECONDS = 15 * 60;
/** Each further try at one account from wherever waits longer, up to a bound: guessing gets slow, and nobody is locked out. */
const WAIT_MS = 150;
const WAIT_MOST_MS = 2_000;

/** Counts tries to sign in. */
export interface Tries {
  /** Takes a try before anything is compared, so that many at once are counted too. False: the pair is locked. */
  take(account: string, address: string): Promise<boolean>;
  /** It was the right one: forget the failures. */
  clear(account: string, address: string): Promise<void>;
}

const keyOf = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Counts tries of one kind, for all processes together. */
export function triesIn(pool: pg.Pool, kind: 'password' | 'totp'): Tries {
  const limiter = (keyPrefix: string, points: number): RateLimiterPostgres =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      schemaName: 'identity',
      tableName: 'tries',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: `${kind}-${keyPrefix}`,
      points,
      duration: LOCKED_SECONDS,
      blockDuration: LOCKED_SECONDS,
    });
  const pairs = limiter('pair', MOST_TRIES);
  const accounts = limiter('account', Number.MAX_SAFE_INTEGER);
  return {
    take: async (account, address) => {
      try {
        await pairs.consume(keyOf(account, address));
      } catch (thrown) {
        if (thrown instanceof RateLimiterRes) return false;
        throw thrown;
      }
      const { consumedPoints } = await accounts.consume(keyOf(account));
      await pause(Math.min(WAIT_MS * (consumedPoints - 1), WAIT_MOST_MS));
      return true;
    },
    clear: async (account, address) => {
      await pairs.delete(keyOf(account, address));
      await accounts.delete(keyOf(account));
    },
  };
}
