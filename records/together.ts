import DataLoader from 'dataloader';
import type pg from 'pg';

/** As many keys as go into one question. */
const MOST = 100;

/**
 * What many ask in the same breath is asked of the database once: `read` answers for many keys, each asker gets the answer of its own key.
 * Nothing is kept: who asks a moment later is answered anew.
 */
export function together<V>(
  read: (pool: pg.Pool, keys: readonly string[]) => Promise<ReadonlyMap<string, V>>,
): (pool: pg.Pool, key: string) => Promise<V | undefined> {
  const loaders = new WeakMap<pg.Pool, DataLoader<string, V | undefined>>();
  const made = (pool: pg.Pool): DataLoader<string, V | undefined> => {
    const answer = async (keys: readonly string[]): Promise<(V | undefined)[]> => {
      const found = await read(pool, [...new Set(keys)]);
      return keys.map((key) => found.get(key));
    };
    const loader = new DataLoader<string, V | undefined>(answer, { cache: false, maxBatchSize: MOST });
    loaders.set(pool, loader);
    return loader;
  };
  return (pool, key) => (loaders.get(pool) ?? made(pool)).load(key);
}
