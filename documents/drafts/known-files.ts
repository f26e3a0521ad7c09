import type pg from 'pg';
import { refuse, type Refusal } from '../../domain/model/refusal.js';
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

/** A file is named that its party has not sent. */
export const unknownFile = (name: string, sha256: string, path: readonly (string | number)[]): Refusal => ({
  ...refuse('unknown-file', `没有上传文件 ${name}`, `${name} (${sha256}) was never uploaded`),
  path,
});
