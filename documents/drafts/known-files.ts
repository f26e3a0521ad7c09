import type pg from 'pg';
import { codeOf } from '../../records/connection.js';

/** Which files are kept, by their hash, and how large they are. */
export interface KnownFiles {
  known(sha256: readonly string[]): Promise<ReadonlyMap<string, { readonly size: number }>>;
}

const KNOWN = 'select sha256, size::float8 as size from files where sha256 = any ($1)';
const NO_SUCH_TABLE = '42P01';

/** Files as the book lists them; a book that lists none knows none. */
export const filesInBook = (pool: pg.Pool): KnownFiles => ({
  known: async (sha256) => {
    if (sha256.length === 0) return new Map();
    try {
      const { rows } = await pool.query<{ sha256: string; size: number }>(KNOWN, [sha256]);
      return new Map(rows.map((row) => [row.sha256, { size: row.size }]));
    } catch (error) {
      if (codeOf(error) === NO_SUCH_TABLE) return new Map();
      throw error;
    }
  },
});
