import type { Instant } from '../domain/model/instant.js';
import type { Database } from '../ledger/one-row.js';

/** A time stamp as its row has it. */
export interface TimeStamp {
  readonly of: 'anchor' | 'seal';
  /** The day, or the seal. */
  readonly subject: string;
  readonly sha256: string;
  /** The token (RFC 3161), in DER. */
  readonly token: Uint8Array;
  /** Certificates (PEM) by which it is verified. */
  readonly authority: string;
  readonly stampedAt: Instant;
}

const FIELDS = `of, subject, sha256, token, authority, stamped_at::float8 as "stampedAt"`;

export const stampOf = async (db: Database, of: TimeStamp['of'], subject: string): Promise<TimeStamp | undefined> => {
  const text = `select ${FIELDS} from time_stamps where of = $1 and subject = $2`;
  return (await db.query<TimeStamp>({ name: 'time-stamp', text, values: [of, subject] })).rows[0];
};

const KEEP = `insert into time_stamps (of, subject, sha256, token, authority, stamped_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`;

/** Keeps a token; one that is there already stays. */
export const keepStamp = async (db: Database, { of, subject, sha256, token, authority, stampedAt }: TimeStamp): Promise<void> => {
  await db.query({
    name: 'time-stamp-keep',
    text: KEEP,
    values: [of, subject, sha256, Buffer.from(token), authority, stampedAt],
  });
};

/** The days whose anchors carry a stamp, with when it was made. */
export const stampTimes = async (db: Database): Promise<ReadonlyMap<string, Instant>> => {
  const text = `select subject, stamped_at::float8 as at from time_stamps where of = 'anchor'`;
  const { rows } = await db.query<{ subject: string; at: Instant }>({ name: 'time-stamped', text });
  return new Map(rows.map(({ subject, at }) => [subject, at]));
};

const BARE = `select seal, signature from seals s where not exists (select from time_stamps t where t.of = 'seal' and t.subject = s.seal)
  order by n desc limit $1`;

/** Seals that carry no stamp, the latest first. */
export const sealsWithoutStamp = async (
  db: Database,
  limit: number,
): Promise<{ readonly seal: string; readonly signature: Uint8Array }[]> =>
  (await db.query<{ seal: string; signature: Uint8Array }>({ name: 'seals-unstamped', text: BARE, values: [limit] })).rows;

const ALL = `select t.n::float8 as n, ${FIELDS}, (select s.signature from seals s where t.of = 'seal' and s.seal = t.subject) as signature
  from time_stamps t where t.n > $1 order by t.n limit $2`;

/** Every stamp in pages, of a seal with the signature that it is about. */
export const stampsOf = async (
  db: Database,
  after: number,
  limit: number,
): Promise<readonly (TimeStamp & { readonly n: number; readonly signature: Uint8Array | null })[]> =>
  (
    await db.query<TimeStamp & { n: number; signature: Uint8Array | null }>({
      name: 'time-stamps-page',
      text: ALL,
      values: [after, limit],
    })
  ).rows;
