import type pg from 'pg';
import { refuse, type Refusal } from '../../domain/model/refusal.js';
import { knownFiles } from '../files/rows.js';

/** What is known of a file: how large it is, and of which kind where somebody has looked. */
export interface KnownFile {
  readonly size: number;
  readonly type?: string;
}

/** Which files a party has sent, by their hash. */
export interface KnownFiles {
  known(sha256: readonly string[], party: string): Promise<ReadonlyMap<string, KnownFile>>;
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

/** A file is named as one of another kind than it is: what is handed on under that name would be opened as something else. */
export const namedOtherwise = (name: string, type: string, path: readonly (string | number)[]): Refusal => ({
  ...refuse(
    'bad-input',
    `${name}：与所上传文件的类型（${type}）不符，请保留其扩展名`,
    `${name} is not named as what was uploaded (${type}): leave its ending as it was`,
  ),
  path,
});
