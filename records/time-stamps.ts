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
