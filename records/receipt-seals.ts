import type { Instant } from '../domain/model/instant.js';
import type { Database } from '../ledger/one-row.js';

/** The platform's seal on what a receipt says. */
export interface ReceiptSealRow {
  readonly sha256: string;
  readonly text: string;
  /** A detached CMS in DER over the text. */
  readonly signature: Uint8Array;
  readonly madeAt: Instant;
}

const ONE = `select sha256, text, signature, made_at::float8 as "madeAt" from receipt_seals where sha256 = $1`;
const KEEP = 'insert into receipt_seals (sha256, text, signature, made_at) values ($1, $2, $3, $4) on conflict do nothing';

export const receiptSealOf = async (db: Database, sha256: string): Promise<ReceiptSealRow | undefined> =>
  (await db.query<ReceiptSealRow>({ name: 'receipt-seal', text: ONE, values: [sha256] })).rows[0];

/** Keeps a seal; where another was made in the same moment, that one stays. */
export const keepReceiptSeal = async (db: Database, { sha256, text, signature, madeAt }: ReceiptSealRow): Promise<void> => {
  await db.query({ name: 'receipt-seal-keep', text: KEEP, values: [sha256, text, Buffer.from(signature), madeAt] });
};
