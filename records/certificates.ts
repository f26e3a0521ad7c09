import type { Instant } from '../domain/model/instant.js';
import type { Database } from '../ledger/one-row.js';

/** A registered certificate as its row has it. */
export interface CertificateRow {
  /** `s-0001` */
  readonly certificate: string;
  readonly party: string;
  readonly kind: string;
  readonly held: 'party' | 'platform';
  readonly algorithm: string;
  readonly sha256: string;
  readonly der: Uint8Array;
  /** In base64: those above it, but for the root. */
  readonly chain: readonly string[];
  readonly subject: string;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  readonly test: boolean;
  readonly registeredAt: Instant;
  readonly revokedAt: Instant | null;
}

const FIELDS = `certificate, party, kind, held, algorithm, sha256, der, chain, subject, valid_from::float8 as "validFrom",
  valid_until::float8 as "validUntil", test, registered_at::float8 as "registeredAt", revoked_at::float8 as "revokedAt"`;

/** No party has as many; beyond these the oldest are not asked. */
const OF_PARTY_MAX = 50;

/** The certificates of a party, the newest first: revoked ones too, since a seal by one of them is refused by name. */
export const certificatesOf = async (db: Database, party: string): Promise<CertificateRow[]> => {
  const text = `select ${FIELDS} from certificates where party = $1 order by event desc limit ${String(OF_PARTY_MAX)}`;
  return (await db.query<CertificateRow>({ name: 'certificates-of', text, values: [party] })).rows;
};

export const certificateWithHash = async (db: Database, sha256: string): Promise<CertificateRow | undefined> => {
  const text = `select ${FIELDS} from certificates where sha256 = $1`;
  return (await db.query<CertificateRow>({ name: 'certificate-with-hash', text, values: [sha256] })).rows[0];
};

/** Certificates in order of their numbers, of a party where one is named: so many at once, after a number. */
export const certificatesAfter = async (
  db: Database,
  { party, after = '', limit }: { readonly party?: string; readonly after?: string; readonly limit: number },
): Promise<CertificateRow[]> => {
  const text = `select ${FIELDS} from certificates where ($1::text is null or party = $1)
      and event > coalesce((select event from certificates where certificate = $2), 0) order by event limit $3`;
  return (await db.query<CertificateRow>({ name: 'certificates-after', text, values: [party ?? null, after, limit] })).rows;
};
