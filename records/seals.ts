import type pg from 'pg';
import type { Instant } from '../domain/model/instant.js';
import type { Json } from '../domain/model/json.js';
import type { Database } from '../ledger/one-row.js';
import { inTransaction, type Outcome } from './connection.js';
import { standIn, type Office } from './in-office.js';

/** A seal as its row has it. */
export interface SealRow {
  readonly seal: string;
  readonly manifestSha256: string;
  readonly manifest: string;
  readonly party: string;
  readonly kind: string;
  readonly algorithm: string;
  readonly certificate: string | null;
  readonly signature: Uint8Array;
  readonly evidence: Json;
  readonly madeAt: Instant;
  readonly madeBy: string;
}

export interface SealToKeep extends Omit<SealRow, 'seal'> {
  /** Lists that the evidence names by their hash. */
  readonly lists: readonly { readonly sha256: string; readonly der: Uint8Array }[];
  /** As what whoever makes it acts: still so when it is kept. */
  readonly office?: Office;
}

const FIELDS = `seal, manifest_sha256 as "manifestSha256", manifest, party, kind, algorithm, certificate, signature, evidence,
  made_at::float8 as "madeAt", made_by as "madeBy"`;
const LIST = 'insert into revocation_lists (sha256, der) values ($1, $2) on conflict do nothing';
const SEAL = `insert into seals (manifest_sha256, manifest, party, kind, algorithm, certificate, signature, evidence, made_at, made_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (manifest_sha256, party, (sha256(signature))) do nothing`;
const SAME = `select ${FIELDS} from seals where manifest_sha256 = $1 and party = $2 and signature = $3`;

/** Keeps a seal that was verified; the same signature again is the seal that is there. */
export const keepSeal = (pool: pg.Pool, s: SealToKeep): Promise<SealRow> =>
  inTransaction(pool, async (db): Promise<Outcome<SealRow>> => {
    await standIn(db, s.office);
    for (const { sha256, der } of s.lists) await db.query({ name: 'keep-list', text: LIST, values: [sha256, Buffer.from(der)] });
    const signature = Buffer.from(s.signature);
    const values = [
      s.manifestSha256,
      s.manifest,
      s.party,
      s.kind,
      s.algorithm,
      s.certificate,
      signature,
      JSON.stringify(s.evidence),
    ];
    await db.query({ name: 'keep-seal', text: SEAL, values: [...values, s.madeAt, s.madeBy] });
    const found = await db.query<SealRow>({ name: 'same-seal', text: SAME, values: [s.manifestSha256, s.party, signature] });
    const [kept] = found.rows;
    if (!kept) throw new Error(`a seal of ${s.party} was kept and is not there`);
    return { keep: kept };
  });

/** Every party that has sealed a document does so a few times at most. */
const OF_MANIFEST_MAX = 50;

/** The seals of a manifest, in the order in which they were made. */
export const sealsOf = async (db: Database, manifestSha256: string): Promise<SealRow[]> => {
  const text = `select ${FIELDS} from seals where manifest_sha256 = $1 order by n limit ${String(OF_MANIFEST_MAX)}`;
  return (await db.query<SealRow>({ name: 'seals-of', text, values: [manifestSha256] })).rows;
};

export const listsNamed = async (db: Database, hashes: readonly string[]): Promise<{ sha256: string; der: Uint8Array }[]> => {
  const text = 'select sha256, der from revocation_lists where sha256 = any ($1) order by sha256';
  return (await db.query<{ sha256: string; der: Uint8Array }>({ name: 'lists-named', text, values: [hashes] })).rows;
};
