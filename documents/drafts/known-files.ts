import type pg from 'pg';
import { knownFiles } from '../files/rows.js';

/** Which files a party has sent, by their hash, and how large they are. */
export interface KnownFiles {
  known(sha256: readonly string[], party: string): Promise<ReadonlyMap<string, { readonly size: number }>>;
}

/** Files as the book lists them: whoever may name another's file could read it. */
export const filesInBook = (pool: pg.Pool): KnownFiles => ({
  known: async (sha256, party) => {
    const rows = sha256.length === 0 ? [] : await knownFiles(pool, sha256, [party], Date.now());
    return new Map(rows.map((row) => [row.sha256, row]));
  },
});
