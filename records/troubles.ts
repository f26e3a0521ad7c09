import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';

export type TroubleKind =
  | 'stored-file'
  | 'infected-file'
  | 'missing-glyph'
  | 'time-stamp'
  | 'revocation-list'
  | 'anchored'
  | 'night';

/** Something that operators are to look at and that holds nobody up. */
export interface Trouble {
  readonly kind: TroubleKind;
  /** The hash of a file, the code of a receipt, the address of an authority, what was anchored on which day. */
  readonly subject: string;
  readonly said: string;
  readonly at: Instant;
}

const NOTE = `insert into troubles (kind, subject, said, at) select j.kind, j.subject, left(j.said, 1000), $2
  from jsonb_to_recordset($1::jsonb) j (kind text, subject text, said text) on conflict do nothing`;

/** One that is noted already is not noted twice. */
export const noteTroubles = async (pool: pg.Pool, troubles: readonly Omit<Trouble, 'at'>[], at: Instant): Promise<void> => {
  if (troubles.length > 0) await pool.query({ name: 'troubles-note', text: NOTE, values: [JSON.stringify(troubles), at] });
};

const END = 'update troubles set ended_at = $3 where kind = $1 and subject = any ($2) and ended_at is null';

/** They were looked at again, and are mended. */
export const endTroubles = async (pool: pg.Pool, kind: TroubleKind, subjects: readonly string[], at: Instant): Promise<void> => {
  if (subjects.length > 0) await pool.query({ name: 'troubles-end', text: END, values: [kind, subjects, at] });
};

/** What stands, the latest first. */
export const openTroubles = async (pool: pg.Pool, limit = 200): Promise<Trouble[]> => {
  const text = 'select kind, subject, said, at::float8 as at from troubles where ended_at is null order by n desc limit $1';
  return (await pool.query<Trouble>({ name: 'troubles', text, values: [limit] })).rows;
};

/** Which of some things stand as troubled. */
export const troubled = async (pool: pg.Pool, kind: TroubleKind): Promise<string[]> => {
  const text = 'select distinct subject from troubles where kind = $1 and ended_at is null';
  return (await pool.query<{ subject: string }>({ name: 'troubled', text, values: [kind] })).rows.map(({ subject }) => subject);
};
